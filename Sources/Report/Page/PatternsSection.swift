import Experiment
import Simulation

extension StudyPage {
  /// The reference beside what sources say; nil where nobody wrote it down.
  var patterns: Section? {
    guard !study.targets.isEmpty, let reference = study.reference else { return nil }
    var rows: [String: SummaryRow] = [:]
    for column in Outcomes.columns { rows[column.name] = study.mean(reference.name, column.name) }
    let table = PatternTable(targets: study.targets, rows: rows, language: language)
    return Section(
      id: "patterns", title: PatternWords.title(language),
      body: .paragraph(.text(PatternWords.introduction(language, label(reference))))
        + .table(
          PatternWords.caption(language), header: table.header + [PatternWords.source(language)],
          rows: zip(table.cells, study.targets).map { cells, target in
            cells.map { HTML.text($0) } + ["<span lang=\"en\">\(target.source)</span>"]
          }, words: [4, 5, 6, 7]))
  }

  /// What the model leaves out, under the four names that readers of simulations look for.
  var limitations: Section {
    Section(
      id: "limits", title: LimitWords.title(language),
      body: .list(LimitWords.all.map { .text($0(language)) }))
  }

  /// Where the figures come from, and how to make them again.
  var provenance: Section {
    let facts = study.provenance
    let items: [(Phrase, HTML)] = [
      (OriginWords.version, "<code>\(facts.modelVersion)</code>"),
      (OriginWords.command, "<code>\(facts.command)</code>"),
      (OriginWords.seed, .text(String(facts.seed))),
      (OriginWords.replicates, .text(String(facts.replicates))),
      (OriginWords.plan, "<code>\(facts.planDigest)</code>"),
    ]
    return Section(
      id: "provenance", title: OriginWords.title(language),
      body: .paragraph(.text(OriginWords.repeated(language)))
        + .list(items.map { name, value in "\(name(language)): \(value)" })
        + .table(
          OriginWords.files(language),
          header: [OriginWords.file(language), "SHA-256"],
          rows: facts.files.map { [.text($0.path), "<code>\($0.sha256)</code>"] }, words: [1]))
  }
}

private enum PatternWords {
  static let title = Phrase("Beside the sources", "Face aux sources")
  static let introduction = Phrase(
    "“{1}” beside what sources say of the platform. Fitted: parameters were set so that it holds. Predicted: nothing was set by it, and a miss is a finding. Sources describe the whole platform: a study of fewer people must miss the counts.",
    "« {1} » face à ce que les sources disent de la plateforme. Ajusté : des paramètres ont été réglés pour cela. Prédit : rien n’a été réglé par là, et un écart est un résultat. Les sources décrivent la plateforme entière : une étude avec moins de personnes manque forcément les nombres."
  )
  static let caption = Phrase(
    "Patterns: targets and estimates", "Repères : cibles et estimations")
  static let source = Phrase("source", "source")
}

private enum LimitWords {
  static let title = Phrase("Limits", "Limites")
  static let all = [
    Phrase(
      "Rationale: most inputs are assumed, and the level of true harm is fixed by no source. Effects are results of the model; levels are not.",
      "Fondement : la plupart des entrées sont supposées, et aucune source ne fixe le niveau du préjudice réel. Les effets sont des résultats du modèle ; les niveaux n’en sont pas."
    ),
    Phrase(
      "Calibration: only recorded shares were set, to the number of proceedings; harm and recording cannot be told apart by them. Recorded cases are not harm.",
      "Calage : seules les parts enregistrées ont été réglées, sur le nombre de procédures ; elles ne séparent pas le préjudice de son enregistrement. Les cas enregistrés ne sont pas le préjudice."
    ),
    Phrase(
      "Sensitivity: rank correlations over the draws at most; no global sensitivity analysis stands behind this page.",
      "Sensibilité : au plus des corrélations de rang sur les tirages ; aucune analyse de sensibilité globale ne fonde cette page."
    ),
    Phrase(
      "Replication: limits go over draws of the inputs that are given as distributions; they say nothing about inputs that stand fixed, nor about what the model leaves out.",
      "Réplication : les limites portent sur les tirages des entrées données comme des lois ; elles ne disent rien des entrées fixes, ni de ce que le modèle omet."
    ),
    Phrase(
      "The outside venue is an aggregate without its own rules; those displaced are harmed there at the reference’s rate, and it does not fill up.",
      "Le lieu extérieur est un agrégat sans règles propres ; les personnes déplacées y subissent un préjudice au taux de la référence, et il ne se remplit pas."
    ),
    Phrase(
      "Offenders are the scarce side: with few minors left each receives more.",
      "Les auteurs sont le côté rare : quand il reste peu de mineurs, chacun reçoit davantage."),
    Phrase(
      "Not modelled: deterrence with learning, venues of their own, warnings before contact, appeals, enforcement triggered by events, closure and reopening, ageing over the run.",
      "Non modélisés : dissuasion avec apprentissage, plateformes rivales en propre, avertissements avant contact, recours, réponse déclenchée par des événements, fermeture et réouverture, vieillissement pendant la simulation."
    ),
  ]
}

private enum OriginWords {
  static let title = Phrase("Provenance", "Provenance")
  static let repeated = Phrase(
    "The same command with the same version gives the same bytes, on any number of threads. This page was made from the files below alone.",
    "La même commande avec la même version donne les mêmes octets, sur n’importe quel nombre de fils. Cette page est faite des seuls fichiers ci-dessous."
  )
  static let version = Phrase("Fingerprint of the model", "Empreinte du modèle")
  static let command = Phrase("Command", "Commande")
  static let seed = Phrase("Seed", "Graine")
  static let replicates = Phrase("Replicates", "Réplications")
  static let plan = Phrase("SHA-256 of the plan", "SHA-256 du plan")
  static let files = Phrase(
    "Files with their hashes when the study was finished",
    "Fichiers avec leurs empreintes à la fin de l’étude")
  static let file = Phrase("File", "Fichier")
}

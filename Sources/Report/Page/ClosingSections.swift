import Experiment

/// What every page ends with.
extension PageSection {
  /// What the figures can't say.
  static func limits(_ language: Language) -> PageSection {
    PageSection(
      id: "limits", title: LimitWords.title(language),
      body: .list(LimitWords.all.map { .text($0(language)) }))
  }

  /// Where the figures come from, and how to make them again.
  static func origin(_ facts: Provenance, _ language: Language) -> PageSection {
    let items: [(Phrase, HTML)] = [
      (OriginWords.version, "<code>\(facts.modelVersion)</code>"),
      (OriginWords.command, "<code>\(facts.command)</code>"),
      (OriginWords.seed, .text(String(facts.seed))),
      (OriginWords.replicates, .text(String(facts.replicates))),
      (OriginWords.plan, "<code>\(facts.planDigest)</code>"),
    ]
    return PageSection(
      id: "provenance", title: OriginWords.title(language),
      body: .paragraph(.text(OriginWords.repeated(language)))
        + .list(items.map { name, value in "\(name(language)): \(value)" })
        + .table(
          OriginWords.files(language),
          header: [OriginWords.file(language), "SHA-256"],
          rows: facts.files.map { [.text($0.path), "<code>\($0.sha256)</code>"] }, words: [1]))
  }
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
      "Where a scenario describes no rivals, the outside venue is an aggregate without its own rules: those displaced are harmed there at the reference’s rate, and it does not fill up.",
      "Là où un scénario ne décrit pas de concurrents, le lieu extérieur est un agrégat sans règles propres : les personnes déplacées y subissent un préjudice au taux de la référence, et il ne se remplit pas."
    ),
    Phrase(
      "Offenders are the scarce side: with few minors left each receives more.",
      "Les auteurs sont le côté rare : quand il reste peu de mineurs, chacun reçoit davantage."),
    Phrase(
      "Not modelled: offenders who adapt their ways, people with several places at once, warnings before contact, appeals, enforcement triggered by events, rivals that open or change their rules, ageing over the run.",
      "Non modélisés : auteurs qui adaptent leurs façons, personnes présentes en plusieurs lieux, avertissements avant contact, recours, réponse déclenchée par des événements, concurrents qui ouvrent ou changent leurs règles, vieillissement pendant la simulation."
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

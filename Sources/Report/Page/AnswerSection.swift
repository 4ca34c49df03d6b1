import Experiment
import Simulation

extension StudyPage {
  /// First the answer in words, with its interval, its burdens and what moved elsewhere.
  var answer: Section {
    let body = study.alternatives.isEmpty ? levels : comparisons
    var pictures: [(name: String, picture: SVG)] = []
    var figures: HTML = ""
    if study.alternatives.isEmpty, let spread {
      pictures.append((name: "spread", picture: spread))
      figures = figure(
        spread, "spread", AnswerWords.spreadCaption(language), table: spreadTable)
    }
    // A comparison begins with its picture, and the warnings before that.
    let first = study.alternatives.isEmpty ? HTML(warnings.map { HTML.notice($0) }) : ""
    let title = study.alternatives.isEmpty ? AnswerWords.title : AnswerWords.inWords
    return Section(
      id: "answer", title: title(language),
      body: first + body + figures + .notice(.text(PageWords.notForecast(language))),
      pictures: pictures)
  }

  /// What a reader should hear before any figure.
  var warnings: [HTML] {
    var warnings: [HTML] = []
    if study.replicates < Differences.fewestPairs {
      warnings.append(
        .text(AnswerWords.fewRuns(language, Counted.replicates(language, study.replicates))))
    }
    if let reference = study.reference {
      warnings += study.alternatives.compactMap { policy in
        WindowWords.warning(
          label(policy), against: label(reference), policy.changes, language
        ).map { .text($0) }
      }
    }
    if study.runs.failures > 0 {
      warnings.append(
        .text(AnswerWords.failures(language, numerals.number(Double(study.runs.failures)))))
    }
    return warnings
  }

  // MARK: Policies against the reference

  private var comparisons: HTML {
    let policies = study.alternatives.map { policy in
      PolicyWords(
        name: label(policy), rows: rows(policy),
        isIdle: study.provenance.idle.contains(policy.name),
        language: language)
    }
    let sentences = policies.map { words -> HTML in
      let parts = words.briefParts
      return "<strong>\(parts[0])</strong><br>\(parts[1])<br>\(parts[2])"
    }
    guard policies.count > 1 else { return introduction + .list(sentences) + summaryTable }
    let counts = [-1, 1, 0].map { way in
      numerals.number(Double(policies.count { $0.direction == way }))
    }
    let all = Counted.policies(language, policies.count)
    var lead = AnswerWords.lead(language, counts[0], all, counts[1], counts[2])
    let unknown = policies.count { $0.direction == nil }
    if unknown > 0 {
      lead += " " + AnswerWords.unknown(language, Counted.policies(language, unknown))
    }
    return "<p><strong>\(lead)</strong></p>\n" + introduction + .list(sentences) + summaryTable
  }

  private var introduction: HTML {
    let reference = study.reference.map { label($0) } ?? ""
    return .paragraph(
      .text(
        AnswerWords.against(
          language, reference, Counted.pairsOfRuns(language, study.replicates), meaning)))
  }

  private var summaryTable: HTML {
    let rows = study.alternatives.map { policy -> [HTML] in
      let words = PolicyWords(name: "", rows: self.rows(policy), language: language)
      let burdens = words.movedBurdens.map { row -> HTML in
        let unit = UnitLabels.difference(row.column.unit, language)
        let amount = numerals.difference(row.differenceReach)
        return "\(self.words(row.column.name)) \(amount) \(unit)"
      }
      let both = [OutcomeWords.headline, OutcomeWords.serious].map { outcome -> HTML in
        let row = study.difference(policy.name, outcome)
        return row?.changeReach.map { rounded(numerals.change($0)) } ?? roundedDifference(row)
      }
      return [.text(label(policy))] + both + [
        roundedDifference(study.difference(policy.name, OutcomeName.unwantedContactsElsewhere)),
        roundedDifference(study.difference(policy.name, "contacts_by_displaced_offenders")),
        burdens.isEmpty ? .text(AnswerWords.none(language)) : .list(burdens),
      ]
    }
    let unit = UnitLabels.text("per 1,000 minors and month", language)
    return .table(
      AnswerWords.summary(language, intervals),
      header: [
        AnswerWords.policy(language), words(OutcomeWords.headline).capitalizedFirst,
        words(OutcomeWords.serious).capitalizedFirst, AnswerWords.elsewhere(language, unit),
        AnswerWords.displaced(language, unit),
        AnswerWords.burdens(language),
      ], rows: Array(rows), words: [5])
  }

  private func roundedDifference(_ row: DifferenceRow?) -> HTML {
    rounded(numerals.difference(row?.differenceReach))
  }

  // MARK: One scenario

  private var levels: HTML {
    guard let policy = study.reference else { return "" }
    let names = OutcomeWords.short + OutcomeWords.people
    let rows = names.compactMap { name -> [HTML]? in
      guard let row = study.mean(policy.name, name) else { return nil }
      return [
        .text(words(name).capitalizedFirst), cell(row),
        .text(row.column.unit == "share" ? "" : UnitLabels.text(row.column.unit, language)),
      ]
    }
    return .paragraph(.text(level(policy) + " " + meaning))
      + .table(
        AnswerWords.outcomes(language, intervals),
        header: [
          AnswerWords.outcome(language), AnswerWords.mean(language), PageWords.unit(language),
        ],
        rows: rows, words: [2])
  }

  /// The headline in words, and where it happens.
  private func level(_ policy: StudyFolder.Policy) -> String {
    let what = words(OutcomeWords.headline)
    guard let headline = study.mean(policy.name, OutcomeWords.headline), headline.estimate != nil
    else {
      return AnswerWords.nobody(language, label(policy), what)
    }
    let first = AnswerWords.level(
      language, label(policy), what, numerals.number(headline.median),
      UnitLabels.text(headline.column.unit, language), limits(headline))
    let parts = OutcomeWords.parts.map { study.mean(policy.name, $0)?.mean ?? 0 }
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return first + " " + AnswerWords.assumed(language) }
    let shares = parts.map { numerals.percent($0 / sum) }
    return first + " " + AnswerWords.shares(language, shares[0], shares[1], shares[2]) + " "
      + AnswerWords.assumed(language)
  }

  private func limits(_ row: SummaryRow) -> String {
    guard let interval = row.interval else { return AnswerWords.noInterval(language) }
    return AnswerWords.interval(
      language, intervals,
      numerals.limits(numerals.number(interval.low), numerals.number(interval.high)))
  }

  /// How far the replicates spread.
  private var spread: SVG? {
    guard let policy = study.reference else { return nil }
    let values = study.runs.values(policy.name, OutcomeWords.headline).filter(\.isFinite)
    guard values.count > 1, let row = study.mean(policy.name, OutcomeWords.headline) else {
      return nil
    }
    return StripChart(
      title: words(OutcomeWords.headline).capitalizedFirst + ", "
        + UnitLabels.text(row.column.unit, language),
      note: note, values: values, interval: row.interval, label: AnswerWords.bar(language),
      numerals: numerals
    ).picture
  }

  private var spreadTable: HTML {
    guard let policy = study.reference,
      let row = study.mean(policy.name, OutcomeWords.headline)
    else { return "" }
    let figures = [row.interval?.low, row.median, row.interval?.high, row.estimate?.deviation].map {
      numerals.number($0)
    }
    let names = [
      AnswerWords.low(language), AnswerWords.median(language), AnswerWords.high(language),
      AnswerWords.deviation(language),
    ]
    return .table(
      AnswerWords.spreadCaption(language), header: ["", words(OutcomeWords.headline)],
      rows: zip(names, figures).map { [.text($0), .text($1)] })
  }
}

/// Words of the answer.
private enum AnswerWords {
  static let title = Phrase("The answer", "La réponse")
  static let inWords = Phrase("In words", "En mots")
  static let against = Phrase(
    "Each policy against “{1}”, in {2} on the same random numbers. {3}",
    "Chaque politique face à « {1} », sur {2} aux mêmes nombres aléatoires. {3}"
  )
  static let lead = Phrase(
    "In this model, unwanted sexual contacts to minors over all venues are clearly lowered by {1} of {2}, clearly raised by {3}, and show no clear change under {4}. What each costs others, and the harm it moves, stands beside it.",
    "Dans ce modèle, les contacts sexuels non désirés envers des mineurs, tous lieux compris, sont nettement réduits par {1} des {2}, nettement augmentés par {3}, et sans changement net sous {4}. Ce que chacune coûte à d’autres, et le préjudice qu’elle déplace, figurent à côté."
  )
  static let unknown = Phrase(
    "For {1} the effect is undefined.", "Pour {1}, l’effet est indéfini.")
  static let none = Phrase("none moved", "aucune ne bouge")
  static let summary = Phrase(
    "Change against the reference: median, with {1}. Displaced harm and burdens stand beside every benefit.",
    "Changement par rapport à la référence : médiane, avec {1}. Le préjudice déplacé et les contreparties sont à côté de chaque bénéfice."
  )
  static let policy = Phrase("Policy", "Politique")
  static let elsewhere = Phrase(
    "of which elsewhere, {1}", "dont ailleurs, {1}")
  static let displaced = Phrase(
    "by offenders kept out, to others (in no sum), {1}",
    "par les auteurs écartés, envers d’autres (hors somme), {1}")
  static let burdens = Phrase("Burdens that moved", "Contreparties qui bougent")
  static let level = Phrase(
    "In this model, “{1}” has {3} {2} {4} ({5}).",
    "Dans ce modèle, « {1} » compte {3} {2} {4} ({5}).")
  static let shares = Phrase(
    "Of these, {1} happen here, {2} in private and {3} elsewhere.",
    "Parmi eux, {1} ont lieu ici, {2} en privé et {3} ailleurs.")
  static let assumed = Phrase(
    "The level rests on assumed inputs; only comparisons between policies are meant to be used.",
    "Le niveau repose sur des entrées supposées ; seules les comparaisons entre politiques sont faites pour servir."
  )
  static let nobody = Phrase(
    "In this model, {2} are undefined for “{1}”: there is nobody here whom they could reach.",
    "Dans ce modèle, les {2} sont indéfinis pour « {1} » : il n’y a ici personne qui puisse en recevoir."
  )
  static let interval = Phrase(
    "{1}: {2}", "{1} : {2}")
  static let noInterval = Phrase("one run: no interval", "une seule simulation : pas d’intervalle")
  static let outcomes = Phrase(
    "Outcomes and burdens: medians, with {1}.",
    "Résultats et contreparties : médianes, avec {1}.")
  static let outcome = Phrase("Outcome", "Résultat")
  static let mean = Phrase("Median (limits)", "Médiane (limites)")
  static let spreadCaption = Phrase(
    "The same scenario in every run: one diamond for each. Below, the median with its limits.",
    "Le même scénario dans chaque simulation : un losange pour chacune. Dessous, la médiane avec ses limites."
  )
  static let bar = Phrase("median and limits", "médiane et limites")
  static let low = Phrase("lower limit", "limite basse")
  static let median = Phrase("median", "médiane")
  static let high = Phrase("upper limit", "limite haute")
  static let deviation = Phrase("standard deviation", "écart-type")
  static let fewRuns = Phrase(
    "Only {1}: below 8 the limits are those of the runs made, and plausible worlds lie beyond.",
    "Seulement {1} : en dessous de 8, les limites sont celles des simulations faites, et des mondes plausibles se trouvent au-delà."
  )
  static let failures = Phrase(
    "Runs that did not reach their end and are left out: {1}. failures.csv says why.",
    "Simulations qui ne sont pas allées à leur terme et sont exclues : {1}. failures.csv dit pourquoi."
  )
}

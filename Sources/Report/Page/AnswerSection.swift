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
    return Section(
      id: "answer", title: AnswerWords.title(language),
      body: HTML(warnings.map { HTML.notice($0) }) + body + figures
        + .notice(.text(PageWords.notForecast(language))), pictures: pictures)
  }

  /// What a reader should hear before any figure.
  private var warnings: [HTML] {
    var warnings: [HTML] = []
    if study.replicates < Differences.fewestPairs {
      warnings.append(
        .text(AnswerWords.fewRuns(language, numerals.number(Double(study.replicates)))))
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
      PolicyWords(name: label(policy), rows: rows(policy), language: language)
    }
    let sentences = policies.map { words -> HTML in
      let parts = words.parts
      return "<strong>\(parts[0])</strong><br>\(parts[1])<br>\(parts[2])"
    }
    guard policies.count > 1 else { return introduction + .list(sentences) + summaryTable }
    let counts = [-1, 1, 0].map { way in
      numerals.number(Double(policies.count { $0.direction == way }))
    }
    let all = numerals.number(Double(policies.count))
    let lead = AnswerWords.lead(language, counts[0], all, counts[1], counts[2])
    return "<p><strong>\(lead)</strong></p>\n" + introduction + .list(sentences) + summaryTable
  }

  private var introduction: HTML {
    let reference = study.reference.map { label($0) } ?? ""
    return .paragraph(
      .text(
        AnswerWords.against(
          language, reference, numerals.number(Double(study.replicates)), intervals)))
  }

  private var summaryTable: HTML {
    let rows = study.alternatives.map { policy -> [HTML] in
      let words = PolicyWords(name: "", rows: self.rows(policy), language: language)
      let burdens = words.movedBurdens.map { HTML.text(words.short($0)) }
      let headline = study.difference(policy.name, OutcomeWords.headline)
      return [
        .text(label(policy)), headline?.ratio == nil ? cell(headline) : change(headline),
        cell(study.difference(policy.name, "unwanted_contacts_elsewhere")),
        cell(study.difference(policy.name, "contacts_by_displaced_offenders")),
        burdens.isEmpty ? .text(AnswerWords.none(language)) : .list(burdens),
      ]
    }
    let unit = UnitLabels.text("per 1,000 minors and month", language)
    return .table(
      AnswerWords.summary(language, intervals),
      header: [
        AnswerWords.policy(language), words(OutcomeWords.headline).capitalizedFirst,
        AnswerWords.elsewhere(language, unit), AnswerWords.displaced(language, unit),
        AnswerWords.burdens(language),
      ], rows: Array(rows), words: [4])
  }

  // MARK: One scenario

  private var levels: HTML {
    guard let policy = study.reference else { return "" }
    let headline = study.mean(policy.name, OutcomeWords.headline)
    let unit = UnitLabels.text(headline?.column.unit ?? "", language)
    let parts = OutcomeWords.parts.map { study.mean(policy.name, $0)?.mean ?? 0 }
    let sum = parts.reduce(0, +)
    let shares = parts.map { numerals.percent(sum > 0 ? $0 / sum : nil) }
    let first = AnswerWords.level(
      language, label(policy), words(OutcomeWords.headline),
      numerals.number(headline?.mean), unit, limits(headline))
    let second = AnswerWords.shares(language, shares[0], shares[1], shares[2])
    let names = OutcomeWords.short + OutcomeWords.people
    let rows = names.compactMap { name -> [HTML]? in
      guard let row = study.mean(policy.name, name) else { return nil }
      return [
        .text(words(name).capitalizedFirst), cell(row),
        .text(row.column.unit == "share" ? "" : UnitLabels.text(row.column.unit, language)),
      ]
    }
    return .paragraph(.text(first + " " + second))
      + .table(
        AnswerWords.outcomes(language, intervals),
        header: [
          AnswerWords.outcome(language), AnswerWords.mean(language), PageWords.unit(language),
        ],
        rows: rows, words: [2])
  }

  private func limits(_ row: SummaryRow?) -> String {
    guard let interval = row?.interval else { return AnswerWords.noInterval(language) }
    return AnswerWords.interval(
      language, numerals.limits(numerals.number(interval.low), numerals.number(interval.high)),
      intervals)
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
    let figures = [row.low, row.median, row.high, row.deviation].map { numerals.number($0) }
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
  static let against = Phrase(
    "Each policy against “{1}”, in {2} pairs of runs on the same random numbers. Intervals hold 95 % of {3}.",
    "Chaque politique face à « {1} », sur {2} paires de simulations aux mêmes nombres aléatoires. Intervalles à 95 % : {3}."
  )
  static let lead = Phrase(
    "In this model, {1} of {2} policies clearly lower unwanted sexual contacts to minors over all venues, {3} clearly raise them, {4} show no clear change. What each costs others, and the harm it moves, stands beside it.",
    "Dans ce modèle, {1} politiques sur {2} réduisent nettement les contacts sexuels non désirés envers des mineurs, tous lieux compris, {3} les augmentent nettement, {4} ne montrent pas de changement net. Ce que chacune coûte à d’autres, et le préjudice qu’elle déplace, figurent à côté."
  )
  static let none = Phrase("none moved", "aucune ne bouge")
  static let summary = Phrase(
    "Change against the reference, with 95 % intervals of {1}. Displaced harm and burdens stand beside every benefit.",
    "Changement par rapport à la référence, avec intervalles à 95 % : {1}. Le préjudice déplacé et les contreparties sont à côté de chaque bénéfice."
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
    "Of these, {1} happen here, {2} in private and {3} elsewhere. The level rests on assumed inputs; only comparisons between policies are meant to be used.",
    "Parmi eux, {1} ont lieu ici, {2} en privé et {3} ailleurs. Le niveau repose sur des entrées supposées ; seules les comparaisons entre politiques sont faites pour servir."
  )
  static let interval = Phrase("95 % interval {1}, of {2}", "intervalle à 95 % : {1}, {2}")
  static let noInterval = Phrase("one run: no interval", "une seule simulation : pas d’intervalle")
  static let outcomes = Phrase(
    "Outcomes and burdens: means with 95 % intervals of {1}.",
    "Résultats et contreparties : moyennes avec intervalles à 95 %, {1}.")
  static let outcome = Phrase("Outcome", "Résultat")
  static let mean = Phrase("Mean (95 % interval)", "Moyenne (intervalle à 95 %)")
  static let spreadCaption = Phrase(
    "The same scenario in every replicate: one diamond for each run. Below, the mean with its interval.",
    "Le même scénario dans chaque réplication : un losange par simulation. Dessous, la moyenne avec son intervalle."
  )
  static let bar = Phrase("mean, 95 % interval", "moyenne, intervalle à 95 %")
  static let low = Phrase("5th percentile of runs", "5e centile des simulations")
  static let median = Phrase("median of runs", "médiane des simulations")
  static let high = Phrase("95th percentile of runs", "95e centile des simulations")
  static let deviation = Phrase("standard deviation of runs", "écart-type des simulations")
  static let fewRuns = Phrase(
    "Only {1} replicates: below 8 the intervals are rough.",
    "Seulement {1} réplications : en dessous de 8, les intervalles sont grossiers.")
  static let failures = Phrase(
    "Runs that did not reach their end and are left out: {1}. failures.csv says why.",
    "Simulations qui ne sont pas allées à leur terme et sont exclues : {1}. failures.csv dit pourquoi."
  )
}

import Experiment

extension StudyPage {
  /// Which uncertain inputs the answer goes with, honest about the number of runs.
  var drivers: Section {
    let title = DriverWords.title(language)
    guard !study.runs.drawn.isEmpty, let reference = study.reference else {
      return Section(
        id: "drivers", title: title, body: .paragraph(.text(DriverWords.fixed(language))))
    }
    let compared = study.alternatives.isEmpty ? [reference] : Array(study.alternatives)
    let found = compared.compactMap { policy in
      result(for: policy).map { (policy: policy, result: $0) }
    }
    guard let first = found.first else {
      let count = Counted.replicates(language, study.replicates)
      let fewest = numerals.number(Double(RankCorrelation.fewest))
      let inputs = Counted.inputs(language, study.runs.drawn.count)
      return Section(
        id: "drivers", title: title,
        body: .notice(.text(DriverWords.tooFew(language, count, inputs, fewest))))
    }
    let method =
      first.result.method == .partial ? DriverWords.partial : DriverWords.simple
    let inputs = Counted.inputs(language, first.result.drivers.count)
    let count = Counted.replicates(language, first.result.count)
    var body: HTML = .paragraph(.text(method(language, count, inputs)))
    var pictures: [(name: String, picture: SVG)] = []
    for (index, one) in found.enumerated() {
      let name = index == 0 ? "drivers" : "drivers-\(index + 1)"
      let picture = chart(one.result, one.policy).picture
      pictures.append((name: name, picture: picture))
      body = body + figure(picture, name, caption(one.policy), table: table(one.result, one.policy))
    }
    return Section(
      id: "drivers", title: title, body: body + .paragraph(.text(DriverWords.reading(language))),
      pictures: pictures)
  }

  /// The change against the reference, pair by pair; the level where nothing is compared.
  private func result(for policy: StudyFolder.Policy) -> RankCorrelation.Result? {
    let own = study.runs.values(policy.name, OutcomeWords.headline)
    var outcome = own
    if let reference = study.reference, reference.name != policy.name {
      let other = study.runs.values(reference.name, OutcomeWords.headline)
      outcome = zip(own, other).map { $1 > 0 ? $0 / $1 : .nan }
    }
    let inputs = study.runs.drawn.compactMap { name -> (name: String, values: [Double])? in
      let values = study.runs.values(policy.name, name)
      return values.contains(where: \.isFinite) ? (name, values) : nil
    }
    return RankCorrelation.drivers(of: outcome, on: inputs)
  }

  private func chart(
    _ result: RankCorrelation.Result, _ policy: StudyFolder.Policy
  ) -> IntervalChart {
    var chart = IntervalChart(
      title: caption(policy), note: note, series: [DriverWords.series(language)],
      rows: result.drivers.prefix(8).map { driver in
        IntervalChart.Row(
          study.label(drawnAs: driver.input, language),
          [IntervalChart.Bar(driver.interval, minus: 0)])
      })
    (chart.scale, chart.language) = (.correlation, language)
    return chart
  }

  private func caption(_ policy: StudyFolder.Policy) -> String {
    study.alternatives.isEmpty
      ? DriverWords.level(language) : DriverWords.change(language, label(policy))
  }

  private func table(_ result: RankCorrelation.Result, _ policy: StudyFolder.Policy) -> HTML {
    .table(
      caption(policy),
      header: [
        DriverWords.input(language), DriverWords.series(language), DriverWords.clear(language),
      ],
      rows: result.drivers.map { driver in
        let interval = driver.interval
        return [
          .text(study.label(drawnAs: driver.input, language)),
          limited(
            numerals.signed(interval.estimate), numerals.signed(interval.low),
            numerals.signed(interval.high)),
          .text(driver.isClear ? DriverWords.yes(language) : DriverWords.no(language)),
        ]
      }, words: [2])
  }
}

extension StudyFolder {
  /// The parameter that a drawn column is, or is a part of.
  func parameter(drawnAs column: String) -> ParameterRow? { columns.row(column) }

  /// The words for a drawn column.
  func label(drawnAs column: String, _ language: Language) -> String {
    guard let row = parameter(drawnAs: column) else { return column }
    let rest = column.dropFirst(row.key.utf8.count)
    let part = rest.isEmpty ? "" : " (" + rest.dropFirst().replacing("_", with: " ") + ")"
    return ParameterLabels.text(row.key, language) + part
  }

  /// How many of the parameters are the reference's: it has every key once, and comes first.
  var baselineParameters: Int {
    var seen: Set<String> = []
    return parameters.firstIndex { !seen.insert($0.key).inserted } ?? parameters.count
  }
}

private enum DriverWords {
  static let title = Phrase("What drives the uncertainty", "Ce qui fait l’incertitude")
  static let fixed = Phrase(
    "Uncertain parameters stood at their medians: the intervals hold chance alone, and more runs narrow them.",
    "Les paramètres incertains étaient à leur médiane : les intervalles ne contiennent que le hasard, et plus de simulations les resserrent."
  )
  static let tooFew = Phrase(
    "Too few runs to say: {1} for {2}. Below {3} nothing is claimed; a few times as many replicates as inputs are needed to tell them apart (-r).",
    "Trop peu de simulations pour le dire : {1} pour {2}. En dessous de {3}, rien n’est affirmé ; il faut quelques fois plus de réplications que d’entrées pour les distinguer (-r)."
  )
  static let partial = Phrase(
    "Partial rank correlations over {1}: each of {2} with the ranks of all others taken out. Intervals hold for all inputs at once (Bonferroni).",
    "Corrélations de rang partielles sur {1} : chacune de {2}, les rangs des autres étant retirés. Les intervalles valent pour toutes les entrées à la fois (Bonferroni)."
  )
  static let simple = Phrase(
    "Rank correlations over {1}, each of {2} by itself: too few runs to take the others out. Intervals hold for all inputs at once (Bonferroni); few can be told from none.",
    "Corrélations de rang sur {1}, chacune de {2} prise seule : trop peu de simulations pour retirer les autres. Les intervalles valent pour toutes les entrées à la fois (Bonferroni) ; peu se distinguent de zéro."
  )
  static let reading = Phrase(
    "An input whose interval holds 0 can’t be told from one without influence. Correlation over draws is the model’s own cause and effect, not the world’s; a relation that isn’t monotone is missed. This is no global sensitivity analysis.",
    "Une entrée dont l’intervalle contient 0 ne se distingue pas d’une entrée sans influence. La corrélation sur les tirages est la causalité du modèle, pas celle du monde ; une relation non monotone échappe. Ce n’est pas une analyse de sensibilité globale."
  )
  static let level = Phrase(
    "Inputs with which the level of unwanted contacts goes",
    "Entrées avec lesquelles va le niveau des contacts non désirés")
  static let change = Phrase(
    "Inputs with which the change goes: {1}", "Entrées avec lesquelles va le changement : {1}")
  static let series = Phrase(
    "rank correlation, 95 % interval", "corrélation de rang, intervalle à 95 %")
  static let input = Phrase("Input", "Entrée")
  static let clear = Phrase("Clear of 0", "Distincte de 0")
  static let yes = Phrase("yes", "oui")
  static let no = Phrase("no", "non")
}

import Experiment

extension StudyPage {
  /// What everything rests on: what policies change, what is drawn, and every parameter.
  var assumptions: Section {
    let rows = study.parameters.prefix(study.baselineParameters)
    let (assumed, all) = assumedInputs
    let drawn = numerals.number(Double(study.runs.drawn.count))
    return Section(
      id: "assumptions", title: AssumptionWords.title(language),
      body: .paragraph(.text(AssumptionWords.count(language, assumed, all, drawn)))
        + changes + drawnTable
          + """
          <details><summary>\(AssumptionWords.every(language))</summary>
          \(parameterTable(Array(rows)))</details>

          """)
  }

  /// How many inputs of the reference nobody has published a figure for, and of how many.
  var assumedInputs: (assumed: String, all: String) {
    let kinds = study.parameters.prefix(study.baselineParameters).map { kind($0.source) }
    return (
      numerals.number(Double(kinds.count { $0 == "assumed" })),
      numerals.number(Double(kinds.count { !$0.isEmpty }))
    )
  }

  private var changes: HTML {
    guard !study.alternatives.isEmpty else { return "" }
    let rows = study.alternatives.map { policy -> [HTML] in
      let items = policy.changes.map { change -> HTML in
        let name = ParameterLabels.text(change.path, language)
        let from = change.from.isEmpty ? NumberText.undefined : readable(change.from)
        return "\(name): <code>\(from)</code> → <code>\(readable(change.to))</code>"
      }
      return [.text(label(policy)), .list(items)]
    }
    return "<h3>\(AssumptionWords.changes(language))</h3>\n"
      + .table(
        AssumptionWords.changesCaption(language),
        header: [AssumptionWords.policy(language), AssumptionWords.change(language)],
        rows: Array(rows), words: [1])
  }

  /// Drawn parameters with the range that the replicates really had.
  private var drawnTable: HTML {
    let title: HTML = "<h3>\(AssumptionWords.drawn(language))</h3>\n"
    guard !study.runs.drawn.isEmpty else {
      return title + .paragraph(.text(AssumptionWords.medians(language)))
    }
    let rows = study.runs.drawn.compactMap { name -> [HTML]? in
      guard let row = study.parameter(drawnAs: name) else { return nil }
      let own = study.policies.lazy.map { study.runs.values($0.name, name) }
      let values = (own.first { $0.contains(where: \.isFinite) } ?? []).filter(\.isFinite).sorted()
      let ends = [values.first, Statistics.quantile(0.5, ofSorted: values), values.last]
        .map { numerals.number($0) }
      return [
        .text(study.label(drawnAs: name, language).capitalizedFirst),
        "<code>\(readable(row.value))</code>",
        limited(ends[1], ends[0], ends[2]) + " \(row.unit)", source(row),
      ]
    }
    return title
      + .table(
        AssumptionWords.drawnCaption(language),
        header: [
          AssumptionWords.parameter(language), AssumptionWords.law(language),
          AssumptionWords.range(language), AssumptionWords.source(language),
        ], rows: rows, words: [1, 3])
  }

  private func parameterTable(_ rows: [ParameterRow]) -> HTML {
    .table(
      AssumptionWords.every(language),
      header: [
        AssumptionWords.parameter(language), AssumptionWords.value(language),
        AssumptionWords.allowed(language), AssumptionWords.source(language),
      ],
      rows: rows.map { row in
        let limits =
          row.low == nil && row.high == nil
          ? ""
          : numerals.limits(numerals.number(row.low), numerals.number(row.high)) + " " + row.unit
        return [
          "\(ParameterLabels.text(row.key, language).capitalizedFirst)<br><code>\(row.key)</code>",
          "<code>\(readable(row.value))</code>", .text(limits), source(row),
        ]
      }, words: [1, 2, 3])
  }

  /// A distribution as `lognormal(median: 15 min, log_sd: 1.1)`, anything else as it is.
  private func readable(_ value: String) -> String {
    guard value.hasPrefix("{ "), value.hasSuffix(" }") else { return value }
    let inner = String(value.dropFirst(2).dropLast(2))
    return inner.replacing(": { ", with: "(").replacing(" }", with: ")")
  }

  /// The kind of source as a mark, then the source as its author wrote it, in English.
  private func source(_ row: ParameterRow) -> HTML {
    let kind = kind(row.source)
    guard !kind.isEmpty else { return "" }
    let text = row.source.dropFirst(kind.count).drop { ":, ".contains($0) }
    let style: HTML = kind == "assumed" ? "mark assumed" : "mark"
    return """
      <span class="\(style)">\(Labels.source(kind, language))</span> \
      <span lang="en">\(String(text))</span>
      """
  }

  private func kind(_ source: String) -> String {
    Labels.sources.keys.sorted().first { source.hasPrefix($0) } ?? ""
  }
}

private enum AssumptionWords {
  static let title = Phrase("What it rests on", "Sur quoi tout repose")
  static let count = Phrase(
    "{1} of {2} parameters are assumed: nobody has published a figure. Uncertain, and drawn once per replicate, the same for all policies: {3}.",
    "{1} paramètres sur {2} sont supposés : personne n’a publié de chiffre. Incertains, et tirés une fois par réplication, les mêmes pour toutes les politiques : {3}."
  )
  static let changes = Phrase("What each policy changes", "Ce que change chaque politique")
  static let changesCaption = Phrase(
    "Parameters that differ from the reference", "Paramètres qui diffèrent de la référence")
  static let policy = Phrase("Policy", "Politique")
  static let change = Phrase("Reference → policy", "Référence → politique")
  static let drawn = Phrase("Uncertain parameters", "Paramètres incertains")
  static let medians = Phrase(
    "None was drawn: all stand at their medians, and intervals hold chance alone.",
    "Aucun n’a été tiré : tous sont à leur médiane, et les intervalles ne contiennent que le hasard."
  )
  static let drawnCaption = Phrase(
    "Uncertain parameters: law, and median with range over the replicates, with the model’s inner unit (hours; shares from 0 to 1)",
    "Paramètres incertains : loi, et médiane avec étendue sur les réplications, en unité interne du modèle (heures ; proportions de 0 à 1)"
  )
  static let every = Phrase(
    "Every parameter of the reference", "Tous les paramètres de la référence")
  static let parameter = Phrase("Parameter", "Paramètre")
  static let law = Phrase("Law", "Loi")
  static let range = Phrase("Median (range) drawn", "Médiane (étendue) tirée")
  static let source = Phrase("Source", "Source")
  static let value = Phrase("Value", "Valeur")
  static let allowed = Phrase("Allowed", "Permis")
}

import Experiment
import Simulation

/// What inputs do, as one page that needs nothing from outside: for each policy a sentence, a picture and
/// the table behind it.
public struct SensitivityPage: Sendable {
  let study: SensitivityFolder
  let language: Language
  let numerals: Numerals

  /// A page about a finished analysis.
  public init(_ study: SensitivityFolder, language: Language) {
    (self.study, self.language, numerals) = (study, language, Numerals(language))
  }

  /// Inputs of a picture; the table has all.
  private static let most = 8

  /// The file: one HTML document.
  public var document: String {
    let facts = study.provenance
    let sections = sections
    let subtitle = IndexWords.subtitle(language, facts.study, String(facts.seed))
    return PageFrame(
      language: language, title: IndexWords.title(language, titles), subtitle: subtitle
    )
    .page(sections + [.limits(language), .origin(facts, language)]).markup
  }

  /// Each figure as a file of its own: name and content.
  public var figures: [(name: String, svg: String)] {
    sections.flatMap(\.pictures).map { ($0.name + ".svg", $0.picture.document) }
  }

  private var titles: String { study.scenarios.first.map { label($0.title) } ?? "" }

  private func label(_ title: String) -> String { Labels.scenario(title, language) }

  private var sections: [PageSection] {
    study.scenarios.flatMap { scenario in
      [OutcomeWords.headline, OutcomeWords.serious].compactMap { outcome in
        section(scenario.name, label(scenario.title), outcome)
      }
    }
  }

  private func section(_ scenario: String, _ title: String, _ outcome: String) -> PageSection? {
    guard let told = ToldIndices(study.rows, of: outcome, in: scenario) else { return nil }
    let words = OutcomeLabels.text(outcome, language)
    let head = (told.kind == .level ? IndexWords.level : IndexWords.change)(language, words, title)
    let id = "sensitivity-\(scenario)-\(outcome)".replacing("_", with: "-")
    guard told.index == .total else {
      return PageSection(
        id: id, title: head,
        body: .paragraph(.text(IndexWords.screening(language))) + table(told, head))
    }
    let picture = chart(told, head).picture
    return PageSection(
      id: id, title: head,
      body: .paragraph(.text(sentence(told)))
        + .figure(
          picture, id: "figure-" + id, caption: IndexWords.caption(language),
          summary: PageWords.table(language), table: table(told, head)),
      pictures: [(name: id, picture: picture)])
  }

  private func name(_ input: String) -> String {
    switch input {
    case Sample.others: IndexWords.others(language)
    case Sample.chance: IndexWords.chance(language)
    default: ParameterLabels.text(input, language)
    }
  }

  /// What matters most, how much is left to chance and to what wasn't looked at.
  private func sentence(_ told: ToldIndices) -> String {
    let most = told.inputs.prefix(3).compactMap { input in
      told.value(input, .total).map { "\(name(input)) (\(bracketed($0)))" }
    }
    let share = { (input: String) in numerals.percent(told.value(input, .total)?.estimate) }
    return IndexWords.sentence(
      language, most.joined(separator: ", "), share(Sample.others), share(Sample.chance),
      String(told.counts.rows), String(told.counts.planned))
  }

  private func bracketed(_ value: Interval) -> String {
    let limits = numerals.limits(numerals.percent(value.low), numerals.percent(value.high))
    return "\(numerals.percent(value.estimate)), \(limits)"
  }

  private func chart(_ told: ToldIndices, _ title: String) -> IntervalChart {
    var chart = IntervalChart(
      title: title, note: IndexWords.note(language),
      series: [IndexWords.total(language), IndexWords.first(language)],
      rows: (told.inputs.prefix(Self.most) + told.rest).map { input in
        IntervalChart.Row(
          name(input),
          [SensitivityRow.Index.total, .first].map { told.value(input, $0).flatMap(bar) })
      })
    (chart.language, chart.isShare) = (language, true)
    return chart
  }

  /// Few rows give limits far beyond what a share can be: bars are cut there.
  private func bar(_ value: Interval) -> IntervalChart.Bar? {
    let cut = { (number: Double) in min(1.2, max(-0.2, number)) }
    return IntervalChart.Bar(cut(value.estimate), cut(value.low), cut(value.high))
  }

  private func table(_ told: ToldIndices, _ caption: String) -> HTML {
    let hasIndices = told.index == .total
    let indices: [SensitivityRow.Index] = hasIndices ? [.total, .first] : [.muStar, .mu, .sigma]
    let text = { (number: Double) in hasIndices ? numerals.percent(number) : numerals.number(number)
    }
    return .table(
      caption, header: [IndexWords.input(language)] + indices.map(\.rawValue),
      rows: (told.inputs + told.rest).map { input in
        [.text(name(input))]
          + indices.map { index -> HTML in
            guard let value = told.value(input, index) else { return "" }
            return .text(
              numerals.bracketed(
                text(value.estimate), value.low.isFinite ? text(value.low) : nil,
                value.high.isFinite ? text(value.high) : nil))
          }
      })
  }
}

private enum IndexWords {
  static let title = Phrase(
    "What the results on “{1}” hang on", "De quoi dépendent les résultats sur « {1} »")
  static let subtitle = Phrase("Study {1}, seed {2}.", "Étude {1}, graine {2}.")
  static let change = Phrase("Change of {1}: {2}", "Changement : {1} – {2}")
  static let level = Phrase("Level of {1}: {2}", "Niveau : {1} – {2}")
  static let sentence = Phrase(
    "Most hangs on {1}. Inputs that were not looked at one by one: {2}; chance: {3} (total indices; {4} of {5} rows).",
    "L’essentiel dépend de {1}. Entrées non examinées une à une : {2} ; hasard : {3} (indices totaux ; {4} lignes sur {5})."
  )
  static let screening = Phrase(
    "Screened only: mean size of the change over an input’s whole range, and its standard deviation.",
    "Criblage seul : taille moyenne du changement sur toute l’étendue d’une entrée, et son écart-type."
  )
  static let caption = Phrase(
    "Share of the variance over plausible worlds. Disc: what is left if that input alone is unknown; diamond: what it explains by itself. Bars: 95 % bootstrap limits, cut beyond 0 and 100 %.",
    "Part de la variance sur les mondes plausibles. Disque : ce qui reste si cette seule entrée est inconnue ; losange : ce qu’elle explique seule. Barres : limites bootstrap à 95 %, coupées au-delà de 0 et 100 %."
  )
  static let note = Phrase(
    "In this model, over the laws of the inputs, most of which are assumed.",
    "Dans ce modèle, selon les lois des entrées, supposées pour la plupart.")
  static let total = Phrase("total", "total")
  static let first = Phrase("by itself", "seule")
  static let others = Phrase("all other inputs together", "toutes les autres entrées ensemble")
  static let chance = Phrase("chance", "hasard")
  static let input = Phrase("Input", "Entrée")
}

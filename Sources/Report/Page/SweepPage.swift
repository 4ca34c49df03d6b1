import Experiment
import Simulation

/// A sweep as one page that needs nothing from outside: the answer over all points, a picture of each
/// parameter, the table behind it.
public struct SweepPage: Sendable, Numbered {
  let sweep: SweepFolder
  let language: Language
  let numerals: Numerals

  /// A page about a finished sweep.
  public init(_ sweep: SweepFolder, language: Language) {
    (self.sweep, self.language, numerals) = (sweep, language, Numerals(language))
  }

  /// Points that the page's table has; the tables beside it have all.
  private static let mostRows = 200
  /// Parameters and policies that the picture has.
  private static let mostColumns = 6, mostPolicies = 12
  /// Points up to which limits are drawn.
  private static let mostBars = 60

  /// The file: one HTML document.
  public var document: String {
    let facts = sweep.provenance
    let subtitle = SweepWords.subtitle(
      language, facts.study, SweepWords.points(language, sweep.points),
      Counted.draws(language, facts.draws), String(facts.seed))
    return PageFrame(language: language, title: title, subtitle: subtitle)
      .page([answer, parameters, .limits(language), .origin(facts, language)]).markup
  }

  /// Each figure as a file of its own: name and content.
  public var figures: [(name: String, svg: String)] { [("sweep.svg", chart.picture.document)] }

  private var title: String {
    SweepWords.title(language, sweep.scenarios.first.map(\.title).map(label) ?? "")
  }

  private func label(_ title: String) -> String { Labels.scenario(title, language) }

  /// Policies with the points at which they have a change; none of a scenario swept by itself.
  private var policies: [(name: String, title: String)] { Array(sweep.scenarios.dropFirst()) }

  private var answer: PageSection {
    let lines = policies.map { policy -> HTML in
      let rows = (sweep.changes[policy.name] ?? []).compactMap { $0 }
      let middles = rows.compactMap(\.ratioEstimate)
      guard let low = middles.min(), let high = middles.max() else {
        return .text(SweepWords.undefined(language, label(policy.title)))
      }
      let fewer = rows.count { $0.isClear && ($0.difference ?? 0) < 0 }
      let more = rows.count { $0.isClear && ($0.difference ?? 0) > 0 }
      return .text(
        SweepWords.line(
          language, label(policy.title), numerals.change(low), numerals.change(high),
          String(fewer), String(more), String(rows.count)))
    }
    return PageSection(
      id: "answer", title: SweepWords.answer(language),
      body: lines.isEmpty
        ? .paragraph(.text(SweepWords.levels(language))) : .list(lines))
  }

  private var parameters: PageSection {
    let rest = sweep.points > Self.mostRows
    return PageSection(
      id: "parameters", title: SweepWords.parameters(language),
      body: .figure(
        chart.picture, id: "figure-sweep", caption: SweepWords.caption(language),
        summary: PageWords.table(language), table: table)
        + (rest
          ? .paragraph(.text(SweepWords.more(language, String(Self.mostRows)))) : ""),
      pictures: [(name: "sweep", picture: chart.picture)])
  }

  private var chart: SweepChart {
    let factors = Array(sweep.factors.prefix(Self.mostColumns))
    let columns = factors.map { factor in
      SweepChart.Column(
        title: name(of: factor), words: factor.numbers == nil ? words(of: factor) : [],
        unit: factor.unit)
    }
    let places = factors.map { factor in
      let words = words(of: factor)
      return factor.numbers
        ?? factor.texts.map { text in Double(words.firstIndex(of: text) ?? 0) }
    }
    let isChange = !policies.isEmpty
    let shown =
      isChange ? Array(policies.prefix(Self.mostPolicies)) : Array(sweep.scenarios.prefix(1))
    let rows = shown.map { one in
      (label: label(one.title), marks: places.map { marks(one.name, at: $0, isChange) })
    }
    let numerals = numerals
    return SweepChart(
      title: (isChange ? SweepWords.changes : SweepWords.chart)(
        language, OutcomeLabels.text(OutcomeWords.headline, language)),
      note: SweepWords.note(language), columns: columns, rows: rows,
      written: { isChange ? numerals.change($0 + 1) : numerals.number($0) }, numerals: numerals)
  }

  private func words(of factor: SweepFolder.Factor) -> [String] {
    factor.texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func marks(_ name: String, at places: [Double], _ isChange: Bool) -> [SweepChart.Mark] {
    let hasBars = sweep.points <= Self.mostBars
    return places.indices.compactMap { point in
      let found: Interval?, middle: Double?
      if isChange {
        let ratio = sweep.changes[name]?[point]
        found = ratio?.ratio.map {
          Interval(estimate: $0.estimate - 1, low: $0.low - 1, high: $0.high - 1)
        }
        middle = ratio?.ratioEstimate.map { $0 - 1 }
      } else {
        found = sweep.levels[name]?[point]?.interval
        middle = sweep.levels[name]?[point]?.median
      }
      return middle.map { middle in
        SweepChart.Mark(
          x: places[point], y: middle, limits: hasBars ? found.map { ($0.low, $0.high) } : nil)
      }
    }
  }

  private func name(of factor: SweepFolder.Factor) -> String {
    let words = ParameterLabels.text(factor.path, language)
    guard let owner = factor.owner else { return words }
    let title = sweep.scenarios.first { $0.name == owner }?.title ?? owner
    return "\(words) – \(label(title))"
  }

  private var table: HTML {
    let names = sweep.scenarios
    let header =
      ["#"] + sweep.factors.map(name)
      + names.prefix(1).map { "\(label($0.title)): \(unit)" } + policies.map { label($0.title) }
    let rows = (0..<min(sweep.points, Self.mostRows)).map { point -> [HTML] in
      [.text(String(point + 1))]
        + sweep.factors.map { factor -> HTML in
          .text(
            factor.numbers.map { numerals.value($0[point], unit: factor.unit) }
              ?? factor.texts[point])
        }
        + names.prefix(1).map { cell(sweep.levels[$0.name]?[point] ?? nil) }
        + policies.map { change(sweep.changes[$0.name]?[point] ?? nil) }
    }
    return .table(SweepWords.caption(language), header: header, rows: rows)
  }

  private var unit: String {
    let row = sweep.scenarios.first.flatMap { sweep.levels[$0.name]?.compactMap { $0 }.first }
    return UnitLabels.text(row?.column.unit ?? "", language)
  }
}

private enum SweepWords {
  static let points = Counted("point", "point")
  static let title = Phrase("A sweep of “{1}”", "Balayage de « {1} »")
  static let subtitle = Phrase(
    "Study {1}: {2}, {3}, seed {4}.", "Étude {1} : {2}, {3}, graine {4}.")
  static let answer = Phrase("Over all points", "Sur l’ensemble des points")
  static let line = Phrase(
    "{1}: middles from {2} to {3}; clearly fewer unwanted contacts at {4}, clearly more at {5} of {6} points.",
    "{1} : milieux de {2} à {3} ; nettement moins de contacts non désirés en {4}, nettement plus en {5} des {6} points."
  )
  static let undefined = Phrase(
    "{1}: no change can be told at any point.", "{1} : aucun changement ne peut être donné.")
  static let levels = Phrase(
    "One scenario was swept: what is shown are levels, which most sources do not fix.",
    "Un seul scénario a été balayé : ce sont des niveaux, que la plupart des sources ne fixent pas."
  )
  static let parameters = Phrase("Parameter by parameter", "Paramètre par paramètre")
  static let changes = Phrase("Change of {1}", "Changement : {1}")
  static let chart = Phrase("Level of {1}", "Niveau : {1}")
  static let caption = Phrase(
    "Each mark is a point of the sweep, in each panel at its value of that parameter; pale bars are limits, cut where they go far. The line joins medians over the points that share a value.",
    "Chaque marque est un point du balayage, dans chaque cadre à sa valeur du paramètre ; barres pâles : limites, coupées si elles vont loin. La ligne joint les médianes des points de même valeur."
  )
  static let note = Phrase(
    "In this model. Points of a sweep are settings, not plausible worlds: their spread is no uncertainty.",
    "Dans ce modèle. Les points d’un balayage sont des réglages, non des mondes plausibles : leur dispersion n’est pas une incertitude."
  )
  static let more = Phrase(
    "The first {1} points are shown; summary.csv and differences.csv have all.",
    "Les {1} premiers points sont montrés ; summary.csv et differences.csv les ont tous.")
}

import Experiment
import Simulation

/// The comparison of policies as people read it: benefit, burdens and displaced harm side by side.
///
/// Made from a study's `differences.csv` alone, so that every figure in a document comes from a file.
public struct PolicyTable: Sendable {
  /// Scenarios in the order of the file, and what differs by scenario and outcome.
  let scenarios: [String]
  private let cells: [String: [String: DifferenceRow]]
  /// Pairs of runs behind each row, and what the intervals are.
  private let pairs: String, intervals: String

  /// Reads the text of a `differences.csv`.
  ///
  /// - Throws: `NamedRows.Fault`, naming the column that is missing.
  public init(differences text: String) throws(NamedRows.Fault) {
    let rows = try Differences.rows(of: Array(text.utf8))
    var names: [String] = [], cells: [String: [String: DifferenceRow]] = [:]
    for row in rows where row.period == .window {
      if !names.contains(row.scenario) { names.append(row.scenario) }
      cells[row.scenario, default: [:]][row.column.name] = row
    }
    (scenarios, self.cells) = (names, cells)
    pairs = rows.first.map { Counted.pairsOfRuns(.en, $0.pairs) } ?? ""
    intervals =
      rows.first?.kind == .chance
      ? "bars: 95 % intervals of the mean, over chance alone"
      : "bars: 95 % of plausible worlds round their median"
  }

  /// Change of an outcome relative to the baseline.
  func ratio(_ scenario: String, _ outcome: String) -> IntervalChart.Bar? {
    cells[scenario]?[outcome]?.ratio.flatMap { IntervalChart.Bar($0, minus: 1) }
  }

  /// Change of an outcome in its own unit.
  func difference(_ scenario: String, _ outcome: String) -> IntervalChart.Bar? {
    cells[scenario]?[outcome]?.interval.flatMap { IntervalChart.Bar($0, minus: 0) }
  }

  /// The chart of the headline: all venues, and the platform alone.
  ///
  /// - Parameter label: What a scenario is called for readers.
  public func chart(label: (String) -> String) -> IntervalChart {
    chart(
      "Unwanted sexual contacts to minors: change against the unmoderated platform",
      series: ["all venues, with harm displaced elsewhere", "on the platform alone"],
      rows: scenarios.map { scenario in
        IntervalChart.Row(
          label(scenario),
          [
            ratio(scenario, OutcomeName.unwantedContacts),
            ratio(scenario, OutcomeName.unwantedContactsHere),
          ])
      })
  }

  /// A chart of changes of this table, with what must be said of all its figures.
  func chart(_ title: String, series: [String], rows: [IntervalChart.Row]) -> IntervalChart {
    IntervalChart(
      title: title,
      note: "In this model. \(pairs); \(intervals). "
        + "Most inputs are assumed: effects, not levels.",
      series: series, rows: rows)
  }

  /// A Markdown table: per policy the benefit, what moved, and what it costs whom. What no policy has a
  /// figure for has no column.
  public func markdown(label: (String) -> String) -> String {
    Self.markdown(rows: scenarios.map { (label($0), $0) }, columns: columns)
  }

  /// A head, and what stands below it for a scenario.
  typealias Column = (head: String, cell: (String) -> String)

  private var columns: [Column] {
    [
      ("unwanted contacts to minors, all venues", { change($0, OutcomeName.unwantedContacts) }),
      ("serious harm to minors, weighted", { change($0, OutcomeName.seriousHarm) }),
      ("on the platform", { change($0, OutcomeName.unwantedContactsHere) }),
      (
        (hasRivals ? "at rivals" : "elsewhere") + ", per 1,000 minors and month",
        { number($0, OutcomeName.unwantedContactsElsewhere) }
      ),
      (
        "by offenders kept out, elsewhere, to others",
        // With rivals they are in the headline: the aggregate place is closed.
        { hasRivals ? "–" : number($0, "contacts_by_displaced_offenders") }
      ),
      ("ordinary adults refused or giving up", keptOut),
      (
        "benign hours lost, per 1,000 people and month", { number($0, "benign_hours_lost") }
      ),
      ("of them spent nowhere", { number($0, "benign_hours_off_line") }),
      (
        "harmless first contacts stopped, per 1,000 people and month",
        { number($0, "benign_contacts_blocked") }
      ),
      (
        "wrongful sanctions, per 1,000 user-months", { number($0, "wrongful_sanctions") }
      ),
      ("moderators' hours a day", { number($0, "moderation_hours") }),
      ("cost a day, EUR", { number($0, "cost") }),
    ]
  }

  /// Whether harm at a rival is told of any scenario.
  var hasRivals: Bool {
    !OutcomeWords.rivals { name in scenarios.contains { difference($0, name) != nil } }.isEmpty
  }

  /// A table of columns that say something about some row.
  static func markdown(rows: [(label: String, scenario: String)], columns: [Column]) -> String {
    let told = columns.filter { column in rows.contains { column.cell($0.scenario) != "–" } }
    let lines =
      [["policy"] + told.map(\.head), Array(repeating: "---", count: told.count + 1)]
      + rows.map { row in [row.label] + told.map { $0.cell(row.scenario) } }
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// Change of an outcome relative to the baseline, with its limits.
  func change(_ scenario: String, _ outcome: String) -> String {
    percent(ratio(scenario, outcome))
  }

  /// Share of plausible worlds in which there is less.
  func share(_ scenario: String, _ outcome: String) -> String {
    cells[scenario]?[outcome]?.estimate?.pLess.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
  }

  private func percent(_ bar: IntervalChart.Bar?) -> String {
    guard let bar else { return "–" }
    let text = IntervalChart.percent
    return "\(text(bar.estimate)) (\(text(bar.low)) to \(text(bar.high)))"
  }

  private func keptOut(_ scenario: String) -> String {
    let parts = ["adults_refused", "adults_dropped_out"].compactMap { difference(scenario, $0) }
    let sum = parts.reduce(0) { $0 + $1.estimate }
    return sum == 0 ? "0 %" : IntervalChart.percent(sum)
  }

  private func number(_ scenario: String, _ outcome: String) -> String {
    guard let bar = difference(scenario, outcome) else { return "–" }
    if bar.estimate == 0, bar.low == 0, bar.high == 0 { return "0" }
    return
      "\(Self.short(bar.estimate)) (\(Self.short(bar.low)) to \(Self.short(bar.high)))"
  }

  /// Three significant digits at most, thousands grouped.
  static func short(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let sign = value < 0 ? "−" : "", size = abs(value)
    if size >= 100 {
      let digits = Array(String(Int(size.rounded())))
      var text = ""
      for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text += "," }
        text.append(digit)
      }
      return sign + text
    }
    let scale: Double = size >= 10 ? 10 : size >= 1 ? 100 : 1000
    let units = Int((size * scale).rounded()), places = scale == 10 ? 1 : scale == 100 ? 2 : 3
    guard units > 0 else { return "0" }
    let text = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

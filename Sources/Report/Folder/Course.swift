import Experiment
import Simulation

/// timeseries.csv as medians over draws with the limits of plausible worlds, by scenario and period.
struct Course: Sendable {
  /// One period: median and mean over draws, NaN where no run has the period.
  struct Level: Sendable {
    let middle: Double, mean: Double
    /// Limits over draws, or with a single draw the Monte Carlo error; nil where there are none.
    let interval: Interval?
  }

  /// The series that are drawn. No other is kept, since every value of these stays in memory.
  static let series =
    [OutcomeName.unwantedContactsCount, "open_cases"] + OutcomeWords.people
    + [OutcomeName.onlineRivals, OutcomeName.unwantedContactsRivalsCount]

  /// Where each period begins, in hours since the run began at a midnight.
  let starts: [Double]
  /// Hours of each period.
  let length: Double
  private let levels: [String: [String: [Level]]]

  /// Reads the table row by row.
  ///
  /// - Throws: `NamedRows.Fault`; `DiskError`.
  /// - Complexity: In memory, runs × periods × ``series``.
  init(_ path: String, runs: RunColumns, provenance: Provenance) throws {
    // A package that names more runs than there are must not ask for memory for them.
    let (draws, replicates) = (
      min(provenance.draws, runs.count), min(provenance.replicates, runs.count)
    )
    let table = try RowReader(path, table: "timeseries.csv", columns: SeriesValues.naming)
    var values = SeriesValues(
      draws: draws * replicates <= runs.count ? draws : 0, replicates: replicates, of: table)
    try table.read { values.add($0) }
    (starts, length) = (values.starts, values.length)
    var levels: [String: [String: [Level]]] = [:]
    for scenario in runs.scenarios {
      let lost = runs.stopped[scenario] ?? []
      for (place, name) in Self.series.enumerated() {
        levels[scenario, default: [:]][name] = values.levels(scenario, place, lost: lost)
      }
    }
    self.levels = levels
  }

  /// A series of one scenario; empty where it has none.
  func levels(_ scenario: String, _ series: String) -> [Level] {
    levels[scenario]?[series] ?? []
  }
}

/// The values of the drawn series by scenario and period, one for each run.
private struct SeriesValues {
  /// The columns that say what a row is of.
  static let naming = ["scenario", "draw", "replicate", "period", "from_h", "length_h"]

  let draws: Int, replicates: Int
  private(set) var starts: [Double] = [], length = 0.0
  /// Where the columns stand: those that name a row, and the series.
  private let named: [Int], drawn: [Int?]
  private var scenarios: [String] = []
  /// By scenario; then period, series, draw and replicate, the last one fastest.
  private var values: [[Double]] = []

  init(draws: Int, replicates: Int, of table: RowReader) {
    (self.draws, self.replicates) = (draws, replicates)
    named = table.places(of: Self.naming)
    drawn = Course.series.map { table.place(of: $0) }
  }

  private var runs: Int { draws * replicates }
  private var size: Int { Course.series.count * runs }

  mutating func add(_ row: CSV.Row) {
    guard let period = row.whole(named[3]), (1...100_000).contains(period),
      let start = row.number(named[4]), let draw = row.whole(named[1]),
      let replicate = row.whole(named[2]), draw >= 1, draw <= draws,
      replicate >= 1, replicate <= replicates
    else { return }
    length = row.number(named[5]) ?? length
    while starts.count < period { starts.append(start) }
    starts[period - 1] = start
    let own = place(of: row.text(named[0]))
    if values[own].count < period * size {
      values[own] += Array(repeating: .nan, count: period * size - values[own].count)
    }
    let run = (period - 1) * size + (draw - 1) * replicates + replicate - 1
    for (place, cell) in drawn.enumerated() {
      values[own][run + place * runs] = cell.flatMap { row.number($0) } ?? .nan
    }
  }

  private mutating func place(of scenario: String) -> Int {
    if let known = scenarios.firstIndex(of: scenario) { return known }
    scenarios.append(scenario)
    values.append([])
    return scenarios.count - 1
  }

  /// - Parameter lost: Draws of which a run was stopped: those with most harm, above all others.
  func levels(_ scenario: String, _ series: Int, lost: Set<Int>) -> [Course.Level] {
    guard let place = scenarios.firstIndex(of: scenario) else { return [] }
    let own = values[place]
    return stride(from: 0, to: own.count, by: size).map { period in
      let first = period + series * runs
      let byDraw = DrawValues(
        Array(own[first..<(first + runs)]), replicates: replicates, stopped: lost)
      let found = Uncertainty.level(
        byDraw, level: 0.95, lost: draws > 1 ? lost.count : 0,
        limits: 0...Double.infinity)
      guard let found else { return Course.Level(middle: .nan, mean: .nan, interval: nil) }
      let limits = found.ui.map { Interval($0, middle: found.median) } ?? found.mc
      return Course.Level(
        middle: found.median, mean: found.mean, interval: limits)
    }
  }
}

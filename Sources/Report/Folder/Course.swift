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
  static let series = ["unwanted_contacts_count", "open_cases"] + OutcomeWords.people

  /// Where each period begins, in hours since the run began at a midnight.
  let starts: [Double]
  /// Hours of each period.
  let length: Double
  private let levels: [String: [String: [Level]]]

  /// Reads the table line by line.
  ///
  /// - Throws: `NamedRows.Fault`.
  /// - Complexity: In memory, runs × periods × ``series``.
  init(_ bytes: [UInt8], runs: RunColumns, provenance: Provenance) throws(NamedRows.Fault) {
    // A package that names more runs than there are must not ask for memory for them.
    let (draws, replicates) = (
      min(provenance.draws, runs.count), min(provenance.replicates, runs.count)
    )
    var values = SeriesValues(
      draws: draws * replicates <= runs.count ? draws : 0, replicates: replicates)
    let needed = ["scenario", "draw", "replicate", "period", "from_h", "length_h"]
    // No cell of this table holds a line end, so that it can be read a thousand lines at a time.
    let lines = bytes.split(separator: 10)
    guard let header = lines.first else { throw NamedRows.Fault(description: "no timeseries") }
    for from in stride(from: 1, to: lines.count, by: 1_000) {
      var piece = Array(header)
      for line in lines[from..<min(lines.count, from + 1_000)] { piece += [10] + line }
      let rows = try NamedRows(piece, table: "timeseries.csv", columns: needed)
      for row in rows.indices { values.add(rows, row) }
    }
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
  let draws: Int, replicates: Int
  private(set) var starts: [Double] = [], length = 0.0
  /// By scenario; then period, series, draw and replicate, the last one fastest.
  private var values: [String: [Double]] = [:]

  init(draws: Int, replicates: Int) { (self.draws, self.replicates) = (draws, replicates) }

  private var runs: Int { draws * replicates }
  private var size: Int { Course.series.count * runs }

  mutating func add(_ rows: NamedRows, _ row: Int) {
    guard let period = rows.whole(row, "period"), (1...100_000).contains(period),
      let start = rows.number(row, "from_h"), let draw = rows.whole(row, "draw"),
      let replicate = rows.whole(row, "replicate"), draw >= 1, draw <= draws,
      replicate >= 1, replicate <= replicates
    else { return }
    length = rows.number(row, "length_h") ?? length
    while starts.count < period { starts.append(start) }
    starts[period - 1] = start
    let scenario = rows.text(row, "scenario")
    var own = values.removeValue(forKey: scenario) ?? []
    if own.count < period * size {
      own += Array(repeating: .nan, count: period * size - own.count)
    }
    for (place, name) in Course.series.enumerated() {
      let run = (draw - 1) * replicates + replicate - 1
      own[(period - 1) * size + place * runs + run] = rows.number(row, name) ?? .nan
    }
    values[scenario] = own
  }

  /// - Parameter lost: Draws of which a run was stopped: those with most harm, above all others.
  func levels(_ scenario: String, _ series: Int, lost: Set<Int>) -> [Course.Level] {
    guard let own = values[scenario] else { return [] }
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

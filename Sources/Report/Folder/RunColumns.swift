import Experiment

/// runs.csv by scenario: one value for each draw and replicate, undefined ones as NaN.
struct RunColumns: Sendable {
  /// Names, in the order of the plan.
  let scenarios: [String]
  /// Names of the columns of drawn parameters, in the order of the file.
  let drawn: [String]
  /// Runs that didn't reach their end.
  let failures: Int
  /// By scenario, draws of which a run was stopped at a bound of its own: those with most harm.
  let stopped: [String: Set<Int>]
  /// Runs of the first scenario.
  let rows: Int
  /// Places of one scenario's runs: draws times the most replicates.
  let count: Int
  /// Where each column stands among the values.
  private let places: [String: Int]
  /// By scenario, in their order; then by column, draw by draw, in each its replicates.
  private let values: [[[Double]]]

  /// Reads the table.
  ///
  /// - Parameter replicates: In each draw; what a draw has not is undefined.
  /// - Throws: `NamedRows.Fault`; `DiskError`.
  /// - Complexity: In memory, one number for each run and column.
  init(_ path: String, replicates: Int) throws {
    let names = ["scenario", "draw", "run_key", "status", "observed_d", "replicate"]
    let table = try RowReader(path, table: "runs.csv", columns: names)
    let header = table.columns, place = table.places(of: names)
    let (first, status) = (place[2] + 1, place[3])
    drawn = Array(header[min(first, status)..<status])
    let kept = header.indices.filter { $0 >= first && !Self.words.contains(header[$0]) }
    var scenarios: [String] = [], values: [[[Double]]] = []
    var failures = 0, rows = 0, stopped: [String: Set<Int>] = [:]
    // Rows are in the order of the plan: each scenario's come draw by draw, replicate by replicate, but
    // not every draw has all of them.
    try table.read { row in
      let scenario = row.text(place[0]), end = row.text(status)
      let index = scenarios.firstIndex(of: scenario) ?? scenarios.count
      if index == scenarios.count {
        scenarios.append(scenario)
        values.append(kept.map { _ in [] })
      }
      let run = ((row.whole(place[1]) ?? 1) - 1) * replicates + (row.whole(place[5]) ?? 1) - 1
      for (column, cell) in kept.enumerated() {
        // What is missing is the second run of a draw, never more.
        if run > values[index][column].count { values[index][column].append(.nan) }
        values[index][column].append(row.number(cell) ?? .nan)
      }
      if index == 0 { rows += 1 }
      if end != "ok" { failures += 1 }
      if end == "stopped", let draw = row.whole(place[1]) {
        stopped[scenario, default: []].insert(draw)
      }
    }
    let most = values.map { $0.first?.count ?? 0 }.max() ?? 0
    let count = most.isMultiple(of: max(1, replicates)) ? most : most + 1
    self.values = values.map { columns in
      columns.map { $0 + Array(repeating: .nan, count: count - $0.count) }
    }
    (self.scenarios, self.failures, self.stopped) = (scenarios, failures, stopped)
    self.rows = rows
    self.count = count
    places = Dictionary(zip(kept.map { header[$0] }, kept.indices)) { first, _ in first }
  }

  /// Columns that hold words.
  private static let words = ["status", "run_hash"]

  /// A column of one scenario, draw by draw, in each its replicates.
  func values(_ scenario: String, _ column: String) -> [Double] {
    guard let index = scenarios.firstIndex(of: scenario), let place = places[column] else {
      return Array(repeating: .nan, count: count)
    }
    return values[index][place]
  }
}

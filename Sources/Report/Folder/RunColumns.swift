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
  private let values: [String: [String: [Double]]]
  /// Runs of one scenario.
  let count: Int

  /// Reads the table.
  ///
  /// - Throws: `NamedRows.Fault`.
  init(_ bytes: [UInt8]) throws(NamedRows.Fault) {
    let rows = try NamedRows(
      bytes, table: "runs.csv",
      columns: ["scenario", "draw", "replicate", "run_key", "status", "observed_d"])
    let header = rows.columns
    let first = (header.firstIndex(of: "run_key") ?? 0) + 1
    let status = header.firstIndex(of: "status") ?? first
    drawn = Array(header[min(first, status)..<status])
    var scenarios: [String] = [], values: [String: [String: [Double]]] = [:]
    var draws = 0, most = 1, failures = 0, stopped: [String: Set<Int>] = [:]
    for row in rows.indices {
      draws = max(draws, rows.whole(row, "draw") ?? 0)
      most = max(most, rows.whole(row, "replicate") ?? 0)
    }
    // Both are at most the number of rows in a table of this program.
    let size = min(draws, rows.indices.count) * min(most, rows.indices.count)
    let none = [Double](repeating: .nan, count: min(size, rows.indices.count))
    for row in rows.indices {
      let scenario = rows.text(row, "scenario")
      if !scenarios.contains(scenario) { scenarios.append(scenario) }
      if rows.text(row, "status") != "ok" { failures += 1 }
      if rows.text(row, "status") == "stopped", let draw = rows.whole(row, "draw") {
        stopped[scenario, default: []].insert(draw)
      }
      guard let draw = rows.whole(row, "draw"), let replicate = rows.whole(row, "replicate"),
        (1...max(1, draws)).contains(draw), (1...most).contains(replicate),
        case let place = (draw - 1) * most + replicate - 1, none.indices.contains(place)
      else { continue }
      for column in header[first...] {
        guard let number = rows.number(row, column) else { continue }
        values[scenario, default: [:]][column, default: none][place] = number
      }
    }
    (self.scenarios, self.values, self.failures, count) = (scenarios, values, failures, none.count)
    self.stopped = stopped
  }

  /// A column of one scenario, draw by draw, in each its replicates.
  func values(_ scenario: String, _ column: String) -> [Double] {
    values[scenario]?[column] ?? Array(repeating: .nan, count: count)
  }
}

import Experiment

/// runs.csv by scenario: one value for each replicate, undefined ones as NaN.
struct RunColumns: Sendable {
  /// Names, in the order of the plan.
  let scenarios: [String]
  /// Names of the columns of drawn parameters, in the order of the file.
  let drawn: [String]
  /// Runs that didn't reach their end.
  let failures: Int
  /// Scenarios in which nothing happened but what happened in the first: in every replicate that
  /// both have, the hash of the events is the same.
  let idle: Set<String>
  private let values: [String: [String: [Double]]]
  private let count: Int

  /// Reads the table.
  ///
  /// - Throws: `NamedRows.Fault`.
  init(_ bytes: [UInt8]) throws(NamedRows.Fault) {
    let rows = try NamedRows(
      bytes, table: "runs.csv", columns: ["scenario", "replicate", "seed", "status", "observed_d"])
    let header = rows.columns
    let first = (header.firstIndex(of: "seed") ?? 0) + 1
    let status = header.firstIndex(of: "status") ?? first
    drawn = Array(header[min(first, status)..<status])
    var scenarios: [String] = [], values: [String: [String: [Double]]] = [:]
    var most = 0, failures = 0, hashes: [String: [Int: String]] = [:]
    for row in rows.indices { most = max(most, rows.whole(row, "replicate") ?? 0) }
    let none = [Double](repeating: .nan, count: min(most, rows.indices.count))
    for row in rows.indices {
      let scenario = rows.text(row, "scenario")
      if !scenarios.contains(scenario) { scenarios.append(scenario) }
      if rows.text(row, "status") != "ok" { failures += 1 }
      guard let replicate = rows.whole(row, "replicate"), none.indices.contains(replicate - 1)
      else { continue }
      hashes[scenario, default: [:]][replicate] = rows.text(row, "run_hash")
      for column in header[first...] {
        guard let number = rows.number(row, column) else { continue }
        values[scenario, default: [:]][column, default: none][replicate - 1] = number
      }
    }
    (self.scenarios, self.values, self.failures, count) = (scenarios, values, failures, none.count)
    let reference = scenarios.first.flatMap { hashes[$0] } ?? [:]
    idle = Set(
      scenarios.dropFirst().filter { Hashes.areSame(hashes[$0] ?? [:], as: reference) })
  }

  /// A column of one scenario, by replicate.
  func values(_ scenario: String, _ column: String) -> [Double] {
    values[scenario]?[column] ?? Array(repeating: .nan, count: count)
  }
}

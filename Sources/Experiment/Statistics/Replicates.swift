import Simulation

/// The settled values of one scenario's runs, draw by draw, in each its replicates.
struct Replicates {
  /// One row of outcomes for each run; nil where it didn't reach its end.
  let rows: [[Double]?]
  /// Replicates in each draw.
  let replicates: Int

  /// One value for each run, in order; NaN where undefined or missing.
  func values(_ column: Int) -> [Double] { rows.map { $0?[column] ?? .nan } }
}

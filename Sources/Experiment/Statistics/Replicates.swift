import Simulation

/// The settled values of one scenario's runs in one period, draw by draw, in each its replicates.
struct Replicates {
  /// One row of outcomes for each run; nil where it didn't reach its end, or has no such period.
  let rows: [[Double]?]
  /// Replicates in each draw.
  let replicates: Int
  /// Numbers of the draws of which a run was stopped at a bound of its own: those with most harm.
  let stopped: Set<Int>

  init(rows: [[Double]?], replicates: Int, stopped: Set<Int> = []) {
    (self.rows, self.replicates, self.stopped) = (rows, replicates, stopped)
  }

  /// How many draws were lost.
  var lost: Int { stopped.count }

  /// How many draws were lost on one side or the other.
  func lostPairs(with other: Replicates) -> Int { stopped.union(other.stopped).count }

  /// Whether any run has a value at all.
  var isEmpty: Bool { rows.allSatisfy { $0 == nil } }

  /// One value for each run, in order; NaN where undefined or missing.
  func values(_ column: Int) -> [Double] { rows.map { $0?[column] ?? .nan } }

  /// The values of a column by draw.
  func draws(_ column: Int) -> DrawValues {
    DrawValues(values(column), replicates: replicates, stopped: stopped)
  }
}

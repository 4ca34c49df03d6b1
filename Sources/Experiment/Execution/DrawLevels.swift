import Simulation

/// What is kept of the runs of one scenario: the values of some outcomes by draw and replicate.
public struct DrawLevels: Sendable, Equatable {
  /// Names of the outcomes.
  public let outcomes: [String]
  /// By draw and replicate the value of each outcome; NaN where there is none.
  public private(set) var values: [[[Double]]]
  /// Positions of the outcomes among the plan's columns.
  private let columns: [Int]

  init(_ plan: Plan, outcomes: [String]) {
    self.outcomes = outcomes
    columns = outcomes.compactMap { name in plan.columns.firstIndex { $0.name == name } }
    let none = [Double](repeating: .nan, count: columns.count)
    values = Array(
      repeating: Array(repeating: none, count: plan.replicates), count: plan.draws)
  }

  /// Takes in a settled run.
  mutating func note(_ finished: FinishedRun) {
    guard let record = finished.outcome.record else { return }
    let run = finished.run
    values[run.draw - 1][run.replicate - 1] = columns.map { record.values[$0] }
  }
}

/// What a study ends with in place of summaries and differences.
struct Conclusion: Sendable {
  /// Outcomes of the first scenario from which it is made.
  let outcomes: [String]
  /// The tables, and what the data package says beside them.
  let made: @Sendable (DrawLevels) -> (tables: [Table], facts: [JSON.Member])
}

import Simulation

/// One scenario against its reference in one period and outcome: a row of differences.csv. Nil is
/// undefined, or not compared.
public struct DifferenceRow: Sendable, Equatable {
  /// The reference scenario's name.
  public let baseline: String
  /// The other scenario's name.
  public let scenario: String
  /// The setting of the varied parameters; 1 in a plain comparison.
  public var point = 1
  /// How long the policy had been in force.
  public let period: Period
  /// The outcome.
  public let column: Column
  /// Share that the limits hold.
  public let level: Double
  /// Runs in which the outcome is defined on both sides.
  public let pairs: Int
  /// What the draws say; nil where it is undefined in all of them, or too rare to be compared.
  public let estimate: EffectEstimate?
  /// Whether the Monte Carlo errors hold for all compared scenarios at once.
  public let simultaneous: Bool
  /// Whether the effect has come to rest; nil where nobody can tell.
  public var settled: Bool?

  /// Scenario minus baseline: the middle of the draws.
  public var difference: Double? { estimate?.diffMedian }
  /// Limits of plausible worlds round the difference; with a single draw its Monte Carlo error.
  public var interval: Interval? {
    guard let estimate else { return nil }
    if let ui = estimate.diffUI { return Interval(ui, middle: estimate.diffMedian) }
    return estimate.draws == 1 ? estimate.diffMC : nil
  }
  /// Scenario over baseline with the limits of plausible worlds; with a single draw with its Monte
  /// Carlo error.
  public var ratio: Interval? {
    guard let estimate, let middle = estimate.ratioMedian else { return nil }
    if let ui = estimate.ratioUI { return Interval(ui, middle: middle) }
    guard estimate.draws == 1, let mc = estimate.mc else { return nil }
    return Interval(estimate: middle, low: min(middle, mc.low), high: max(middle, mc.high))
  }
  /// Scenario over baseline, with or without limits.
  public var ratioEstimate: Double? { estimate?.ratioMedian }
  /// What the intervals hold.
  public var kind: IntervalKind {
    (estimate?.draws ?? 1) > 1 ? .chanceAndParameters : .chance
  }
  /// Whether the interval leaves out no change.
  public var isClear: Bool {
    guard let estimate else { return false }
    if estimate.draws > 1 { return estimate.isClear }
    let isClear = interval.map { $0.low > 0 || $0.high < 0 } ?? false
    return isClear && ratio?.contains(1) != true
  }
}

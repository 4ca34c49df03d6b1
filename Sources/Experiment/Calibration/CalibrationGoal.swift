import Foundation

/// Within what a world's value counts as plausible beside what a source says.
struct CalibrationGoal: Sendable, Equatable {
  /// Limits of the source; infinite where it gives none.
  let low: Double, high: Double
  /// How far outside a value may still be, as a logarithm: what the model may be wrong by.
  let tolerance: Double

  /// - Parameter tolerance: As a share of the limits: 0.1 for a tenth more or less.
  init(low: Double, high: Double, tolerance: Double) {
    (self.low, self.high, self.tolerance) = (low, high, log(1 + tolerance))
  }

  /// How far a logarithm lies outside the limits; 0 inside.
  func distance(ofLogarithm value: Double) -> Double {
    let least = low > 0 ? log(low) : -.infinity
    let most = high.isFinite ? log(high) : .infinity
    return max(0, least - value, value - most)
  }

  /// How implausible a value is: its distance in units of the tolerance, infinite where it is undefined;
  /// plausible is 1 or less.
  func implausibility(_ value: Double) -> Double {
    guard value.isFinite else { return .infinity }
    // Nothing at all is as far from any lower limit as can be, and within any upper one.
    guard value > 0 else { return low > 0 ? .infinity : 0 }
    return distance(ofLogarithm: log(value)) / tolerance
  }
}

extension Sequence<CalibrationGoal> {
  /// How implausible a world is: as much as the worst of its values.
  func implausibility(_ values: some Sequence<Double>) -> Double {
    zip(self, values).reduce(0) { Swift.max($0, $1.0.implausibility($1.1)) }
  }
}

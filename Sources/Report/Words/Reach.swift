import Experiment
import Simulation

/// The middle of plausible worlds and how far they reach, where a limit may be open.
///
/// `Interval` can't say that: a limit that lies among runs that were stopped is empty, and what is drawn
/// and written from it must stay open on that side.
struct Reach: Equatable {
  let middle: Double
  /// Limits; nil where open, or where there are none.
  let low: Double?, high: Double?
  /// Whether there are limits at all; a single pair of runs has none.
  let hasLimits: Bool

  /// A middle without limits.
  init(_ middle: Double) { (self.middle, low, high, hasLimits) = (middle, nil, nil, false) }

  /// A middle with its limits, nil where one of them is open.
  init(_ middle: Double, low: Double?, high: Double?) {
    (self.middle, self.low, self.high, hasLimits) = (middle, low, high, true)
  }

  /// Limits over draws; with a single draw the Monte Carlo error, which holds chance alone.
  fileprivate init(_ middle: Double, _ worlds: UncertaintyInterval?, _ chance: Interval?) {
    if let worlds {
      self.init(middle, low: worlds.low, high: worlds.high)
    } else if let chance {
      self.init(middle, low: min(middle, chance.low), high: max(middle, chance.high))
    } else {
      self.init(middle)
    }
  }

  /// The same in another unit.
  func mapped(_ change: (Double) -> Double) -> Reach {
    hasLimits
      ? Reach(change(middle), low: low.map(change), high: high.map(change))
      : Reach(change(middle))
  }

  /// How far the limits lie from their middle: half of what is between them, or the way to the one
  /// that is known. Nil without any.
  var halfWidth: Double? {
    if let low, let high { return (high - low) / 2 }
    return (low ?? high).map { abs($0 - middle) }
  }
}

extension DifferenceRow {
  /// The change relative to the baseline: −0.4 is 40 % less. Nil where there is no ratio.
  var changeReach: Reach? {
    guard let estimate, let middle = estimate.ratioMedian else { return nil }
    let chance = estimate.draws == 1 ? estimate.mc : nil
    return Reach(middle, estimate.ratioUI, chance).mapped { $0 - 1 }
  }

  /// The difference in the outcome's unit, shares in percentage points.
  var differenceReach: Reach? {
    guard let estimate else { return nil }
    let chance = estimate.draws == 1 ? estimate.diffMC : nil
    let scale = column.unit == "share" ? 100.0 : 1
    return Reach(estimate.diffMedian, estimate.diffUI, chance).mapped { $0 * scale }
  }
}

import Simulation

extension Column {
  /// Between what no value of the outcome can fall: 0 and 1 for shares and for indices without a
  /// unit, 0 and no upper limit for everything that is counted, timed or paid.
  public var limits: ClosedRange<Double> {
    switch unit {
    case "share", "1": 0...1
    default: 0...Double.infinity
    }
  }
}

extension ClosedRange<Double> {
  /// Between what the mean of `values − reference` can fall where no value lies outside this range.
  ///
  /// A side that is the same in every pair is known exactly, so that the other side's limits bind
  /// the difference: what a policy adds to nothing can't be negative.
  func ofDifference(_ values: [Double], _ reference: [Double]) -> ClosedRange<Double> {
    let (least, most) = (lowerBound, upperBound)
    var low = least - most, high = most - least
    if let known = Statistics.constant(reference) {
      (low, high) = (Swift.max(low, least - known), Swift.min(high, most - known))
    }
    if let known = Statistics.constant(values) {
      (low, high) = (Swift.max(low, known - most), Swift.min(high, known - least))
    }
    return low <= high ? low...high : -Double.infinity...Double.infinity
  }
}

extension Interval {
  /// The interval without what lies beyond some limits; the estimate stays inside.
  func clipped(to limits: ClosedRange<Double>) -> Interval {
    Interval(
      estimate: estimate, low: min(estimate, max(low, limits.lowerBound)),
      high: max(estimate, min(high, limits.upperBound)))
  }
}

import CGSL
import Foundation

/// A mean, or a ratio, with its confidence limits.
public struct Interval: Sendable, Equatable {
  /// The point estimate.
  public let estimate: Double
  /// The lower limit.
  public let low: Double
  /// The upper limit.
  public let high: Double

  /// Makes an interval; `low` is at most `high`.
  public init(estimate: Double, low: Double, high: Double) {
    self.estimate = estimate
    self.low = low
    self.high = high
  }

  /// Whether a value lies inside, limits included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// What is said about a list of replicates. Nothing here draws, sorts in place or remembers.
///
/// Values must be finite: whoever calls has left out the undefined ones.
public enum Statistics {
  /// The arithmetic mean; nil for no values.
  ///
  /// - Complexity: O(n). Summed with Neumaier's correction, then mended by the mean residual.
  /// - SeeAlso: Neumaier 1974.
  public static func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let first = sum(values) / count
    return first + sum(values.map { $0 - first }) / count
  }

  /// The standard deviation of a sample, with n − 1; nil below two values.
  ///
  /// - Complexity: O(n), two passes, with the correction for a rounded mean.
  /// - SeeAlso: Chan, Golub & LeVeque 1983, eq. 1.7.
  public static func deviation(_ values: [Double]) -> Double? {
    guard values.count >= 2, let mean = mean(values) else { return nil }
    if isConstant(values) { return 0 }
    let residuals = values.map { $0 - mean }
    let slip = sum(residuals)
    let squares = sum(residuals.map { $0 * $0 }) - slip * slip / Double(values.count)
    return (max(0, squares) / Double(values.count - 1)).squareRoot()
  }

  /// The mean with Student's interval; nil below two values.
  ///
  /// - Parameter level: Coverage of the interval, above 0 and below 1.
  /// - SeeAlso: Student 1908.
  public static func interval(_ values: [Double], level: Double) -> Interval? {
    guard let mean = mean(values), let deviation = deviation(values) else { return nil }
    return interval(mean: mean, deviation: deviation, count: values.count, level: level)
  }

  /// Student's interval of a mean of which only the moments are known; nil below two values.
  static func interval(
    mean: Double, deviation: Double, count: Int, level: Double
  ) -> Interval? {
    guard let quantile = studentQuantile(level: level, freedom: count - 1) else { return nil }
    let half = quantile * deviation / Double(count).squareRoot()
    return Interval(estimate: mean, low: mean - half, high: mean + half)
  }

  /// The mean of `values − reference`, pair by pair, with Student's interval.
  ///
  /// Nil below two pairs, or for lists of different lengths.
  public static func difference(
    _ values: [Double], from reference: [Double], level: Double
  ) -> Interval? {
    guard values.count == reference.count else { return nil }
    return interval(zip(values, reference).map { $0 - $1 }, level: level)
  }

  /// The geometric mean of `values / reference`, pair by pair, with the interval of its logarithm.
  ///
  /// Nil where any value is zero or negative: it has no logarithm, and leaving its pair out would
  /// bias the ratio.
  public static func ratio(
    _ values: [Double], to reference: [Double], level: Double
  ) -> Interval? {
    guard values.count == reference.count, values.allSatisfy({ $0 > 0 }),
      reference.allSatisfy({ $0 > 0 })
    else { return nil }
    let logarithms = zip(values, reference).map { steady(log($0) - log($1)) }
    guard let found = interval(logarithms, level: level) else { return nil }
    return Interval(
      estimate: steady(exp(found.estimate)), low: steady(exp(found.low)),
      high: steady(exp(found.high)))
  }

  /// The mean of `values` over the mean of `reference`, with the interval of the linear estimator:
  /// Student's, of the mean of `values − ratio × reference`, over the mean of the reference.
  ///
  /// For pairs in which `values` may be 0, so that ``ratio(_:to:level:)`` has no logarithm: none
  /// against some is a ratio of 0. Nil where a reference is 0 or a value is negative, below two
  /// pairs, and for lists of different lengths.
  ///
  /// - SeeAlso: Cochran 1977, Sampling Techniques, §6.4 (ratio of means).
  public static func ratioOfMeans(
    _ values: [Double], to reference: [Double], level: Double
  ) -> Interval? {
    guard let ratio = ratioOfMeans(values, to: reference), let scale = mean(reference),
      let error = interval(zip(values, reference).map { $0 - ratio * $1 }, level: level)
    else { return nil }
    let half = (error.high - error.low) / 2 / scale
    return Interval(estimate: ratio, low: max(0, ratio - half), high: ratio + half)
  }

  /// The mean of `values` over the mean of `reference` without an interval: one pair will do.
  public static func ratioOfMeans(_ values: [Double], to reference: [Double]) -> Double? {
    guard values.count == reference.count, values.allSatisfy({ $0 >= 0 }),
      reference.allSatisfy({ $0 > 0 }), let mean = mean(values), let scale = self.mean(reference)
    else { return nil }
    return mean / scale
  }

  /// The quantile of sorted values, linear between neighbours (type 7, the default of R).
  ///
  /// Nil for no values, or a share outside 0...1.
  ///
  /// - SeeAlso: Hyndman & Fan 1996.
  public static func quantile(_ share: Double, ofSorted values: [Double]) -> Double? {
    guard let last = values.last, share >= 0, share <= 1 else { return nil }
    let position = share * Double(values.count - 1)
    guard let below = Int(exactly: position.rounded(.down)), below + 1 < values.count else {
      return last
    }
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }

  /// The share of pairs in which `values` are better; ties count half. Nil for no pairs.
  ///
  /// - SeeAlso: Vargha & Delaney 2000 (probability of superiority).
  public static func shareBetter(
    _ values: [Double], than reference: [Double], lowerIsBetter: Bool
  ) -> Double? {
    guard values.count == reference.count, !values.isEmpty else { return nil }
    var halves = 0
    for (value, other) in zip(values, reference) {
      if value == other { halves += 1 } else if (value < other) == lowerIsBetter { halves += 2 }
    }
    return Double(halves) / Double(2 * values.count)
  }

  /// Pearson's correlation of pairs; nil below two pairs, or where either side never varies.
  ///
  /// - SeeAlso: Pearson 1896.
  public static func correlation(_ values: [Double], _ others: [Double]) -> Double? {
    guard values.count == others.count, values.count >= 2, let mean = mean(values),
      let other = self.mean(others), !isConstant(values), !isConstant(others)
    else { return nil }
    let first = values.map { $0 - mean }
    let second = others.map { $0 - other }
    let scale = (sum(first.map { $0 * $0 }) * sum(second.map { $0 * $0 })).squareRoot()
    guard scale > 0, scale.isFinite else { return nil }
    return min(1, max(-1, sum(zip(first, second).map { $0 * $1 }) / scale))
  }

  /// The level that each of several intervals needs, so that all hold at once.
  ///
  /// - SeeAlso: Dunn 1961 (Bonferroni's inequality).
  public static func simultaneousLevel(_ level: Double, comparisons: Int) -> Double {
    1 - (1 - level) / Double(max(1, comparisons))
  }

  /// Half of the width over the size of the estimate; nil for an estimate of 0.
  public static func relativeHalfWidth(_ interval: Interval) -> Double? {
    guard interval.estimate != 0 else { return nil }
    return (interval.high - interval.low) / 2 / abs(interval.estimate)
  }

  /// The quantile that leaves `level` of Student's distribution between −q and q.
  ///
  /// Nil for a level outside 0..<1, or no degree of freedom.
  public static func studentQuantile(level: Double, freedom: Int) -> Double? {
    guard level >= 0, level < 1, freedom >= 1 else { return nil }
    _ = quietGSL
    // Asked for in the tail, where 1 − level loses no digits.
    let quantile = gsl_cdf_tdist_Qinv((1 - level) / 2, Double(freedom))
    return quantile.isFinite ? steady(quantile) : nil
  }

  /// The chance of at least so many successes in so many trials.
  ///
  /// - Parameter share: Of success in each trial, from 0 to 1.
  static func binomialTail(_ successes: Int, of trials: Int, share: Double) -> Double {
    _ = quietGSL
    guard successes > 0 else { return 1 }
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    return gsl_cdf_binomial_Q(
      UInt32(clamping: successes - 1), share, UInt32(clamping: max(successes, trials)))
  }

  /// Without this, GSL ends the process at a domain error.
  static let quietGSL: Void = {
    gsl_set_error_handler_off()
  }()

  /// A number to 13 significant digits.
  ///
  /// The C library's logarithm differs in its last bit between processors; the tables mustn't.
  static func steady(_ value: Double) -> Double {
    Double(String(format: "%.12e", value)) ?? value
  }

  /// Asked for outright: a rounded mean could leave dust where nothing varies.
  private static func isConstant(_ values: [Double]) -> Bool {
    values.allSatisfy { $0 == values.first }
  }

  /// The value that all of them have; nil where they vary, and for none.
  static func constant(_ values: [Double]) -> Double? { isConstant(values) ? values.first : nil }

  private static func sum(_ values: [Double]) -> Double {
    var total = 0.0
    var lost = 0.0
    for value in values {
      let next = total + value
      lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
      total = next
    }
    return total + lost
  }
}

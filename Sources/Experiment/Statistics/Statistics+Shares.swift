import Foundation
import Schema

extension Statistics {
  /// The natural logarithm, without the last bits of the C library.
  static func logarithm(_ value: Double) -> Double { steady(log(value)) }

  /// e to a power, without the last bits of the C library.
  static func exponential(_ value: Double) -> Double { steady(exp(value)) }

  /// Where the next value falls, from the logarithms of some: their mean ± t·s·√(1 + 1/n), still
  /// as logarithms. Nil below two.
  ///
  /// - SeeAlso: Hahn & Meeker 1991, Statistical intervals, §4.7.
  static func prediction(ofLogarithms values: [Double], level: Double) -> Interval? {
    guard let mean = mean(values), let deviation = deviation(values),
      let quantile = studentQuantile(level: level, freedom: values.count - 1)
    else { return nil }
    let half = quantile * deviation * (1 + 1 / Double(values.count)).squareRoot()
    return Interval(estimate: mean, low: mean - half, high: mean + half)
  }

  /// The quantile that leaves `level` of the standard normal law between −q and q.
  static func normalQuantile(level: Double) -> Double {
    Law.normal(mean: 0, sd: 1).quantile(0.5 + level / 2)
  }

  /// A share of some cases with Wilson's limits; nil for no cases.
  ///
  /// - Parameters:
  ///   - share: Between 0 and 1; of ties half may count.
  ///   - count: Cases.
  ///   - level: Coverage, above 0 and below 1.
  /// - SeeAlso: Wilson 1927.
  public static func share(_ share: Double, of count: Int, level: Double) -> Interval? {
    let quantile = normalQuantile(level: level)
    guard count > 0, share >= 0, share <= 1, quantile.isFinite else { return nil }
    let n = Double(count), squared = quantile * quantile
    let middle = (share + squared / (2 * n)) / (1 + squared / n)
    let spread = share * (1 - share) / n + squared / (4 * n * n)
    let half = quantile / (1 + squared / n) * spread.squareRoot()
    // At the ends the limit is the share itself, but for the rounding.
    return Interval(
      estimate: share, low: share == 0 ? 0 : max(0, middle - half),
      high: share == 1 ? 1 : min(1, middle + half))
  }
}

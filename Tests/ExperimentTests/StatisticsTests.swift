import Experiment
import Foundation
import Testing

/// Whether two numbers agree to a share of the second.
func agree(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(abs(expected), tolerance)
}

@Suite struct StatisticsTests {
  /// NIST Statistical Reference Datasets, univariate: NumAcc1 to NumAcc4.
  ///
  /// In the last two the digits of the data themselves leave the deviation only so exact.
  @Test(arguments: [
    (10_000_001.0, 10_000_003.0, 10_000_002.0, 1, 1.0, 1e-15),
    (1.1, 1.3, 1.2, 500, 0.1, 1e-14), (1_000_000.1, 1_000_000.3, 1_000_000.2, 500, 0.1, 1e-9),
    (10_000_000.1, 10_000_000.3, 10_000_000.2, 500, 0.1, 1e-8),
  ])
  func `the reference datasets give their certified values`(
    low: Double, high: Double, mean: Double, pairs: Int, deviation: Double, tolerance: Double
  ) {
    let values = [mean] + (0..<pairs).flatMap { _ in [low, high] }
    #expect(agree(Statistics.mean(values), mean, 1e-15))
    #expect(agree(Statistics.deviation(values), deviation, tolerance))
  }

  /// Closed forms for 1, 2 and 4 degrees of freedom; the others to 15 digits from the incomplete
  /// beta function in 40-digit arithmetic.
  @Test(arguments: [
    (0.95, 1, 12.706_204_736_174_7), (0.95, 2, 4.302_652_729_749_464),
    (0.95, 4, 2.776_445_105_197_79), (0.95, 9, 2.262_157_162_798_206),
    (0.95, 63, 1.998_340_542_520_742), (0.99, 7, 3.499_483_297_350_494),
    (0.5, 1, 1.0), (0.5, 2, 0.816_496_580_927_726),
  ])
  func `Student's quantiles are the exact ones`(level: Double, freedom: Int, expected: Double) {
    #expect(agree(Statistics.studentQuantile(level: level, freedom: freedom), expected))
  }

  @Test func `a level or freedom that makes no sense has no quantile`() {
    #expect(Statistics.studentQuantile(level: 1, freedom: 5) == nil)
    #expect(Statistics.studentQuantile(level: .nan, freedom: 5) == nil)
    #expect(Statistics.studentQuantile(level: 0.95, freedom: 0) == nil)
  }

  /// Student 1908, the sleep data: extra hours with two drugs in ten patients (R: t.test, paired).
  static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func `the sleep data give Student's own interval`() throws {
    let found = try #require(
      Statistics.difference(Self.second, from: Self.first, level: 0.95))
    #expect(agree(found.estimate, 1.58, 1e-14))
    #expect(agree(found.low, 0.700_114_236_723_017))
    #expect(agree(found.high, 2.459_885_763_276_983))
    #expect(agree(Statistics.correlation(Self.first, Self.second), 0.795_170_205_833_578))
    #expect(
      Statistics.shareBetter(Self.second, than: Self.first, lowerIsBetter: false) == 0.95)
  }

  @Test func `a ratio that is the same in every pair is found exactly`() throws {
    let reference = [3.0, 17, 240, 0.2]
    let found = try #require(
      Statistics.ratio(reference.map { $0 / 4 }, to: reference, level: 0.95))
    #expect(agree(found.estimate, 0.25))
    #expect(agree(found.low, 0.25) && agree(found.high, 0.25))
  }

  @Test func `a ratio of two pairs is the one worked out on paper`() throws {
    // Logarithms log 2 and log 8: mean log 4, standard error log 2, t = 12.706….
    let found = try #require(Statistics.ratio([2, 8], to: [1, 1], level: 0.95))
    #expect(agree(found.estimate, 4))
    #expect(agree(log(found.high / 4), 12.706_204_736_174_7 * log(2)))
    #expect(Statistics.ratio([2, 0], to: [1, 1], level: 0.95) == nil)
    #expect(Statistics.ratio([2, 1], to: [1, -1], level: 0.95) == nil)
  }

  @Test func `a ratio of means is the one worked out on paper, and not below 0`() throws {
    // Means 3 and 4: ratio 3/4; residuals 0 − 3, 6 − 3: ±3, standard error 3, over the mean of 4.
    let found = try #require(Statistics.ratioOfMeans([0, 6], to: [4, 4], level: 0.95))
    #expect(found.estimate == 0.75 && found.low == 0)
    #expect(agree(found.high - 0.75, 12.706_204_736_174_7 * 3 / 4))
    #expect(Statistics.ratioOfMeans([0, 0], to: [4, 9], level: 0.95)?.high == 0)
    #expect(Statistics.ratioOfMeans([3], to: [4]) == 0.75)
    #expect(Statistics.ratioOfMeans([3], to: [4], level: 0.95) == nil)
    #expect(Statistics.ratioOfMeans([1, 1], to: [1, 0], level: 0.95) == nil)
    #expect(Statistics.ratioOfMeans([1], to: [1, 2]) == nil)
  }

  @Test func `quantiles are those of R`() {
    let values = (1...10).map(Double.init)
    #expect(agree(Statistics.quantile(0.05, ofSorted: values), 1.45))
    #expect(agree(Statistics.quantile(0.5, ofSorted: values), 5.5))
    #expect(agree(Statistics.quantile(0.95, ofSorted: values), 9.55))
    #expect(Statistics.quantile(1, ofSorted: values) == 10)
    #expect(Statistics.quantile(0.5, ofSorted: [4]) == 4)
    #expect(Statistics.quantile(0.5, ofSorted: []) == nil)
    #expect(Statistics.quantile(.nan, ofSorted: values) == nil)
  }

  @Test func `what is undefined is nil`() {
    #expect(Statistics.mean([]) == nil)
    #expect(Statistics.deviation([1]) == nil)
    #expect(Statistics.interval([1], level: 0.95) == nil)
    #expect(Statistics.correlation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Statistics.correlation([0.1, 0.1, 0.1], [1, 2, 3]) == nil)
    #expect(Statistics.relativeHalfWidth(Interval(estimate: 0, low: -1, high: 1)) == nil)
  }

  @Test func `simultaneous intervals share the error out`() {
    #expect(agree(Statistics.simultaneousLevel(0.95, comparisons: 5), 0.99))
    #expect(Statistics.simultaneousLevel(0.95, comparisons: 1) == 0.95)
  }

  @Test(arguments: [UInt64(1), 2])
  func `95 % intervals cover the truth in 94 to 96 % of 2,000 experiments`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var means = 0
    var differences = 0
    var ratios = 0
    for _ in 0..<2_000 {
      let common = (0..<10).map { _ in random.normal() }
      let other = common.map { 0.5 + 0.8 * $0 + 0.6 * random.normal() }
      if Statistics.interval(common, level: 0.95)?.contains(0) == true { means += 1 }
      let difference = Statistics.difference(other, from: common, level: 0.95)
      if difference?.contains(0.5) == true { differences += 1 }
      let ratio = Statistics.ratio(other.map(exp), to: common.map(exp), level: 0.95)
      if ratio?.contains(exp(0.5)) == true { ratios += 1 }
    }
    #expect((1_880...1_920).contains(means))
    #expect((1_880...1_920).contains(differences))
    #expect((1_880...1_920).contains(ratios))
  }
}

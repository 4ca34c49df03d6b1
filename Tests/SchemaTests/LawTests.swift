import Foundation
import Testing

@testable import Schema

struct LawTests {
  /// Tolerance 1e-11 of the value: results have 12 digits.
  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-11 * max(1, abs(b)) }

  @Test func `medians and means have their closed forms`() {
    #expect(Law.fixed(3).median == 3)
    #expect(near(Law.uniform(low: 1, high: 4).median, 2.5))
    #expect(near(Law.normal(mean: 5, sd: 2).median, 5))
    #expect(near(Law.lognormal(median: 2, logSD: 1).mean, 2 * exp(0.5)))
    #expect(near(Law.exponential(mean: 3).median, 3 * log(2)))
    #expect(near(Law.beta(a: 3, b: 22).mean, 0.12))
    #expect(near(Law.beta(a: 2, b: 2).median, 0.5))
    #expect(near(Law.gamma(mean: 3, cv: 1).median, 3 * log(2)))
    #expect(near(Law.weibull(scale: 2, shape: 1).mean, 2))
    #expect(near(Law.weibull(scale: 2, shape: 2).median, 2 * sqrt(log(2))))
  }

  @Test func `known quantiles`() {
    #expect(abs(Law.normal(mean: 0, sd: 1).quantile(0.975) - 1.95996398454) < 1e-11)
    #expect(
      near(Law.lognormal(median: 2, logSD: 0.5).quantile(0.975), 2 * exp(0.5 * 1.959963984540054)))
    #expect(near(Law.exponential(mean: 2).quantile(0.9), -2 * log(0.1)))
  }

  @Test(arguments: [
    Law.uniform(low: 1, high: 4), .normal(mean: 5, sd: 2), .lognormal(median: 2, logSD: 1.1),
    .beta(a: 3, b: 22), .exponential(mean: 3), .gamma(mean: 3, cv: 0.4),
    .weibull(scale: 2, shape: 0.7),
  ])
  func `the cdf undoes the quantile`(law: Law) {
    for p in [0.001, 0.1, 0.5, 0.9, 0.999] {
      #expect(abs(law.cdf(law.quantile(p)) - p) < 1e-9)
    }
    #expect(law.cdf(.infinity) == 1 && law.cdf(-.infinity) == 0)
  }

  @Test func `a law cut to a range stays inside it`() throws {
    let law = Law.normal(mean: 0, sd: 1)
    #expect(try #require(law.quantile(0.5, in: -1...1)).magnitude < 1e-12)
    // The median of the half normal: the upper quartile of the whole.
    #expect(try near(#require(law.quantile(0.5, in: 0...(.infinity))), 0.67448975019608))
    #expect(law.quantile(0.5, in: 20...30) == nil)
    #expect(Law.fixed(3).quantile(0.2, in: 4...5) == nil)
    #expect(Law.uniform(low: 2, high: 2).quantile(0.3, in: 0...5) == 2)
  }

  @Test(arguments: [
    Law.beta(a: 0.01, b: 0.01), .beta(a: 0.001, b: 5), .beta(a: 1e6, b: 0.001),
    .beta(a: 0.02, b: 300), .gamma(mean: 2, cv: 30), .gamma(mean: 1, cv: 100),
  ])
  func `a law that presses against its ends has every quantile`(law: Law) throws {
    let range = law.family == .beta ? 0...1 : 0...Double.greatestFiniteMagnitude
    var last = 0.0
    for step in 0...1000 {
      let p = min(max(Double(step) / 1000, 0x1p-53), 1 - 0x1p-53)
      let value = try #require(law.quantile(p, in: range))
      #expect(value >= last * (1 - 1e-9) && range.contains(value))
      // Nothing smaller holds the share, and the value itself does, at 12 digits.
      // 0 stands for what is smaller than any number of full precision.
      let above = max(value * (1 + 1e-10), .leastNormalMagnitude)
      #expect(law.cdf(above) >= p - 1e-8)
      #expect(value == 0 || law.cdf(value * (1 - 1e-10)) <= p + 1e-8)
      last = value
    }
  }

  @Test func `a beta whose mass lies at both ends gives both ends`() throws {
    let law = Law.beta(a: 0.01, b: 0.01)
    #expect(try #require(law.quantile(0.9, in: 0...1)) == 1)
    #expect(try #require(law.quantile(1e-9, in: 0...1)) == 0)
    #expect(try #require(law.quantile(0.25, in: 0...1)) < 1e-20)
  }

  @Test func `nonsense gives no value and ends no process`() {
    #expect(Law.gamma(mean: -1, cv: 0).quantile(0.5, in: 0...1) == nil)
    #expect(Law.beta(a: -1, b: .nan).quantile(0.5, in: 0...1) == nil)
    #expect(Law.lognormal(median: -2, logSD: 1).quantile(0.5, in: 0...1) == nil)
    #expect(Law.normal(mean: 0, sd: 1).quantile(2).isNaN)
  }

  @Test func `a law is written as it is read`() throws {
    let law = Law.lognormal(median: 0.25, logSD: 1.1)
    #expect(law.text(.duration) == "{ lognormal: { median: 15 min, log_sd: 1.1 } }")
    let text = "pathways: [{ name: a, stages: [{ name: b, dwell: \(law.text(.duration)) }] }]"
    let reading = read(Platform.self, from: try Sample.tree(text))
    #expect(reading.value.pathways.first?.stages.first?.dwell == law)
  }
}

import Simulation
import Testing

@testable import Experiment

@Suite struct LimitPrecisionTests {
  /// Log effects that are normal quantiles of spread 0.3: the spread is that of the law.
  private func precision(_ draws: Int) throws -> Precision {
    var random = Random(key: [UInt64(draws), 7])
    var logs = (0..<draws).map { _ in random.normal() }
    let mean = try #require(Statistics.mean(logs)),
      spread = try #require(Statistics.deviation(logs))
    logs = logs.map { 0.3 * ($0 - mean) / spread }
    let estimate = Uncertainty.effect(
      DrawValues(logs.map(Statistics.exponential), replicates: 1),
      reference: DrawValues(logs.map { _ in 1 }, replicates: 1), level: 0.95)
    return try #require(
      Precision(
        DifferenceRow(
          baseline: "a", scenario: "b", period: .window, column: FakeModel.columns[0], level: 0.95,
          pairs: draws, estimate: estimate, simultaneous: false)))
  }

  /// The answers are half-widths of type 6 quantiles over 10,000 studies of lognormal draws, simulated
  /// by another program.
  @Test(arguments: [(64, 10.47, 39.48), (128, 7.74, 25.98)])
  func `below 146 draws the errors of limits are those of studies of normal logarithms`(
    draws: Int, low: Double, high: Double
  ) throws {
    let found = try precision(draws)
    #expect(found.isBootstrap)
    let (own, other) = (try #require(found.low), try #require(found.high))
    #expect(abs(own / low - 1) < 0.15, "\(own)")
    #expect(abs(other / high - 1) < 0.15, "\(other)")
    #expect(found.limits == max(own, other))
  }

  @Test func `from 146 draws on ranks say it, and the middle is known to Student's error`() throws {
    let found = try precision(256)
    #expect(!found.isBootstrap && found.low != nil && found.high != nil)
    // exp(± 1.9693 × 0.3 / 16): half of the width, in points.
    #expect(abs(found.middle - 3.6933) < 0.002, "\(found.middle)")
  }

  @Test func `a goal is reached where both parts of it are`() throws {
    let found = try precision(64), limits = try #require(found.limits)
    #expect(PrecisionGoal(middle: found.middle, limits: limits).isReached(by: found))
    #expect(!PrecisionGoal(middle: found.middle, limits: 0.9 * limits).isReached(by: found))
    #expect(!PrecisionGoal(middle: 0.9 * found.middle).isReached(by: found))
    #expect(PrecisionGoal(limits: limits).isReached(by: found))
  }
}

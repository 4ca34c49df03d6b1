import Schema
import Simulation

/// What designed draws are worth: how many times as many draws at random a study would need for a median,
/// or for limits, as well known.
///
/// The test function is the logarithm of an effect of ten normal inputs of falling weight with one
/// interaction. For each of many seeds it is looked at over designed draws and over random ones.
public struct DesignFactor: Sendable, Equatable {
  /// Draws of a study.
  public let draws: Int

  /// All settings.
  public static let all = [64, 128, 256].map { DesignFactor(draws: $0) }

  private static let paths = (1...10).map { "input_\($0)" }
  private static let interaction = 0.3

  /// Two rows, the factor of variances for the median and for both limits of 95 %, with the error of a
  /// ratio of two variances.
  ///
  /// - Complexity: O(scrambles × draws × inputs), about 2 µs each.
  public func rows(scrambles: Int, seed: UInt64) -> [ValidationRow] {
    let designed = variances(scrambles, seed) { parameterUniform(seed: $0, draw: $1, path: $2) }
    let random = variances(scrambles, seed) { keyedUniform(seed: $0, number: $1, key: $2) }
    return [
      row("median", random.median / designed.median, scrambles),
      row("limits", random.limits / designed.limits, 2 * scrambles),
    ]
  }

  /// - Parameter count: Numbers behind each variance. Its relative error is √(2/count), and the ratio
  ///   has that of two.
  private func row(_ method: String, _ factor: Double, _ count: Int) -> ValidationRow {
    let half = Statistics.exponential(1.96 * (4 / Double(count)).squareRoot())
    return ValidationRow(
      topic: .draws, setting: "ten inputs, one interaction", draws: draws, replicates: 1,
      chanceShare: 0, method: method, value: Validation.rounded(factor),
      low: Validation.rounded(factor / half), high: Validation.rounded(factor * half), bar: nil)
  }

  /// Variance of the median, and the mean of the limits' variances, over seeds.
  private func variances(
    _ scrambles: Int, _ seed: UInt64, _ uniform: (UInt64, UInt64, String) -> Double
  ) -> (median: Double, limits: Double) {
    var medians: [Double] = [], low: [Double] = [], high: [Double] = []
    for scramble in 0..<scrambles {
      let key = seed &* 1_000_003 &+ UInt64(scramble)
      let effects = (1...draws).map { draw in
        Self.function(Self.paths.map { uniform(key, UInt64(draw), $0) })
      }
      guard let ui = UncertaintyInterval.over(effects, level: 0.95), let first = ui.low,
        let last = ui.high, let median = Uncertainty.median(effects)
      else { continue }
      medians.append(median)
      low.append(first)
      high.append(last)
    }
    return (variance(medians), (variance(low) + variance(high)) / 2)
  }

  private func variance(_ values: [Double]) -> Double {
    let deviation = Statistics.deviation(values) ?? .nan
    return deviation * deviation
  }

  /// The log effect of inputs given by their quantiles: weights 1, 1/√2, 1/√3 … as parameters that
  /// matter less and less.
  private static func function(_ quantiles: [Double]) -> Double {
    let inputs = quantiles.map { Law.normal(mean: 0, sd: 1).quantile($0) }
    var sum = interaction * inputs[0] * inputs[1]
    for (place, input) in inputs.enumerated() { sum += input / Double(place + 1).squareRoot() }
    return sum
  }
}

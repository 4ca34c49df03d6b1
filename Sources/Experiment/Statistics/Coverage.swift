import Foundation
import Schema

/// Studies of a model whose answer is known: how much of the chance-free effects the limits hold.
///
/// The effect of draw d is exp(μ + σ·t) with μ = log 0.8 and σ = 0.3, t of mean 0 and variance 1; each
/// replicate multiplies it by chance whose share in the variance of a draw's log effect is given. What
/// limits *hold* is the share of all worlds, not only of those drawn, whose chance-free effect lies
/// inside them. Draws are made at random here.
public struct Coverage: Sendable, Equatable {
  /// The law of the log effects between worlds.
  public enum Truth: String, Sendable, CaseIterable {
    /// Normal.
    case normal
    /// Exponential, long to the right: what percentiles bear and logarithms of it don't.
    case skewed
  }

  /// The law of the worlds.
  public let truth: Truth
  /// Draws of each study.
  public let draws: Int
  /// Replicates of each draw.
  public let replicates: Int
  /// Share of chance in the variance of a draw's log effect, below 1.
  public let chanceShare: Double

  /// All settings: normal truth without bar for one replicate from 40 draws on, where chance stays in.
  public static let all: [Coverage] = {
    let plain =
      [0, 0.1, 0.5].map { (Truth.normal, 2, $0) } + [0.1, 0.5].map { (Truth.normal, 1, $0) }
    return (plain + [(Truth.skewed, 2, 0.1)]).flatMap { truth, replicates, share in
      [8, 16, 24, 32, 39, 48, 64, 96, 128, 256].map {
        Coverage(truth: truth, draws: $0, replicates: replicates, chanceShare: share)
      }
    }
  }()

  private static let middle = log(0.8), spread = 0.3, level = 0.95

  /// What the mean share must be: the bars.
  var bar: ClosedRange<Double>? {
    if truth == .skewed { return nil }
    if draws < DrawSpread.fewestForShrinking { return 0.945...1 }
    return draws >= 64 && replicates >= 2 ? 0.935...0.965 : nil
  }

  /// Two rows: the limits of plausible worlds, and beside them the old interval, that of a mean.
  ///
  /// - Complexity: O(studies × draws × replicates), about 2 µs for each value.
  public func rows(studies: Int, seed: UInt64) -> [ValidationRow] {
    var held: [Double] = [], heldByMean: [Double] = [], method = ""
    for study in 0..<studies {
      guard let found = effect(study: study, seed: seed), let ui = found.ratioUI,
        let mean = found.mc
      else { continue }
      held.append(content(ui.low, ui.high))
      heldByMean.append(content(mean.low, mean.high))
      method = ui.method.rawValue + (ui.holdsChance ? "" : ", chance taken out")
    }
    return [
      row(method, held, bar: bar),
      row("interval of the mean", heldByMean, bar: nil),
    ]
  }

  private func row(_ method: String, _ values: [Double], bar: ClosedRange<Double>?) -> ValidationRow
  {
    let found = Validation.figure(values)
    return ValidationRow(
      topic: .coverage, setting: truth.rawValue, draws: draws, replicates: replicates,
      chanceShare: chanceShare, method: method, value: found.estimate, low: found.low,
      high: found.high, bar: bar)
  }

  /// One study, judged as those of the model are.
  private func effect(study: Int, seed: UInt64) -> EffectEstimate? {
    var random = Random(key: [
      seed, UInt64(draws), UInt64(replicates), UInt64(study), truth == .skewed ? 1 : 0,
    ])
    // Share s of σ² + c²/R is chance: c² = R·σ²·s/(1 − s).
    let chance =
      Self.spread * (Double(replicates) * chanceShare / (1 - chanceShare)).squareRoot()
    var values: [[Double]] = [], reference: [[Double]] = []
    for _ in 0..<draws {
      let world = Self.middle + Self.spread * standard(&random)
      let common = 0.5 * random.normal()
      let before = (0..<replicates).map { _ in 100 * exp(common + 0.05 * random.normal()) }
      // Chance of mean 1, so that the effect of endlessly many replicates is that of the world.
      let after = before.map { $0 * exp(world + chance * random.normal() - chance * chance / 2) }
      values.append(after)
      reference.append(before)
    }
    return Uncertainty.effect(
      DrawValues(values), reference: DrawValues(reference), level: Self.level)
  }

  private func standard(_ random: inout Random) -> Double {
    switch truth {
    case .normal: random.normal()
    case .skewed: -log(random.uniform()) - 1
    }
  }

  /// The share of worlds between two effects.
  private func content(_ low: Double?, _ high: Double?) -> Double {
    share(below: high ?? .infinity) - share(below: low ?? 0)
  }

  private func share(below ratio: Double) -> Double {
    if ratio <= 0 { return 0 }
    let number = (log(ratio) - Self.middle) / Self.spread
    return switch truth {
    case .normal: Law.normal(mean: 0, sd: 1).cdf(number)
    case .skewed: number <= -1 ? 0 : 1 - exp(-number - 1)
    }
  }
}

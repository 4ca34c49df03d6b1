import Foundation
import Schema

/// Fits of a model whose posterior is known: whether the sequential method finds it, and whether known inputs
/// are found again.
///
/// The logarithm of the outcome is a·x + τe, with x the normal scores of five inputs, a a vector of length s and e
/// standard normal. Of u = a·x / s, standard normal before, the posterior at a target z with tolerance h has the
/// density φ(u)·[Φ((z + h − s·u)/τ) − Φ((z − h − s·u)/τ)], up to a constant: it is summed up on a fine grid.
struct CalibrationCheck {
  /// Problems that are tried.
  static let problems = 20
  private static let inputs = 5, size = Calibrator.Size(bank: 400, worlds: 600)

  let seed: UInt64

  /// Rows of a validation.
  func rows() -> [ValidationRow] {
    let found = (0..<Self.problems).map(Problem.init(number:)).map { $0.found(seed: seed) }
    let setting = "\(Self.problems) posteriors in closed form"
    return [
      row(setting, "mean, in posterior deviations off", found.map(\.shift), -0.1...0.1),
      row(setting, "deviation over the exact one", found.map(\.ratio), 0.93...1.07),
      row(setting, "exact mass of the 90 % region", found.map(\.mass), 0.87...0.93),
      recovery(),
    ]
  }

  private func row(
    _ setting: String, _ method: String, _ values: [Double], _ bar: ClosedRange<Double>
  ) -> ValidationRow {
    let figure = Validation.figure(values)
    return ValidationRow(
      topic: .calibration, setting: setting, draws: Self.size.worlds, replicates: 1, chanceShare: 0,
      method: method, value: figure.estimate, low: figure.low, high: figure.high, bar: bar)
  }

  /// V22 on the same model with two outcomes: 1,000 truths.
  private func recovery() -> ValidationRow {
    let names = (0..<Self.inputs).map { "x\($0 + 1)" }
    let model = Problem(number: 0), count = 2_000
    var random = Random(key: [seed, 0x7265_636f_7665_72])
    let scores = (0..<count).map { _ in names.map { _ in random.normal() } }
    let values = scores.map { own in
      [model.outcome(own, random.normal()), own[0] - own[1] + 0.5 * random.normal()]
    }
    let found = Recovery(names, scores: scores, values: values)
    let figure = Validation.figure(found?.rows.map(\.inside) ?? [])
    return ValidationRow(
      topic: .calibration, setting: "\(found?.truths ?? 0) known truths found again (V22)",
      draws: count, replicates: 1, chanceShare: 0, method: "truths inside the 90 % region",
      value: figure.estimate, low: figure.low, high: figure.high, bar: 0.87...0.93)
  }
}

extension CalibrationCheck {
  /// One model with its target.
  struct Problem {
    let number: Int
    private let weights: [Double], chance: Double, target: Double, tolerance: Double

    init(number: Int) {
      self.number = number
      var random = Random(key: [UInt64(number), 0x7072_6f62_6c65_6d])
      weights = (0..<CalibrationCheck.inputs).map { _ in 0.6 * random.normal() }
      chance = 0.05 + 0.4 * random.uniform()
      tolerance = 0.05 + 0.3 * random.uniform()
      // What a world from the priors would give.
      let truth = weights.reduce(0) { $0 + $1 * random.normal() }
      target = truth + chance * random.normal()
    }

    /// The logarithm of the outcome.
    func outcome(_ scores: [Double], _ noise: Double) -> Double {
      zip(weights, scores).reduce(0) { $0 + $1.0 * $1.1 } + chance * noise
    }

    private var length: Double { weights.reduce(0) { $0 + $1 * $1 }.squareRoot() }

    /// The fit beside the exact posterior.
    func found(seed: UInt64) -> (shift: Double, ratio: Double, mass: Double) {
      let goal = CalibrationGoal(
        low: exp(target), high: exp(target), tolerance: exp(tolerance) - 1)
      let steps = weights.map { _ in [Double]() }, number = UInt64(number)
      var fit = Calibrator(
        goals: [goal], size: CalibrationCheck.size, steps: steps, seed: seed &+ number
      ) { world in
        var random = Random(key: [seed, number, UInt64(world)])
        return steps.map { _ in random.normal() }
      }
      while !fit.batch.isEmpty {
        let first = fit.worlds.count
        fit.take(
          fit.batch.enumerated().map { place, scores in
            var random = Random(key: [seed, number, UInt64(first + place), 1])
            return [[exp(outcome(scores, random.normal()))]]
          })
      }
      let scores = fit.population.map { world in
        outcome(fit.worlds[world].scores, 0) / length
      }
      return compared(scores)
    }

    private func compared(_ found: [Double]) -> (shift: Double, ratio: Double, mass: Double) {
      let exact = ExactPosterior(scale: length, chance, target, tolerance)
      let ends = OrderedDraws(found).limits(level: Recovery.level)
      return (
        ((Statistics.mean(found) ?? .nan) - exact.mean) / exact.deviation,
        (Statistics.deviation(found) ?? .nan) / exact.deviation,
        exact.share(below: ends.high ?? .nan) - exact.share(below: ends.low ?? .nan)
      )
    }
  }

  /// The posterior of u on a grid.
  struct ExactPosterior {
    private let grid: [(u: Double, mass: Double)]
    let mean: Double, deviation: Double

    init(scale: Double, _ chance: Double, _ target: Double, _ tolerance: Double) {
      let normal = Law.normal(mean: 0, sd: 1), cells = 8_000
      let raw = (0..<cells).map { cell -> (u: Double, mass: Double) in
        let u = -8 + 16 * (Double(cell) + 0.5) / Double(cells)
        let upper = normal.cdf((target + tolerance - scale * u) / chance)
        let lower = normal.cdf((target - tolerance - scale * u) / chance)
        return (u, exp(-u * u / 2) * (upper - lower))
      }
      let all = raw.reduce(0) { $0 + $1.mass }
      grid = raw.map { ($0.u, $0.mass / all) }
      let middle = grid.reduce(0) { $0 + $1.u * $1.mass }
      mean = middle
      deviation = grid.reduce(0) { $0 + ($1.u - middle) * ($1.u - middle) * $1.mass }.squareRoot()
    }

    func share(below value: Double) -> Double {
      grid.reduce(0) { $0 + ($1.u < value ? $1.mass : 0) }
    }
  }
}

extension Validation {
  /// Whether fits find what is known.
  public static func calibration(seed: UInt64) -> [ValidationRow] {
    CalibrationCheck(seed: seed).rows()
  }
}

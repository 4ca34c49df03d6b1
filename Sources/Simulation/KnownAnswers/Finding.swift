import Schema

/// A figure and its known answer, before it is known how many rows share the chance of a false alarm.
struct Finding {
  let id: String
  let what: String
  let setting: String
  let exact: Double
  let estimate: Double
  let comparison: KnownAnswer.Comparison
  /// The half-width of a test at a level.
  private let halfWidth: (Double) -> Double

  /// A figure that chance moves, from independent runs.
  init(
    _ id: String, _ what: String, _ setting: String, exact: Double, _ found: RunRatio,
    _ comparison: KnownAnswer.Comparison = .twoSided
  ) {
    self.init(id, what, setting, exact: exact, estimate: found.estimate, comparison) { level in
      let share = comparison == .twoSided ? level : 2 * level
      return found.error * RunRatio.studentQuantile(outside: share, freedom: found.freedom)
    }
  }

  /// A figure that must be the answer itself, but for what its arithmetic may lose.
  init(
    _ id: String, _ what: String, _ setting: String, exact: Double, equals estimate: Double,
    within loss: Double = 0
  ) {
    self.init(id, what, setting, exact: exact, estimate: estimate, .identity) { _ in loss }
  }

  /// A variance over the one that it should have, as the mean square of independent deviations, each in
  /// its standard deviation. They are near normal, so that their sum is chi-square; what is estimated of
  /// its error would be small where the mean is small. Of both sides the wider one holds for both.
  init(_ id: String, _ what: String, _ setting: String, squares: [Double]) {
    let count = Double(squares.count)
    let mean = squares.reduce(0, +) / count
    self.init(id, what, setting, exact: 1, estimate: mean, .twoSided) { level in
      let law = Law.gamma(mean: count, cv: (2 / count).squareRoot())
      return law.quantile(1 - level / 2) / count - 1
    }
  }

  /// A figure whose test has a law of its own.
  init(
    _ id: String, _ what: String, _ setting: String, exact: Double, estimate: Double,
    _ comparison: KnownAnswer.Comparison, halfWidth: @escaping (Double) -> Double
  ) {
    (self.id, self.what, self.setting) = (id, what, setting)
    (self.exact, self.estimate, self.comparison) = (exact, estimate, comparison)
    self.halfWidth = halfWidth
  }

  func row(at level: Double) -> KnownAnswer {
    KnownAnswer(
      id: id, what: what, setting: setting, exact: exact, estimate: estimate,
      halfWidth: halfWidth(level), comparison: comparison)
  }
}

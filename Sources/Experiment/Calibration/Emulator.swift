import Foundation

/// Says without a run about what a world's outcomes would be, and how sure that is.
///
/// The logarithm of an outcome is taken as linear in the inputs' normal scores, with squares and products of those
/// that move it most, the active ones; what is left is its error. A model that multiplies lognormal inputs is
/// linear so; one that adds up such products bends.
///
/// - SeeAlso: Craig, Goldstein, Seheult & Smith 1997, doi:10.1007/978-1-4612-2290-3_2 (history matching, active
///   inputs); Andrianakis et al. 2015, doi:10.1371/journal.pcbi.1003968.
struct Emulator: Sendable {
  /// How many standard deviations off a value may be before a world is ruled out: at least 95 % of any law
  /// with one mode lies within.
  ///
  /// - SeeAlso: Pukelsheim 1994, doi:10.1080/00031305.1994.10476030.
  static let cutoff = 3.0
  /// Active inputs at most, and worlds for each coefficient at least.
  static let mostActive = 24, worldsEach = 3

  /// What is known of one outcome.
  struct Outcome: Sendable {
    let goal: CalibrationGoal
    /// Positions of the active inputs.
    let active: [Int]
    /// Of the outcome's logarithm.
    let fit: LeastSquares
  }

  /// Outcomes that can be told; the others rule out nothing.
  let outcomes: [Outcome]
  private let steps: [[Double]]

  /// - Parameters:
  ///   - scores: Of worlds that were run, a normal score for each input.
  ///   - values: For each goal the outcome of each world.
  ///   - steps: For each input where its value changes, as shares; empty of one that changes everywhere.
  init(
    _ goals: [CalibrationGoal], scores: [[Double]], values: [[Double]], steps: [[Double]]
  ) {
    self.steps = steps
    let middles = scores.map { Self.middles($0, steps) }
    outcomes = zip(goals, values).compactMap { goal, own in
      let known = own.indices.filter { own[$0].isFinite && own[$0] > 0 }
      return Self.outcome(goal, known.map { middles[$0] }, known.map { log(own[$0]) })
    }
  }

  private static func outcome(
    _ goal: CalibrationGoal, _ inputs: [[Double]], _ values: [Double]
  ) -> Outcome? {
    let width = inputs.first?.count ?? 0
    guard inputs.count >= width + 10,
      let linear = LeastSquares(inputs.map { features($0, active: []) }, values)
    else { return nil }
    let order = (0..<width).sorted {
      abs(linear.coefficients[$0 + 1]) > abs(linear.coefficients[$1 + 1])
    }
    // Few worlds bear few products.
    let bearable = inputs.count / worldsEach - width - 1
    let count = (0...min(mostActive, width)).last { $0 * ($0 + 1) / 2 <= bearable } ?? 0
    let active = Array(order.prefix(count))
    guard let fit = LeastSquares(inputs.map { features($0, active: active) }, values) else {
      return nil
    }
    return Outcome(goal: goal, active: active, fit: fit)
  }

  /// How implausible a world is by what is known of it, in standard deviations of what isn't; below the cutoff
  /// it isn't ruled out.
  func implausibility(_ scores: [Double]) -> Double {
    told(scores).reduce(0) { max($0, $1.distance / $1.spread) }
  }

  /// The logarithm of how likely it is, up to a constant, that the world's values are those of the sources.
  func logLikelihood(_ scores: [Double]) -> Double {
    told(scores).reduce(0) { sum, own in
      let ratio = own.distance / own.spread
      return sum - ratio * ratio / 2
    }
  }

  private func told(_ scores: [Double]) -> [(distance: Double, spread: Double)] {
    if outcomes.isEmpty { return [] }
    let inputs = Self.middles(scores, steps)
    return outcomes.map { own in
      let value = own.fit.value(Self.features(inputs, active: own.active))
      let tolerance = own.goal.tolerance, error = own.fit.deviation
      return (
        own.goal.distance(ofLogarithm: value),
        (tolerance * tolerance + error * error).squareRoot()
      )
    }
  }

  /// 1, the inputs, and squares and products of the active ones.
  private static func features(_ inputs: [Double], active: [Int]) -> [Double] {
    var row = [1] + inputs
    row.reserveCapacity(row.count + active.count * (active.count + 1) / 2)
    for (place, one) in active.enumerated() {
      for other in active[place...] {
        row.append(inputs[one] * inputs[other] - (one == other ? 1 : 0))
      }
    }
    return row
  }

  /// The scores; of an input with few values that in the middle of the value's part.
  private static func middles(_ scores: [Double], _ steps: [[Double]]) -> [Double] {
    zip(scores, steps).map { score, steps in
      if steps.isEmpty { return score }
      let share = Scores.share(score), ends = [0] + steps + [1]
      let part = steps.count { $0 <= share }
      return Scores.score((ends[part] + ends[part + 1]) / 2)
    }
  }
}

import Foundation

/// Says without a run about what a world's outcomes would be, and how sure that is.
///
/// The logarithm of an outcome is taken as linear in the inputs' normal scores and their squares; what is left
/// is its error. A model that multiplies lognormal inputs is exactly so.
///
/// - SeeAlso: Craig, Goldstein, Seheult & Smith 1997, doi:10.1007/978-1-4612-2290-3_2 (history matching);
///   Andrianakis et al. 2015, doi:10.1371/journal.pcbi.1003968.
struct Emulator: Sendable {
  /// How many standard deviations off a value may be before a world is ruled out: at least 95 % of any law
  /// with one mode lies within.
  ///
  /// - SeeAlso: Pukelsheim 1994, doi:10.1080/00031305.1994.10476030.
  static let cutoff = 3.0

  /// What is known of one outcome.
  struct Outcome: Sendable {
    let goal: CalibrationGoal
    let coefficients: [Double]
    /// Standard deviation of the logarithm's error.
    let deviation: Double
    /// Share of the logarithm's variance that is explained.
    let explained: Double
  }

  /// Outcomes that can be told; the others rule out nothing.
  let outcomes: [Outcome]
  private let steps: [[Double]]
  private let hasSquares: Bool

  /// - Parameters:
  ///   - scores: Of worlds that were run, a normal score for each input.
  ///   - values: For each goal the outcome of each world.
  ///   - steps: For each input where its value changes, as shares; empty of one that changes everywhere.
  init(
    _ goals: [CalibrationGoal], scores: [[Double]], values: [[Double]], steps: [[Double]]
  ) {
    self.steps = steps
    let width = 1 + 2 * steps.count
    // Few worlds bear fewer coefficients.
    hasSquares = scores.count >= 2 * width
    let rows = scores.map { [steps, hasSquares] in Self.features($0, steps, hasSquares) }
    outcomes = zip(goals, values).compactMap { goal, own in
      let known = own.indices.filter { own[$0].isFinite && own[$0] > 0 }
      guard known.count >= 10 + (rows.first?.count ?? 0),
        let fit = LeastSquares(known.map { rows[$0] }, known.map { log(own[$0]) })
      else { return nil }
      return Outcome(
        goal: goal, coefficients: fit.coefficients, deviation: fit.deviation,
        explained: fit.explained)
    }
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
    let row = Self.features(scores, steps, hasSquares)
    return outcomes.map { own in
      let value = zip(own.coefficients, row).reduce(0) { $0 + $1.0 * $1.1 }
      let tolerance = own.goal.tolerance, error = own.deviation
      return (
        own.goal.distance(ofLogarithm: value),
        (tolerance * tolerance + error * error).squareRoot()
      )
    }
  }

  private static func features(
    _ scores: [Double], _ steps: [[Double]], _ hasSquares: Bool
  ) -> [Double] {
    let own = zip(scores, steps).map { $1.isEmpty ? $0 : middle(of: $0, $1) }
    return [1] + own + (hasSquares ? own.map { $0 * $0 - 1 } : [])
  }

  /// Of an input with few values the score in the middle of the value's part.
  private static func middle(of score: Double, _ steps: [Double]) -> Double {
    let share = Scores.share(score), ends = [0] + steps + [1]
    let part = steps.count { $0 <= share }
    return Scores.score((ends[part] + ends[part + 1]) / 2)
  }
}

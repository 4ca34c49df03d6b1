import Experiment
import Schema
import Simulation

/// A study in rounds: draws are doubled until the middle of every policy's effect is known well enough.
///
/// Nothing is decided before all runs of a round are in. A round keeps the runs of those before it, and
/// the tables are those of a study that asked for its draws at once.
struct Rounds {
  /// What is wanted of the Monte Carlo error of the headline's middle: for a comparison in points of
  /// change, for one scenario in per cent of its mean.
  let precision: Double
  /// Draws of the first round, and most draws.
  let first: Int, most: Int

  /// Draws of the first round if nobody says otherwise, and of the last.
  static let standard = (first: 16, most: 4_096)

  /// Makes rounds until the precision is reached, or the most draws are made.
  ///
  /// - Parameters:
  ///   - comparison: The study; its draws are those of the first round.
  ///   - note: Takes a line after each round.
  ///   - sitting: Makes a study's runs and tables.
  func run(
    _ comparison: Comparison, note: (String) -> Void,
    sitting: (Comparison) throws -> Session.Outcome
  ) throws -> (Comparison, Session.Outcome) {
    var draws = first
    while true {
      var options = comparison.options
      (options.draws, options.replicates) = (draws, max(1, comparison.plan.replicates))
      let study = try Comparison(comparison.scenarios, options: options)
      let outcome = try sitting(study)
      guard let worst = worst(outcome.results, study.plan) else { return (study, outcome) }
      let found =
        "\(Noun("draw").counted(draws)): the middle of \(worst.name) is known to ± "
        + "\(Figures.number(worst.half)) \(worst.unit)"
      if worst.half <= precision || study.plan.drawn.isEmpty {
        note(found)
        return (study, outcome)
      }
      guard draws < most else {
        note(found + "; more than \(most) draws aren't made (--draws)")
        return (study, outcome)
      }
      draws = min(most, draws * 2)
      note(found + "; \(draws) draws next")
    }
  }

  /// The policy known least; nil where nothing has an error.
  private func worst(
    _ results: Study.Results, _ plan: Plan
  ) -> (name: String, half: Double, unit: String)? {
    var halves: [(name: String, half: Double, unit: String)] = []
    if plan.isComparison {
      for row in results.differences
      where row.period == .window && row.column.name == OutcomeWords.headline {
        guard let mc = row.estimate?.mc else { continue }
        halves.append((row.scenario, (mc.high - mc.low) / 2 * 100, "points"))
      }
    } else if let row = results.summary.first(where: {
      $0.period == .window && $0.column.name == OutcomeWords.headline
    }), let mc = row.estimate?.mc, let half = Statistics.relativeHalfWidth(mc) {
      halves.append((row.scenario, half * 100, "% of its mean"))
    }
    return halves.max { $0.half < $1.half }
  }
}

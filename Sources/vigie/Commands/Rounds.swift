import Experiment
import Schema
import Simulation

/// A study in rounds: draws are doubled until every policy's effect is known well enough.
///
/// Nothing is decided before all runs of a round are in. A round keeps the runs of those before it; a
/// policy that is known well enough gets no more draws, and the baseline has as many as any. The tables
/// are those of a study that asked for the same draws at once.
struct Rounds {
  /// What is wanted of the headline: in points of change, for one scenario in per cent of its mean.
  let goal: PrecisionGoal
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
    var options = comparison.options
    (options.draws, options.replicates) = (first, max(1, comparison.plan.replicates))
    while true {
      let draws = options.draws ?? first
      let study = try Comparison(comparison.scenarios, options: options)
      let outcome = try sitting(study)
      let found = precisions(outcome.results, study.plan)
      guard let known = words(found, study.plan) else { return (study, outcome) }
      let open = found.filter { !goal.isReached(by: $0.precision) }.map(\.name)
      let result = "\(Noun("draw").counted(draws)): \(known)"
      if open.isEmpty || study.plan.drawn.isEmpty {
        note(result)
        return (study, outcome)
      }
      guard draws < most else {
        note(result + "; more than \(most) draws aren't made (--draws)")
        return (study, outcome)
      }
      if study.plan.isComparison {
        for name in study.plan.scenarios.dropFirst().map(\.name) where !open.contains(name) {
          options.fewerDraws[name] = options.fewerDraws[name] ?? draws
        }
      }
      options.draws = min(most, draws * 2)
      let next = "\(options.draws ?? most) draws next"
      note(
        "\(result); \(next)"
          + (open.count < found.count ? " for \(open.joined(separator: ", "))" : ""))
    }
  }

  /// How well each policy is known; without a comparison the one scenario.
  private func precisions(
    _ results: Study.Results, _ plan: Plan
  ) -> [(name: String, precision: Precision)] {
    let all =
      plan.isComparison
      ? results.differences.filter(Self.isHeadline).map { ($0.scenario, Precision($0)) }
      : results.summary.filter(Self.isHeadline).map { ($0.scenario, Precision($0)) }
    return all.compactMap { name, found in found.map { (name, $0) } }
  }

  private static func isHeadline(_ row: DifferenceRow) -> Bool {
    row.period == .window && row.column.name == OutcomeWords.headline
  }

  private static func isHeadline(_ row: SummaryRow) -> Bool {
    row.period == .window && row.column.name == OutcomeWords.headline
  }

  /// What is known least of all policies; nil where nothing has an error.
  private func words(
    _ found: [(name: String, precision: Precision)], _ plan: Plan
  ) -> String? {
    guard let worst = found.max(by: { $0.precision.middle < $1.precision.middle }) else {
      return nil
    }
    let unit = plan.isComparison ? "points" : "% of its mean"
    let middle =
      "the middle of \(worst.name) is known to ± \(Figures.number(worst.precision.middle)) \(unit)"
    guard goal.limits != nil else { return middle }
    if let unknown = found.first(where: { $0.precision.limits == nil }) {
      return middle + ", the limits of \(unknown.name) to nobody knows what"
    }
    guard
      let last = found.max(by: { $0.precision.limits ?? 0 < $1.precision.limits ?? 0 }),
      let low = last.precision.low, let high = last.precision.high
    else { return middle }
    let kind = last.precision.isBootstrap ? " (bootstrap)" : ""
    return middle + ", the limits of \(last.name) to ± \(Figures.number(low)) and "
      + "± \(Figures.number(high))\(kind)"
  }
}

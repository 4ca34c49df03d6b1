import Experiment
import Schema
import Simulation

/// A study in rounds: draws are doubled until every policy's effect is known well enough.
///
/// Nothing is decided before all runs of a round are in. A round keeps the runs of those before it; a
/// policy that is known well enough gets no more draws, and the baseline has as many as any. The tables
/// are those of a study that asked for the same draws at once. Where more than a tenth of the spread is
/// chance, as far as that is known, all draws get one replicate more: chance is then taken out.
struct Rounds {
  /// What is wanted, in points of change, for one scenario in per cent of its mean; draws of the first
  /// round, and most draws.
  let goal: StudyGoal

  /// Draws of the first round if nobody says otherwise, and of the last.
  static let standard = (first: 16, most: 4_096)

  /// Draws from which chance is told well enough, the share of it above which draws are made again, and
  /// most replicates.
  private static let drawsForChance = 40, mostChance = 0.1, mostReplicates = 8

  /// The rounds that a folder's goal says.
  init(_ goal: StudyGoal) { self.goal = goal }

  /// The rounds of a study.
  ///
  /// - Parameter most: Most draws; nil for as many as there are values, or the usual limit.
  init(_ precision: PrecisionGoal, of comparison: Comparison, most: Int?) {
    let most = most ?? comparison.options.given?.rows ?? Self.standard.most
    let plan = comparison.plan
    goal = StudyGoal(
      precision, first: min(Self.standard.first, most), most: most,
      replicates: plan.echoes ? 1 : max(1, plan.replicates))
  }

  /// What comes after a round.
  struct Step {
    /// What is said of the round; nil where nothing has an error.
    let words: String?
    /// The next round; nil where none is left.
    let next: Comparison?
  }

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
    var study = try first(of: comparison)
    while true {
      let outcome = try sitting(study)
      let step = try after(study, outcome.results)
      step.words.map(note)
      guard let next = step.next else { return (study, outcome) }
      study = next
    }
  }

  /// The first round of a study.
  ///
  /// - Throws: `PlanProblem`.
  func first(of comparison: Comparison) throws -> Comparison {
    var options = comparison.options
    (options.draws, options.replicates) = (goal.first, goal.replicates)
    return try Comparison(comparison.scenarios, options: options)
  }

  /// What comes after a round whose runs are all in.
  ///
  /// - Throws: `PlanProblem`.
  func after(_ study: Comparison, _ results: Study.Results) throws -> Step {
    let found = precisions(results, study.plan)
    guard let known = words(found, study.plan) else { return Step(words: nil, next: nil) }
    let result = "\(Noun("draw").counted(study.plan.draws)): \(known)"
    var options = study.options
    // A folder's own table has no more rows than the round has draws.
    options.given = goal.given ?? options.given
    guard let next = next(&options, after: study.plan, found) else {
      return Step(words: result, next: nil)
    }
    return Step(
      words: "\(result); \(next.words)",
      next: next.isNone ? nil : try Comparison(study.scenarios, options: options))
  }

  /// Asks for the next round, and says it in words, or why there is none; nil where all is known.
  private func next(
    _ options: inout Comparison.Options, after plan: Plan,
    _ found: [(name: String, precision: Precision)]
  ) -> (words: String, isNone: Bool)? {
    let draws = plan.draws
    let chance = found.compactMap(\.precision.chanceShare).max() ?? 0
    if draws >= Self.drawsForChance, chance > Self.mostChance,
      plan.replicates < Self.mostReplicates
    {
      options.replicates = plan.echoes ? 2 : plan.replicates + 1
      let words = "\(NumberText.percent(chance)) of the spread is chance"
      return ("\(words); \(options.replicates) replicates next", false)
    }
    let open = found.filter { !goal.precision.isReached(by: $0.precision) }.map(\.name)
    if open.isEmpty || plan.drawn.isEmpty { return nil }
    guard draws < goal.most else {
      return ("more than \(goal.most) draws aren't made (--draws)", true)
    }
    if plan.isComparison {
      for name in plan.scenarios.dropFirst().map(\.name) where !open.contains(name) {
        options.fewerDraws[name] = options.fewerDraws[name] ?? draws
      }
    }
    let all = min(goal.most, draws * 2)
    options.draws = all
    let names = open.count < found.count ? " for \(open.joined(separator: ", "))" : ""
    return ("\(all) draws next\(names)", false)
  }

  /// How well each policy is known; without a comparison the one scenario.
  private func precisions(
    _ results: Study.Results, _ plan: Plan
  ) -> [(name: String, precision: Precision)] {
    let all =
      plan.isComparison
      ? results.differences.filter { Self.isHeadline($0.column, $0.period) }
        .map { ($0.scenario, Precision($0)) }
      : results.summary.filter { Self.isHeadline($0.column, $0.period) }
        .map { ($0.scenario, Precision($0)) }
    return all.compactMap { name, found in found.map { (name, $0) } }
  }

  private static func isHeadline(_ column: Column, _ period: Period) -> Bool {
    period == .window && column.name == OutcomeWords.headline
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
      "the middle of \(worst.name) is known to ± \(NumberText.number(worst.precision.middle)) \(unit)"
    guard goal.precision.limits != nil else { return middle }
    if let unknown = found.first(where: { $0.precision.limits == nil }) {
      return middle + ", the limits of \(unknown.name) to nobody knows what"
    }
    guard
      let last = found.max(by: { $0.precision.limits ?? 0 < $1.precision.limits ?? 0 }),
      let low = last.precision.low, let high = last.precision.high
    else { return middle }
    let kind = last.precision.isBootstrap ? " (bootstrap)" : ""
    return middle + ", the limits of \(last.name) to ± \(NumberText.number(low)) and "
      + "± \(NumberText.number(high))\(kind)"
  }
}

import Simulation

/// What is kept of a study's runs to say which parameters drive the effects, and which policy is best: the
/// headlines of every run, and the drawn parameters of every draw.
struct DriverData {
  /// Outcomes of which it is said.
  static let outcomes = [OutcomeWords.headline, OutcomeWords.serious]

  let plan: Plan
  /// Positions of the outcomes among the plan's columns.
  let columns: [Int]
  /// For each scenario and outcome the value of every run, draw by draw; NaN where there is none.
  private(set) var values: [[[Double]]]
  /// For each scenario and drawn parameter the value of every draw.
  private(set) var drawn: [[[Double]]]
  /// For each scenario the draws of which a run didn't reach its end, from 1.
  private(set) var broken: [Set<Int>]

  init(_ plan: Plan) {
    self.plan = plan
    columns = DriverData.outcomes.compactMap { name in
      plan.columns.firstIndex { $0.name == name }
    }
    let runs = [Double](repeating: .nan, count: plan.draws * plan.replicates)
    let draws = [Double](repeating: .nan, count: plan.draws)
    values = plan.scenarios.map { _ in [] }
    drawn = values
    broken = plan.scenarios.map { _ in [] }
    for scenario in plan.scenarios.indices {
      values[scenario] = columns.map { _ in runs }
      drawn[scenario] = plan.drawn.map { _ in draws }
    }
  }

  /// Takes in a settled run with its drawn parameters in the plan's order.
  mutating func note(_ finished: FinishedRun, drawn own: [Double]) {
    let run = finished.run
    guard let record = finished.outcome.record else {
      broken[run.scenario].insert(run.draw)
      return
    }
    let place = (run.draw - 1) * plan.replicates + run.replicate - 1
    for (outcome, column) in columns.enumerated() {
      values[run.scenario][outcome][place] = record.values[column]
    }
    for (parameter, value) in own.enumerated() where value.isFinite {
      drawn[run.scenario][parameter][run.draw - 1] = value
    }
  }

  /// The rows of drivers.csv: policy by policy, the greatest share first.
  ///
  /// - Parameters:
  ///   - units: Units of the drawn columns, by name.
  ///   - chanceShare: The part of the spread of a scenario's outcome that is chance, where known.
  /// - Complexity: O(permutations × parameters × draws) for each policy and outcome.
  func rows(
    units: [String: String], level: Double,
    chanceShare: (_ scenario: String, _ outcome: String) -> Double?
  ) -> [DriverRow] {
    let policies = plan.scenarios.indices.filter { scenario in
      !plan.isComparison || (plan.scenarios[scenario].reference ?? scenario) != scenario
    }
    return columns.indices.flatMap { outcome -> [DriverRow] in
      let best = BestPolicies(
        policies.map { (plan.scenarios[$0].name, effects(of: $0, nil, outcome).levels) })
      return policies.enumerated().flatMap { place, scenario in
        rows(
          of: scenario, outcome, best: plan.isComparison ? (best, place) : nil, units: units,
          level: level,
          chanceShare: chanceShare(
            plan.scenarios[scenario].name, plan.columns[columns[outcome]].name))
      }
    }
  }

  /// Levels of an outcome by draw, and what the draws say against a reference.
  private func effects(
    of scenario: Int, _ reference: Int?, _ outcome: Int
  ) -> (levels: [Double], ratios: [Double], differences: [Double]) {
    let own = DrawValues(values[scenario][outcome], replicates: plan.replicates)
    let levels = own.values.map { Statistics.mean($0.filter(\.isFinite)) ?? .nan }
    guard let reference else { return (levels, levels, levels) }
    let base = DrawValues(values[reference][outcome], replicates: plan.replicates)
    let found = Uncertainty.effects(own, reference: base)
    return (levels, found.ratios, found.differences)
  }

  /// The rows of one policy and outcome.
  private func rows(
    of scenario: Int, _ outcome: Int, best: (all: BestPolicies, place: Int)?,
    units: [String: String], level: Double, chanceShare: Double?
  ) -> [DriverRow] {
    let reference = best == nil ? nil : plan.scenarios[scenario].reference
    let inputs = inputs(of: scenario, reference)
    let effects = effects(of: scenario, reference, outcome)
    let found = ExplainedShare.found(
      of: effects.ratios, differences: effects.differences, on: inputs, chanceShare: chanceShare,
      level: level)
    let told = found?.inputs ?? []
    // The greatest share first; those of which nothing is said in the order of runs.csv.
    let rest = inputs.filter { input in !told.contains { $0.name == input.name } }
    let names = told.map(\.name) + rest.map(\.name)
    return names.map { name in
      DriverRow(
        baseline: reference.map { plan.scenarios[$0].name },
        scenario: plan.scenarios[scenario].name,
        outcome: plan.columns[columns[outcome]].name, parameter: name, unit: units[name] ?? "",
        draws: found?.draws ?? plan.draws,
        finding: found.flatMap { found in
          told.first { $0.name == name }.map { input in
            let values = inputs.first { $0.name == name }?.values ?? []
            let ends = best.flatMap { $0.all.ends($0.place, by: values, level: level) }
            return DriverRow.Finding(
              share: input.share, bound: found.bound, unexplained: found.unexplained,
              correlation: input.correlation, less: reference == nil ? nil : input.less,
              best: ends?.shares, leaders: ends?.leaders)
          }
        })
    }
  }

  /// The parameters that the policy or its reference reads, with their values by draw: no other can
  /// drive the difference.
  private func inputs(of scenario: Int, _ reference: Int?) -> [(name: String, values: [Double])] {
    plan.drawn.indices.compactMap { parameter in
      let both = [scenario, reference].compactMap { $0 }.map { drawn[$0][parameter] }
      return both.first { $0.contains(where: \.isFinite) }.map { (plan.drawn[parameter], $0) }
    }
  }
}

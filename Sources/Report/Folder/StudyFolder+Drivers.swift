import Experiment

extension StudyFolder {
  /// What is asked about: the alternatives, or the reference where there are none.
  var compared: [Policy] { alternatives.isEmpty ? Array(policies.prefix(1)) : Array(alternatives) }

  /// What the change against the reference goes with, draw by draw; the level where nothing is
  /// compared. Nil where nothing is claimed.
  func explained(_ policy: Policy) -> ExplainedShare.Result? {
    let own = draws(policy, OutcomeWords.headline)
    let isLevel = reference?.name == policy.name
    let base = reference.map { draws($0, OutcomeWords.headline) } ?? own
    let effects = Uncertainty.effects(own, reference: base)
    let levels = own.values.map { $0.first ?? .nan }
    let inputs = runs.drawn.compactMap { name -> (name: String, values: [Double])? in
      // What neither the policy nor its reference reads can't drive the difference.
      let both = [policy, reference].compactMap { $0 }.map { draws($0, name) }
      let known = both.first { $0.values.contains { $0.contains(where: \.isFinite) } }
      return known.map { (name, $0.values.map { $0.first { $0.isFinite } ?? .nan }) }
    }
    let row = difference(policy.name, OutcomeWords.headline)
    return ExplainedShare.found(
      of: isLevel ? levels : effects.ratios, differences: isLevel ? levels : effects.differences,
      on: inputs, chanceShare: row?.estimate?.chanceShare)
  }

  /// A column of one scenario by draw.
  func draws(_ policy: Policy, _ column: String) -> DrawValues {
    draws(of: runs.values(policy.name, column))
  }

  /// One value for each run, by draw.
  func draws(of values: [Double], stopped: Set<Int> = []) -> DrawValues {
    DrawValues(values, replicates: provenance.replicates, stopped: stopped)
  }
}

import Experiment

extension StudyPage {
  /// What the change against the reference goes with, draw by draw; the level where nothing is
  /// compared. Nil where nothing is claimed.
  func driverResult(_ policy: StudyFolder.Policy) -> ExplainedShare.Result? {
    let own = study.draws(policy, OutcomeWords.headline)
    let isLevel = study.reference?.name == policy.name
    let base = study.reference.map { study.draws($0, OutcomeWords.headline) } ?? own
    let effects = Uncertainty.effects(own, reference: base)
    let levels = own.values.map { $0.first ?? .nan }
    let inputs = study.runs.drawn.compactMap { name -> (name: String, values: [Double])? in
      // What neither the policy nor its reference reads can't drive the difference.
      let both = [policy, study.reference].compactMap { $0 }.map { study.draws($0, name) }
      let known = both.first { $0.values.contains { $0.contains(where: \.isFinite) } }
      return known.map { (name, $0.values.map { $0.first { $0.isFinite } ?? .nan }) }
    }
    let row = study.difference(policy.name, OutcomeWords.headline)
    return ExplainedShare.found(
      of: isLevel ? levels : effects.ratios, differences: isLevel ? levels : effects.differences,
      on: inputs, chanceShare: row?.estimate?.chanceShare)
  }
}

extension StudyFolder {
  /// A column of one scenario by draw.
  func draws(_ policy: Policy, _ column: String) -> DrawValues {
    draws(of: runs.values(policy.name, column))
  }

  /// One value for each run, by draw.
  func draws(of values: [Double]) -> DrawValues {
    let size = max(1, provenance.replicates)
    return DrawValues(
      stride(from: 0, to: values.count, by: size).map {
        Array(values[$0..<min(values.count, $0 + size)])
      })
  }
}

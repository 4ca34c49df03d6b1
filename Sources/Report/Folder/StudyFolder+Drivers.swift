import Experiment

extension StudyFolder {
  /// What is asked about: the alternatives, or the reference where there are none.
  var compared: [Policy] { alternatives.isEmpty ? Array(policies.prefix(1)) : Array(alternatives) }

  /// What a policy's headline goes with, the greatest share first; none where nothing is claimed.
  func drivers(of policy: Policy) -> [(row: DriverRow, finding: DriverRow.Finding)] {
    drivers.compactMap { row in
      guard row.scenario == policy.name, row.outcome == OutcomeWords.headline else { return nil }
      return row.finding.map { (row, $0) }
    }
  }

  /// One value for each run, by draw.
  func draws(of values: [Double], stopped: Set<Int> = []) -> DrawValues {
    DrawValues(values, replicates: provenance.replicates, stopped: stopped)
  }
}

import Simulation

/// What the hashes of runs say: a policy whose runs have all the reference's acts on nothing.
public enum Hashes {
  /// Whether two scenarios had the same events in every replicate that both have; false where they
  /// have none in common.
  ///
  /// - Parameters:
  ///   - hashes: One for each replicate that reached its end.
  ///   - others: Those of the other scenario.
  public static func areSame<Hash: Equatable>(_ hashes: [Int: Hash], as others: [Int: Hash])
    -> Bool
  {
    var common = 0
    for (replicate, hash) in hashes {
      guard let other = others[replicate] else { continue }
      if other != hash { return false }
      common += 1
    }
    return common > 0
  }

  /// The scenarios of a plan whose runs are all those of its reference, in the order of the plan.
  static func idle(_ runs: [FinishedRun], plan: Plan) -> [String] {
    guard let reference = plan.reference else { return [] }
    var hashes = [[Int: UInt64]](repeating: [:], count: plan.scenarios.count)
    for finished in runs {
      guard let record = finished.outcome.record else { continue }
      hashes[finished.run.scenario][finished.run.replicate] = record.hash
    }
    return plan.scenarios.indices.filter { $0 != reference }
      .filter { areSame(hashes[$0], as: hashes[reference]) }.map { plan.scenarios[$0].name }
  }
}

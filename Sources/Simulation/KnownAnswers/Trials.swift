/// Independent runs of a setting: one seed, replicates 1, 2, 3 …
struct Trials {
  let seed: UInt64
  let count: Int

  /// What each run gives, in the order of the replicates.
  func map<Found>(_ run: (UInt64) throws -> Found) rethrows -> [Found] {
    try (0..<UInt64(count)).map { try run($0 + 1) }
  }

  /// Runs a scenario and hands every event to `listen`.
  @discardableResult
  func run(
    _ scenario: Scenario, _ replicate: UInt64, listen: (Event) -> Void
  ) throws -> RunRecord {
    try Run.simulate(
      scenario, seed: seed, replicate: replicate, isStopped: { false }, listen: listen)
  }
}

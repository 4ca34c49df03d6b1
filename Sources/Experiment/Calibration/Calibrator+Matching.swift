/// History matching.
extension Calibrator {
  /// Tries after which it is said that nothing is plausible.
  private static let mostTries = 400_000

  mutating func matchHistory() {
    emulators = [emulator(of: worlds)]
    var random = random(-1)
    let tries = 20_000
    let open = (0..<tries).count { _ in isOpen(normal(&random)) }
    kept = [Double(open) / Double(tries)]
    var search = self.random(0)
    while batch.count < size.worlds, let scores = unruled(&search) { batch.append(scores) }
    phase = batch.isEmpty ? .hopeless : .wave
  }

  func emulator(of worlds: [World]) -> Emulator {
    Emulator(
      goals, scores: worlds.map(\.scores),
      values: goals.indices.map { goal in worlds.map { $0.values[goal] } }, steps: steps)
  }

  /// Whether no emulator rules a world out.
  func isOpen(_ scores: [Double]) -> Bool {
    emulators.allSatisfy { $0.implausibility(scores) <= Emulator.cutoff }
  }

  /// A world from the priors that isn't ruled out; nil where none is found.
  private func unruled(_ random: inout Random) -> [Double]? {
    for _ in 0..<Self.mostTries {
      let scores = normal(&random)
      if isOpen(scores) { return scores }
    }
    return nil
  }

  private func normal(_ random: inout Random) -> [Double] { steps.map { _ in random.normal() } }

  /// Random numbers of one step; none reaches a run but as scores that are rounded as shares.
  func random(_ step: Int, _ member: Int = 0) -> Random {
    Random(key: [seed, UInt64(bitPattern: Int64(step)), UInt64(member), 0x6361_6c69_6272])
  }
}

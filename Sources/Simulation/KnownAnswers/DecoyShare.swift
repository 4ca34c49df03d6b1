import Schema

/// V14. Where offenders choose evenly among all who look like minors, decoys get D/(M + D) of all first
/// messages.
///
/// An even choice is the model's assumption, not a finding about offenders; first messages have a rate of
/// their own here, which decoys do not raise.
enum DecoyShare {
  static let family = AnswerFamily(
    "V14", "first messages to decoys", count: 2, runs: 30, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    try [finding(trials, people: 101, decoys: 25), finding(trials, people: 51, decoys: 100)]
  }

  /// Everybody writes to everybody else and to the decoys: one fewer than there are people.
  private static func finding(
    _ trials: Trials, people: Int, decoys: Int
  ) throws -> Finding {
    var scenario = Scenario.mutual(
      people: Double(people), hours: 72, contacts: 5, stages: [.named("contact")])
    scenario.levers.decoys.police.count = decoys
    scenario.levers.decoys.police.hoursPerDay = 24
    scenario.levers.decoys.police.shiftStart = 0
    scenario.levers.decoys.police.slots = 1000
    scenario.levers.decoys.police.conversation = .fixed(0.001)
    let runs = try trials.map { replicate in
      var counts = (sum: 0.0, of: 0.0)
      try trials.run(scenario, replicate) { event in
        guard event.kind == .contact, event.flags.contains(.cohort) else { return }
        counts.sum += event.target < 0 ? 1 : 0
        counts.of += 1
      }
      return counts
    }
    return Finding(
      "V14", "share of first messages to decoys", "\(people - 1) minors, \(decoys) decoys",
      exact: Double(decoys) / Double(people - 1 + decoys), RunRatio(runs))
  }
}

import Schema

/// V15. Who comes back after each ban with chance b has a geometric number of accounts, mean 1/(1 − b).
///
/// Every ban is for good with chance 1 − b, whatever came before, so that bans over those for good have
/// this answer also where the run ends before everybody is out.
///
/// - SeeAlso: Feller 1968, An introduction to probability theory I, ch. VI (waiting for a success).
enum BanEvasion {
  static let family = AnswerFamily("V15", "accounts after bans", count: 2, runs: 80, find: find)

  private static let returns = 0.375

  private struct Counts {
    var bans = 0.0, final = 0.0, firstFinal = 0.0
    var banned: Set<Int32> = []

    mutating func see(_ event: Event) {
      guard event.kind == .sanction, event.sanction == .ban else { return }
      let isFirst = banned.insert(event.actor).inserted
      bans += 1
      guard event.value == .infinity else { return }
      final += 1
      firstFinal += isFirst ? 1 : 0
    }
  }

  private static func find(_ trials: Trials) throws -> [Finding] {
    let scenario = scenario()
    let runs = try trials.map { replicate in
      var counts = Counts()
      try trials.run(scenario, replicate) { counts.see($0) }
      return counts
    }
    let setting = "37.5 % come back after each ban"
    return [
      Finding(
        "V15", "accounts of an offender", setting, exact: 1 / (1 - returns),
        RunRatio(runs.map { (sum: $0.bans, of: $0.final) })),
      Finding(
        "V15", "share with one account only", setting, exact: 1 - returns,
        RunRatio(runs.map { (sum: $0.firstFinal, of: Double($0.banned.count)) })),
    ]
  }

  /// Every first message is flagged, every flag upheld.
  private static func scenario() -> Scenario {
    var scenario = Scenario.pursuit(
      people: 800, visits: 1, stay: .exponential(mean: 0.3), hours: 60, contacts: 60,
      stages: [.named("contact")]
    ).banningAtOnce(staff: 100, after: 0.01)
    scenario.levers.registration.method = .email
    scenario.levers.registration.dropOut.email = 0
    scenario.levers.sanctions.returnProbability = returns
    scenario.levers.sanctions.returnDelay = .fixed(0.1)
    return scenario
  }
}

import Schema

/// V19. A policy that can do nothing changes no event, not by a bit: all draws are keyed to what they are
/// of, so that none shifts because a lever is there.
///
/// - SeeAlso: Law 2015, Simulation modeling and analysis, §11.2 (common random numbers).
enum NullPolicies {
  static let family = AnswerFamily(
    "V19", "policies that do nothing", count: Policy.all.count, runs: 1, find: find)

  /// A policy that can do nothing.
  struct Policy: Sendable {
    let name: String
    let change: @Sendable (inout Levers) -> Void
  }

  private static func find(_ trials: Trials) throws -> [Finding] {
    let plain = try events(of: scenario(), trials)
    return try Policy.all.map { policy in
      var changed = scenario()
      policy.change(&changed.levers)
      return Finding(
        "V19", "events that differ", policy.name, exact: 0,
        equals: Double(differing(plain, try events(of: changed, trials))))
    }
  }

  /// A busy platform with minors marked, so that the contact rules have somebody to act on.
  private static func scenario() -> Scenario {
    var scenario = Scenario.busy(hours: 36)
    scenario.levers.ageAssurance.method = .estimation
    scenario.levers.ageAssurance.action = .mark
    return scenario
  }

  private static func events(of scenario: Scenario, _ trials: Trials) throws -> [Event] {
    var events: [Event] = []
    try trials.run(scenario, 1) { events.append($0) }
    return events
  }

  /// Places at which two runs have different events, and events that only one has.
  private static func differing(_ first: [Event], _ second: [Event]) -> Int {
    zip(first, second).count { $0.time != $1.time || $0.words != $1.words }
      + abs(first.count - second.count)
  }
}

extension NullPolicies.Policy {
  /// One or more for each lever.
  static let all = [
    Self(name: "registration without a method") {
      $0.registration.dropOut.email = 0.9
      $0.registration.minorOdds = 7
    },
    Self(name: "registration that covers nobody") {
      $0.registration.method = .identity
      $0.registration.terms.coverage = 0
    },
    Self(name: "moderation without staff") {
      $0.moderation.falseReports = 5
      $0.moderation.refers = 1
    },
    Self(name: "a classifier that is off") { $0.classifier.detects = 1 },
    Self(name: "a classifier that sees nothing") {
      $0.classifier.active = true
      $0.classifier.detects = 0
      $0.classifier.falseFlags = 0
    },
    Self(name: "a classifier that covers nobody") {
      $0.classifier.active = true
      $0.classifier.terms.coverage = 0
    },
    Self(name: "sanctions without anybody to sanction") {
      $0.sanctions.warnings = 3
      $0.sanctions.returnProbability = 1
    },
    Self(name: "contact rules that stop nothing") {
      $0.contactRules.ageGap = 100
      $0.contactRules.firstMessagesPerHour = 10_000
    },
    Self(name: "contact rules that cover nobody") {
      $0.contactRules.adultsToMinors = false
      $0.contactRules.ageGap = 1
      $0.contactRules.firstMessagesPerHour = 1
      $0.contactRules.terms.coverage = 0
    },
    Self(name: "hiding that covers nobody") {
      $0.contactRules.minorsHidden = true
      $0.contactRules.terms.coverage = 0
    },
    Self(name: "decoys that stay at home") {
      $0.decoys.police.count = 30
      $0.decoys.terms.compliance = 0
    },
    Self(name: "levers that begin when all is over") {
      let late = CivilDate(days: 30_000)
      $0.registration.method = .identity
      $0.registration.terms.start = late
      $0.moderation.staff = 5
      $0.moderation.terms.start = late
      $0.classifier.active = true
      $0.classifier.terms.start = late
      $0.contactRules.minorsHidden = true
      $0.contactRules.terms.start = late
      $0.decoys.civil.count = 5
      $0.decoys.terms.start = late
    },
  ]
}

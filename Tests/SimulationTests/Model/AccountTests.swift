import Schema
import Testing

@testable import Simulation

/// Hours are conserved per person, whatever the policy: who is kept out spends them elsewhere, and no
/// return adds one.
struct AccountTests {
  /// Hours of the window by person, here and kept out.
  private func hours(
    _ scenario: Scenario, where counts: (Event) -> Bool = { _ in true }
  ) throws -> [Int32: Double] {
    let start = scenario.time.warmUp, end = start + scenario.time.window
    var hours: [Int32: Double] = [:]
    for event in try Play(scenario).events where event.actor >= 0 && counts(event) {
      if event.kind == .leave {
        let from = event.time - Double(event.value)
        hours[event.actor, default: 0] += max(0, min(event.time, end) - max(from, start))
      } else if event.kind == .absent {
        hours[event.actor, default: 0] += Double(event.value)
      }
    }
    return hours
  }

  struct Policy: Sendable, CustomTestStringConvertible {
    var name: String
    var set: @Sendable (inout Levers) -> Void
    var testDescription: String { name }
  }

  static let policies = [
    Policy(name: "identity registration with little patience") {
      $0.registration.method = .identity
      $0.registration.attemptNoise = 0.8
    },
    Policy(name: "facial estimation") {
      $0.ageAssurance.method = .estimation
      $0.ageAssurance.attemptNoise = 0.5
    },
    Policy(name: "bans for good") {
      $0.moderation.staff = 10
      $0.sanctions.returnProbability = 0
    },
    Policy(name: "bans and quick returns, suspensions first") {
      $0.moderation.staff = 10
      $0.moderation.wronglyUpholds = 0.5
      $0.moderation.falseReports = 0.5
      $0.sanctions.suspensions = 1
      $0.sanctions.suspension = 0.2
      $0.sanctions.returnDelay = .exponential(mean: 0.3)
    },
    Policy(name: "bans behind a registration") {
      $0.registration.method = .email
      $0.moderation.staff = 10
      $0.sanctions.scope = .account
      $0.sanctions.returnDelay = .exponential(mean: 0.3)
    },
  ]

  @Test(arguments: policies)
  func `hours here and kept out are the hours without a policy, person by person`(
    _ policy: Policy
  ) throws {
    var scenario = Scenario.busy()
    scenario.people.turnover = 0.01
    let before = try hours(scenario)
    policy.set(&scenario.levers)
    let after = try hours(scenario)
    #expect(Set(before.keys) == Set(after.keys) && before.count > 500)
    // Events carry hours as `Float`: seven digits of each.
    let worst = before.map { abs($0.value - (after[$0.key] ?? 0)) }.max() ?? .infinity
    #expect(worst < 1e-4)
  }

  /// Bans that everybody gets round at once, the visit's memory kept: nothing is lost of the
  /// offenders' hours here.
  @Test func `bans with certain return at once leave offenders their hours`() throws {
    var scenario = Scenario.busy()
    let isOffender = { (event: Event) in event.flags.contains(.offender) && event.kind == .leave }
    let before = try hours(scenario, where: isOffender).values.reduce(0, +)
    scenario.levers.moderation.staff = 10
    scenario.levers.sanctions.returnDelay = .fixed(0)
    let after = try hours(scenario, where: isOffender).values.reduce(0, +)
    let bans = try Play(scenario).count(.sanction)
    #expect(abs(after / before - 1) < 0.003)
    #expect(bans > 100)
  }

  /// Everybody is shut out and goes elsewhere: the harm moves and does not change, nor do offenders'
  /// hours, at the shipped rates of visits.
  @Test func `shutting everybody out moves all harm and adds none`() throws {
    var scenario = Scenario.busy(people: 3000, hours: 72)
    scenario.people.visits = .lognormal(median: 3.0 / 168, logSD: 0.8)
    scenario.people.visitDuration = .lognormal(median: 0.25, logSD: 1.1)
    scenario.offenders[0].activity = 5
    scenario.displacement.share = 1
    let open = try Run.simulate(scenario, seed: 3, replicate: 1)
    let baseline = ColumnValues(values: Outcomes.settled(open, against: open).values)
    scenario.levers.registration.method = .identity
    scenario.levers.registration.dropOut.identity = 1
    let shut = try Run.simulate(scenario, seed: 3, replicate: 1)
    let after = ColumnValues(values: Outcomes.settled(shut, against: open).values)
    #expect(after["unwanted_contacts_here"] == 0)
    #expect(abs(after["unwanted_contacts"] / baseline["unwanted_contacts"] - 1) < 0.003)
    let moved = after["displaced_hours_solicitors"] / baseline["hours_solicitors"]
    #expect(abs(moved - 1) < 0.003)
    let contacts = after["contacts_by_displaced_offenders"] / baseline["unwanted_contacts"]
    #expect(abs(contacts - 1) < 0.003)
  }

  struct Balance: Sendable {
    /// Chance of ever returning, its rate, and the rate of replacement, an hour.
    var returns: Double, rate: Double, turnover: Double
  }

  /// A5. With ban rate b, chance of return π at rate r, replacement μ, the share at large settles at
  /// 1/(1 + bπ/(r + μ) + b(1 − π)/μ). Would catch 6 % of the share that is out.
  @Test(arguments: [
    Balance(returns: 1, rate: 0.05, turnover: 0.001),
    Balance(returns: 0.5, rate: 0.05, turnover: 0.02),
    Balance(returns: 0, rate: 1, turnover: 0.02),
  ])
  func `the share of offenders at large settles where bans and returns balance`(
    _ item: Balance
  ) throws {
    var stage = Stage.named("contact")
    stage.flagged = 1
    var scenario = Scenario.pursuit(
      people: 1200, visits: 2, stay: .fixed(0.5), hours: 500, contacts: 0.05, slots: 0,
      stages: [stage])
    scenario.time.warmUp = 250
    scenario.people.minorShare = 0.05
    scenario.people.turnover = item.turnover
    scenario.offenders[0].share = 0.5
    scenario.offenders[0].among = .everybody
    scenario.pathways[0].repeats = true
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = 1
    scenario.levers.classifier.falseFlags = 0
    scenario.levers.moderation.staff = 500
    scenario.levers.moderation.detects = 1
    scenario.levers.moderation.handling = .fixed(0.001)
    scenario.levers.sanctions.scopeFactor.device = 1
    scenario.levers.registration.returnFactor.none = 1
    scenario.levers.sanctions.returnProbability = item.returns
    scenario.levers.sanctions.returnDelay = .exponential(mean: 1 / item.rate)
    let play = try Play(scenario) {
      ($0.kind == .leave || $0.kind == .absent || $0.kind == .sanction)
        && $0.flags.contains(.offender)
    }
    var here = 0.0, away = 0.0, bans = 0.0
    for event in play.events {
      switch event.kind {
      case .leave:
        here += max(0, min(event.time, 750) - max(event.time - Double(event.value), 250))
      case .absent: away += Double(event.value)
      default: bans += event.time >= 250 && event.time < 750 ? 1 : 0
      }
    }
    // Bans fall on hours on line, half of all hours; returns and replacement on all of them.
    let b = bans / here / 2
    let out =
      b * item.returns / (item.rate + item.turnover) + b * (1 - item.returns) / item.turnover
    let share = here / (here + away)
    #expect(bans > 2000)
    #expect(abs(away / here / out - 1) < 0.06)
    #expect(abs(share - 1 / (1 + out)) < 0.02)
  }

  /// Coverage 0 and compliance 0 of any lever are the same as no lever, event by event and in costs.
  @Test(arguments: ["coverage", "compliance"])
  func `levers that cover nobody or are never kept are no levers`(_ term: String) throws {
    let plain = Scenario.busy()
    let expected = try Run.simulate(plain, seed: 4, replicate: 1)
    for policy in Self.allOn {
      var scenario = plain
      policy.set(&scenario.levers)
      let acting = try Run.simulate(scenario, seed: 4, replicate: 1)
      #expect(acting.hash != expected.hash, "\(policy.name) acts")
      scenario.levers.muteAll(term)
      let idle = try Run.simulate(scenario, seed: 4, replicate: 1)
      #expect(idle.hash == expected.hash, "\(policy.name) without \(term)")
      #expect(idle.values.elementsEqual(expected.values) { $0 == $1 || ($0.isNaN && $1.isNaN) })
    }
  }

  /// Each lever at work by itself, moderators where it needs them.
  static let allOn = [
    Policy(name: "registration") {
      $0.registration.method = .identity
      $0.registration.terms.fixedCost = 10
    },
    Policy(name: "age assurance") { $0.ageAssurance.method = .document },
    Policy(name: "moderation and sanctions") { $0.moderation.staff = 10 },
    Policy(name: "classifier") {
      $0.classifier.active = true
      $0.classifier.terms.fixedCost = 10
    },
    Policy(name: "age gap") { $0.contactRules.ageGap = 2 },
    Policy(name: "rate limit") { $0.contactRules.firstMessagesPerHour = 1 },
    Policy(name: "decoys") { $0.decoys.police.count = 10 },
  ]
}

extension Levers {
  /// Sets the coverage or compliance of every lever to nought.
  mutating func muteAll(_ term: String) {
    func mute(_ terms: inout LeverTerms) {
      if term == "coverage" { terms.coverage = 0 } else { terms.compliance = 0 }
    }
    mute(&registration.terms)
    mute(&ageAssurance.terms)
    mute(&moderation.terms)
    mute(&classifier.terms)
    mute(&sanctions.terms)
    mute(&contactRules.terms)
    mute(&decoys.terms)
  }
}

import Schema
import Testing

@testable import Simulation

/// What levers do, where it can be known beforehand.
struct LeverTests {
  /// V15. Accounts of a banned offender: geometric, mean 1/(1 − b), whatever the method does to the
  /// time until the return. Would catch b off by 0.05.
  @Test func `accounts of offenders who return after bans are geometric`() throws {
    var stage = Stage.named("contact")
    stage.flagged = 1
    var scenario = Scenario.pursuit(
      people: 1600, visits: 1, stay: .exponential(mean: 0.3), hours: 60, contacts: 60,
      stages: [stage])
    scenario.levers.registration.method = .email
    scenario.levers.registration.dropOut.email = 0
    scenario.levers.sanctions.returnProbability = 0.375
    scenario.levers.sanctions.returnDelay = .fixed(0.1)
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = 1
    scenario.levers.classifier.falseFlags = 0
    scenario.levers.moderation.staff = 100
    scenario.levers.moderation.detects = 1
    scenario.levers.moderation.handling = .fixed(0.01)
    let play = try Play(scenario) { $0.kind == .sanction || $0.kind == .returned }
    var accounts: [Int32: Double] = [:]
    var gone: Set<Int32> = []
    for event in play.events {
      if event.kind == .sanction, event.detail == Sanction.ban.rawValue {
        accounts[event.actor, default: 0] += 1
        if event.value == .infinity { gone.insert(event.actor) }
      }
    }
    #expect(gone.count > 300 && gone.count == accounts.count)
    let sample = Sample(gone.sorted().map { accounts[$0] ?? 0 })
    let b = 0.375
    #expect(abs(sample.score(1 / (1 - b))) < bound)
    let singles = Double(gone.count { accounts[$0] == 1 })
    #expect(abs(score(singles, of: sample.count, chance: 1 - b)) < bound)
    // Variance b/(1 − b)²; its own error from the fourth moment of a geometric law, about 15 %.
    #expect(abs(sample.variance / (b / ((1 - b) * (1 - b))) - 1) < bound * 0.16)
  }

  /// A ban that is tied to an account, a number or an identity that nobody has given.
  @Test(arguments: [Sanctions.Scope.account, .phone, .identity])
  func `a ban that binds to nothing changes nothing`(_ scope: Sanctions.Scope) throws {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 10
    scenario.levers.moderation.falseReports = 0
    scenario.levers.sanctions.terms.start = CivilDate(days: 30_000)
    let without = try Play(scenario)
    scenario.levers.sanctions.terms.start = nil
    scenario.levers.sanctions.scope = scope
    scenario.levers.sanctions.returnProbability = 0.00001
    let with = try Play(scenario)
    #expect(with.count(.sanction) > 100)
    // Everything but the decisions' own consequences is the same event by event.
    let kinds: Set<Event.Kind> = [.enter, .leave, .contact, .harm, .ended, .absent]
    func trace(_ play: Play) -> [Double] {
      play.events.filter { kinds.contains($0.kind) }.flatMap { [$0.time, Double($0.value)] }
    }
    let same = trace(without) == trace(with)
    #expect(same)
  }

  /// V16. PPV = πt/(πt + (1 − π)f) at π = 0.145 %, t = 0.8. Would catch a quarter of a PPV of 10 %.
  @Test(arguments: [(0.01, 0.104), (0.001, 0.537)])
  func `a flag is right as often as Bayes says`(_ falseShare: Double, _ published: Double) throws {
    var stage = Stage.named("contact")
    stage.flagged = 1
    var scenario = Scenario.pursuit(
      people: 600, visits: 4, stay: .fixed(1000), hours: 60, slots: 0, stages: [stage])
    scenario.people.messages = 1000
    scenario.people.messagesPerConversation = 10
    scenario.offenders[0].share = 0.2
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = 0.8
    scenario.levers.classifier.falseFlags = falseShare
    // Conversations of the innocent an hour, and as many harmful ones as the prevalence asks for
    // among the offenders whom this seed draws.
    var world = World(scenario, root: StreamRoot(seed: 11, replicate: 1))
    _ = world.populate()
    let offenders = Double(world.slots.count { world.persons[$0].kind > 0 })
    let harmless = (600 - offenders) * 100
    scenario.pathways[0].contacts = harmless * 0.00145 / 0.99855 / offenders
    let play = try Play(scenario) { $0.kind == .flag || $0.kind == .contact || $0.kind == .enter }
    let hours = play.all(.enter).filter { !$0.flags.contains(.offender) }.reduce(0.0) {
      $0 + (60 - $1.time)
    }
    let harmful = play.all(.contact).filter { $0.band.isMinor }
    let right = Double(play.all(.flag).count { $0.detail == 1 })
    let wrong = Double(play.all(.flag).count { $0.detail == 0 })
    #expect(abs(score(right, of: Double(harmful.count), chance: 0.8)) < bound)
    let mistakes = hours * 100 * falseShare
    #expect(abs(wrong - mistakes) < bound * mistakes.squareRoot())
    let odds = Double(harmful.count) * 0.8 / mistakes, value = odds / (1 + odds)
    #expect(abs(right / (right + wrong) - value) < 0.02)
    #expect(abs(value - published) < 0.02)
  }

  /// V20. On paired means: more hands, or better eyes, never more harm.
  @Test func `more staff and better detection do not raise harm`() throws {
    func harm(staff: Int, detects: Double, _ replicate: UInt64) throws -> Double {
      var scenario = Scenario.busy(people: 800, hours: 72)
      scenario.time.warmUp = 2
      scenario.displacement.share = 0
      scenario.levers.moderation.staff = staff
      scenario.levers.moderation.detects = detects
      scenario.levers.moderation.handling = .fixed(1)
      scenario.levers.sanctions.returnProbability = 0
      let play = try Play(scenario, replicate: replicate) { _ in false }
      return play["unwanted_contacts_here"] + play["unwanted_contacts_private"]
    }
    let settings = [(0, 0.9), (1, 0.9), (3, 0.9), (10, 0.9)],
      eyes = [(10, 0.1), (10, 0.4), (10, 0.9)]
    for ladder in [settings, eyes] {
      let columns = try ladder.map { step in
        try (1...8).map { try harm(staff: step.0, detects: step.1, UInt64($0)) }
      }
      for (less, more) in zip(columns, columns.dropFirst()) {
        let differences = Sample(zip(less, more).map { $0 - $1 })
        #expect(differences.mean > -bound * differences.error)
      }
      let whole = Sample(zip(columns[0], columns[ladder.count - 1]).map { $0 - $1 })
      #expect(whole.mean > bound * whole.error)
    }
  }

  /// Hours on duty in ten days with a daily shift of eight hours, whatever minute it starts at.
  @Test func `a shift takes place every day whatever minute it starts at`() {
    var wrong: [Double] = []
    for tenth in 0..<240 {
      var scenario = Scenario.plain(people: 10, visits: 0, stay: .fixed(1), hours: 240)
      scenario.levers.moderation.staff = 1
      scenario.levers.moderation.hoursPerDay = 8
      scenario.levers.moderation.shiftStart = Double(tenth) / 10
      var world = World(scenario, root: StreamRoot(seed: 1, replicate: 1))
      _ = world.populate()
      world.openForBusiness()
      var (hours, last) = (0.0, 0.0)
      while let time = world.agenda.nextTime, time < 240, let next = world.agenda.next() {
        hours += world.venues[0].onDuty ? next.time - last : 0
        last = next.time
        world.now = next.time
        world.turnModeratorShift(at: 0)
      }
      hours += world.venues[0].onDuty ? 240 - last : 0
      if abs(hours - 80) > 0.001 { wrong.append(Double(tenth) / 10) }
    }
    #expect(wrong == [])
  }

  @Test func `nobody is sanctioned before the sanctions begin`() throws {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 10
    scenario.levers.sanctions.terms.start = CivilDate(days: 30_000)
    let sanctions = try Play(scenario).all(.sanction).count
    #expect(sanctions == 0)
  }

  /// Everybody is on line for good when the moderators, and with them false reports, begin.
  @Test func `a lever that begins reaches those who are on line already`() throws {
    var scenario = Scenario.plain(people: 200, visits: 4, stay: .fixed(1000), hours: 96)
    scenario.levers.moderation.staff = 100
    scenario.levers.moderation.wronglyUpholds = 0
    scenario.levers.moderation.falseReports = 0.1
    scenario.levers.moderation.terms.start = scenario.time.start.advanced(days: 2)
    let reports = try Play(scenario).count(.report), expected = 200 * 48 * 0.1
    #expect(abs(reports - expected) < bound * expected.squareRoot())
  }

  /// `coverage` is the share of people to whom a lever applies, fixed once for each person.
  @Test func `a lever that covers nobody sanctions nobody`() throws {
    var watched = Scenario.busy()
    watched.levers.moderation.staff = 10
    watched.levers.moderation.terms.coverage = 0
    let cases = try Play(watched).count(.caseOpened)
    #expect(cases == 0)
    watched.levers.moderation.terms.coverage = 1
    watched.levers.sanctions.terms.coverage = 0
    let sanctions = try Play(watched).count(.sanction)
    #expect(sanctions == 0)
  }

  /// Half the people are covered: nobody much older ever writes to one of them, all to the others.
  @Test func `contact rules cover a person always or never`() throws {
    var scenario = Scenario.busy(people: 1000)
    scenario.levers.contactRules.ageGap = 0.5
    scenario.levers.contactRules.terms.coverage = 0.5
    let play = try Play(scenario)
    var world = World(scenario, root: StreamRoot(seed: 11, replicate: 1))
    _ = world.populate()
    var reached = (covered: Set<Int32>(), others: Set<Int32>())
    for contact in play.all(.contact) {
      let gap =
        Int(world.persons[Int(contact.actor)].declaredAge)
        - Int(world.persons[Int(contact.target)].declaredAge)
      guard gap != 0 else { continue }
      if world.covers(0.5, .contact, contact.target) {
        reached.covered.insert(contact.target)
      } else {
        reached.others.insert(contact.target)
      }
    }
    let minors = Double(world.slots.count { world.persons[$0].isMinor })
    let covered = Double(
      world.slots.count { world.persons[$0].isMinor && world.covers(0.5, .contact, Int32($0)) })
    #expect(abs(score(covered, of: minors, chance: 0.5)) < bound)
    #expect(play.count(.contactBlocked) > 500)
    #expect(reached.covered.isEmpty && reached.others.count > 100)
  }

  @Test func `a classifier sees a stage only as far as the stage shows`() throws {
    var scenario = Scenario.busy()
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = 1
    scenario.levers.classifier.falseFlags = 0
    let flags = try Play(scenario).all(.flag)
    #expect(!flags.isEmpty)
    #expect(flags.allSatisfy { $0.detail == 1 && $0.band.isMinor })
    scenario.pathways[0].stages[0].flagged = 0
    scenario.pathways[0].stages[1].flagged = 0
    #expect(try Play(scenario).all(.flag).isEmpty)
  }

  @Test func `contact rules protect only those who are taken for minors`() throws {
    var scenario = Scenario.busy()
    scenario.levers.contactRules.adultsToMinors = false
    // A form that asks for eighteen and is told eighteen: coverage nought.
    scenario.levers.ageAssurance.method = .declared
    scenario.levers.ageAssurance.action = .mark
    #expect(try Play(scenario).count(.contactBlocked) == 0)
    scenario.people.minorsDeclareAdult = 0
    let honest = try Play(scenario)
    #expect(honest.count(.contactBlocked) > 100 && honest.count(.contact) == 0)
    scenario.offenders[0].claimsMinor = 1
    let lied = try Play(scenario)
    #expect(lied.count(.contactBlocked) == 0 && lied.count(.contact) > 100)
  }
}

import Schema
import Testing

@testable import Simulation

/// Laws that every run keeps, whatever the scenario: nothing happens to those who are not there.
struct PresenceTests {
  /// Reads a run's events in order and names every law that one of them breaks.
  private struct Witness {
    var faults: Set<String> = []
    private let scenario: Scenario
    private var online: Set<Int32> = []
    private var cases: [Int32: Int] = [:]
    private var upheld: Set<Int32> = []
    private var proceedings: Set<[Int64]> = []
    private var last = 0.0

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Takes in what one moment wrote, in order.
    mutating func see(_ event: Event) {
      if event.time < last { faults.insert("time runs backwards") }
      last = event.time
      switch event.kind {
      case .enter: if !online.insert(event.actor).inserted { faults.insert("enters twice") }
      case .leave:
        if online.remove(event.actor) == nil { faults.insert("leaves without being there") }
      case .contact: contact(event)
      case .contactBlocked, .contactMissed: require(event.actor, "writes without being there")
      case .harm: harm(event)
      case .stage: stage(event)
      case .report, .flag: if event.detail == 0 { require(event.actor, "accused while away") }
      case .returned: if online.contains(event.actor) { faults.insert("returns while on line") }
      default: justice(event)
      }
    }

    private mutating func require(_ person: Int32, _ fault: String) {
      if person >= 0, !online.contains(person) { faults.insert(fault) }
    }

    private mutating func contact(_ event: Event) {
      require(event.actor, "writes without being there")
      require(event.target, "is written to without being there")
      if event.actor == event.target { faults.insert("writes to oneself") }
      if event.time >= scenario.time.warmUp + scenario.time.window {
        faults.insert("writes after the window")
      }
    }

    private mutating func stage(_ event: Event) {
      let pathway = scenario.pathways[Int(event.pathway)]
      guard pathway.stages[Int(event.detail)].place == .platform else { return }
      require(event.actor, "goes deeper without being there")
      require(event.target, "is drawn deeper without being there")
    }

    private mutating func harm(_ event: Event) {
      if !event.flags.contains(.offender) { faults.insert("harm without an offender") }
      if event.target < 0 { faults.insert("harm to a decoy") }
      if event.flags.contains(.seeksMinors), !event.band.isMinor {
        faults.insert("an adult harmed as a minor")
      }
      guard !event.flags.contains(.hidden) else { return }
      require(event.actor, "harms without being there")
      require(event.target, "is harmed without being there")
    }

    private mutating func justice(_ event: Event) {
      switch event.kind {
      case .caseOpened: cases[event.actor, default: 0] += 1
      case .decision:
        cases[event.actor, default: 0] -= 1
        if cases[event.actor, default: 0] < 0 { faults.insert("a decision without a case") }
        if event.detail == 1 { upheld.insert(event.actor) } else { upheld.remove(event.actor) }
      case .sanction:
        if upheld.remove(event.actor) == nil { faults.insert("a sanction without a case") }
      case .proceeding:
        let key = [Int64(event.actor), Int64(event.target), Int64(event.detail)]
        if !proceedings.insert(key).inserted { faults.insert("two proceedings for one victim") }
      default: break
      }
    }

    var leftOver: Int { online.count }
  }

  private func faults(_ scenario: Scenario, replicates: ClosedRange<UInt64>) throws -> Set<String> {
    var faults: Set<String> = []
    for replicate in replicates {
      var witness = Witness(scenario)
      _ = try Play(scenario, replicate: replicate) { event in
        witness.see(event)
        return false
      }
      if witness.leftOver > 0 { witness.faults.insert("somebody never leaves") }
      faults.formUnion(witness.faults)
    }
    return faults
  }

  /// A busy platform under every lever at once; nobody is put out.
  private func governed() -> Scenario {
    var scenario = Scenario.busy()
    scenario.rooms = [RoomKind()]
    scenario.rooms[0].count = 3
    scenario.levers.registration.method = .email
    scenario.levers.ageAssurance.method = .estimation
    scenario.levers.ageAssurance.action = .mark
    scenario.levers.moderation.staff = 2
    scenario.levers.moderation.hoursPerDay = 10
    scenario.levers.moderation.refers = 0.5
    scenario.levers.classifier.active = true
    scenario.levers.contactRules.ageGap = 10
    scenario.levers.contactRules.firstMessagesPerHour = 8
    scenario.levers.decoys.police.count = 5
    scenario.levers.decoys.civil.count = 5
    scenario.levers.sanctions.warnings = 200
    return scenario
  }

  @Test func `nothing happens to those who are not there`() throws {
    #expect(try faults(.busy(), replicates: 1...6) == [])
    #expect(try faults(governed(), replicates: 1...6) == [])
  }

  @Test func `each message simulated keeps the same laws`() throws {
    var scenario = governed()
    scenario.messages = .each
    #expect(try faults(scenario, replicates: 1...2) == [])
  }

  /// One minor is put out at once; an offender who looks among the newcomers finds nobody.
  @Test func `a newcomer who was put out is found no more`() {
    var scenario = Scenario.pursuit(people: 10, stages: [.named("contact", [("leave", 1)])])
    scenario.pathways[0].newcomers = 1
    scenario.levers.sanctions.suspensions = 1
    var world = World(scenario, root: StreamRoot(seed: 5, replicate: 1))
    world.settle(3)
    world.persons[0].kind = 1
    world.persons[1].traits = .minor
    for slot in 1...2 { (world.persons[slot].age, world.persons[slot].presentedAge) = (14, 14) }
    for slot in 0...2 {
      world.now = slot == 2 ? 0.1 : 0
      world.enter(
        Int32(slot), at: 0, for: 5, arrival: UInt64(slot + 1),
        stream: world.root.stream(.visit, UInt64(slot + 1)))
    }
    var stream = world.root.stream(.moderation, 1)
    world.now = 0.11
    world.sanction(2, at: 0, &stream)
    world.events.shrink(to: 0)
    for _ in 0..<40 { world.approach(0) }
    let toAbsent = world.written.count { $0.kind == .contact && $0.target == 2 }
    #expect(toAbsent == 0)
  }

  /// Quick bans of people who have just come, while offenders look for those who have just come.
  @Test func `somebody put out is not written to any more`() throws {
    var scenario = Scenario.busy(people: 60, hours: 48)
    scenario.people.visits = .fixed(0.3)
    scenario.people.visitDuration = .fixed(1)
    scenario.people.attention = 65_535
    scenario.offenders[0].share = 0.3
    scenario.pathways[0].newcomers = 1
    scenario.pathways[0].newcomerPeriod = 0.5
    scenario.levers.moderation.staff = 20
    scenario.levers.moderation.handling = .fixed(0.001)
    scenario.levers.moderation.falseReports = 3
    scenario.levers.moderation.wronglyUpholds = 1
    scenario.levers.sanctions.suspensions = 250
    scenario.levers.sanctions.suspension = 0.3
    #expect(try faults(scenario, replicates: 1...4) == [])
  }

  /// Reports come late, from private talk, about somebody who is banned for good already.
  @Test func `an account is banned once`() throws {
    var hidden = Stage.named("private", share: [("report", 1)])
    hidden.place = .private
    hidden.dwell = .exponential(mean: 2)
    var scenario = Scenario.pursuit(
      people: 100, visits: 1, stay: .fixed(1), hours: 24, slots: 0,
      stages: [.named("contact", share: [("private", 1)]), hidden])
    scenario.levers.moderation.staff = 5
    scenario.levers.sanctions.returnProbability = 0
    let bans = try Play(scenario).all(.sanction).map(\.actor)
    let again = bans.count - Set(bans).count
    #expect(bans.count > 10)
    #expect(again == 0)
  }

  @Test func `nobody is sanctioned where nobody reviews`() throws {
    var scenario = Scenario.busy()
    scenario.levers.classifier.active = true
    scenario.levers.classifier.falseFlags = 0.5
    scenario.levers.moderation.falseReports = 1
    let play = try Play(scenario)
    for kind in [Event.Kind.caseOpened, .decision, .sanction, .returned, .referral] {
      #expect(play.all(kind).isEmpty)
    }
    #expect(play.count(.flag) > 100)
  }

  @Test func `the unrecorded leaves no proceedings`() throws {
    var scenario = Scenario.busy()
    scenario.pathways[0].recorded = 0
    let play = try Play(scenario)
    #expect(play.count(.harm) > 100)
    #expect(play["proceedings"] == 0 && play["proceedings_expected"] == 0)
  }
}

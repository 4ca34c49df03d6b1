import Schema
import Testing

@testable import Simulation

/// Harm and its thinned image; what is expected and what falls.
struct RecordingTests {
  private func chain(recorded: Double, told: Double = 0.5) -> Scenario {
    var contact = Stage.named("contact", share: [("private", 0.5)])
    (contact.harm, contact.harmShare, contact.toldToPolice) = (.h2, 0.5, told)
    var hidden = Stage.named("private", share: [("meeting", 0.4)])
    (hidden.place, hidden.harm, hidden.toldToPolice) = (.private, .h1, told)
    hidden.dwell = .exponential(mean: 1)
    var meeting = Stage.named("meeting", share: [("offence", 0.5)])
    (meeting.place, meeting.harm, meeting.harmShare) = (.offline, .h6, 0.8)
    meeting.toldToPolice = told
    var offence = Stage.named("offence")
    (offence.place, offence.harm, offence.toldToPolice) = (.offline, .h7, told)
    var scenario = Scenario.pursuit(
      people: 3000, visits: 0.05, stay: .fixed(0.5), hours: 240, contacts: 6, slots: 0,
      stages: [contact, hidden, meeting, offence])
    scenario.pathways[0].recorded = recorded
    scenario.recording.victimIdentified = 0.3
    return scenario
  }

  /// V12. Pairs meet so seldom that proceedings hardly ever coincide. Would catch 8 %.
  @Test func `proceedings are as many as expected and no pair has two`() throws {
    var sums: (fell: Double, expected: Double, victims: Double, hoped: Double) = (0, 0, 0, 0)
    for replicate in 1...3 {
      let play = try Play(chain(recorded: 0.2), replicate: UInt64(replicate))
      sums.fell += play["proceedings"] * 10
      sums.expected += play["proceedings_expected"] * 10
      sums.victims += play["victims_identified"] * 10 / 7
      sums.hoped += play["victims_identified_expected"] * 10 / 7
      let pairs = play.all(.proceeding).map { [$0.actor, $0.target] }
      #expect(Set(pairs).count == pairs.count)
      #expect(play["proceedings_expected"] == play["proceedings_expected_minors"])
    }
    #expect(sums.fell > 1500)
    #expect(abs(sums.fell - sums.expected) < bound * sums.expected.squareRoot())
    #expect(abs(sums.victims - sums.hoped) < bound * sums.hoped.squareRoot())
  }

  /// The chance that a chain is recorded, worked by hand: one coin per stage, the first heads counts.
  /// What the harms' values add up to, and what falls, both have this mean. Would catch 10 %.
  @Test func `expected proceedings of a chain are one minus the chance of none`() throws {
    var scenario = chain(recorded: 0.4)
    scenario.pathways[0].stages[0].harm = .none
    let steps = CompiledStage.compiled(scenario.pathways[0])
    let p = 0.5 * 0.4
    let meeting = 0.8 * p + (1 - 0.8 * p) * 0.5 * p
    let hidden = p + (1 - p) * 0.4 * meeting
    let play = try Play(scenario)
    var contacts: [[Int32]: Int] = [:], hoped: [[Int32]: Double] = [:], fell = hoped
    for event in play.events {
      let pair = [event.actor, event.target]
      switch event.kind {
      case .contact: contacts[pair, default: 0] += 1
      case .movedPrivate: hoped[pair, default: 0] += 0
      case .harm: hoped[pair, default: 0] += Double(event.value)
      case .proceeding: fell[pair, default: 0] += 1
      default: break
      }
    }
    // Pairs that met once: what they did is a chain of its own.
    let once = hoped.keys.filter { contacts[$0] == 1 }
    #expect(once.count > 1500)
    #expect(abs(Sample(once.map { hoped[$0] ?? 0 }).score(hidden)) < bound)
    let recorded = once.reduce(0.0) { $0 + (fell[$1] ?? 0) }
    #expect(abs(score(recorded, of: Double(once.count), chance: hidden)) < bound)
    #expect(abs(steps[1].meetings - 0.4 * 0.8) < 1e-12)
    #expect(abs(steps[1].offences - 0.4 * 0.5) < 1e-12)
  }

  /// Would catch 8 % in meetings and 10 % in offences.
  @Test func `meetings and offences are as many as expected`() throws {
    var (met, hopedMet, hurt, hopedHurt) = (0.0, 0.0, 0.0, 0.0)
    for replicate in 1...2 {
      let play = try Play(chain(recorded: 0.1), replicate: UInt64(replicate))
      let months = 10 * 24 / 730.5
      let minors = play["people_under_13"] + play["people_13_15"] + play["people_16_17"]
      let scale = minors * months / 1000
      met += play["h6_minors_private"] * scale
      hopedMet += play["meetings_expected"] * scale
      hurt += play["h7_minors_private"] * scale
      hopedHurt += play["contact_offences_expected"] * scale
      let events = play.all(.harm).filter { $0.flags.contains(.cohort) && $0.band.isMinor }
      let meetings = Double(events.count { $0.harm == 6 })
      #expect(abs(play["h6_minors_private"] * scale - meetings) < 1e-6)
    }
    #expect(hopedMet > 1000)
    // Each chain is a coin whose chance is a third: the variance is below the mean.
    #expect(abs(met - hopedMet) < bound * hopedMet.squareRoot())
    #expect(abs(hurt - hopedHurt) < bound * hopedHurt.squareRoot())
  }

  /// Few people, certain recording: the same pair meets again and again, at most one proceeding each.
  @Test func `a pair has one proceeding however often it meets`() throws {
    var scenario = chain(recorded: 1, told: 1)
    scenario.people.count = 30
    scenario.people.visits = .fixed(0.5)
    let play = try Play(scenario)
    let pairs = Set(play.all(.harm).map { [$0.actor, $0.target] })
    #expect(play.all(.harm).count > 5 * pairs.count)
    #expect(play.all(.proceeding).count == pairs.count)
    #expect(play["proceedings"] * 10 == Double(pairs.count))
  }

  /// Proceedings that several open chains of one pair share are expected once, not once for each.
  @Test func `chains of one pair at once do not raise what is expected`() throws {
    var (fell, expected) = (0.0, 0.0)
    for replicate in 1...20 {
      var scenario = chain(recorded: 0.6, told: 1)
      scenario.people.count = 30
      scenario.people.visits = .fixed(0.5)
      scenario.pathways[0].stages[0].harm = .none
      scenario.pathways[0].stages[1].dwell = .fixed(200)
      let play = try Play(scenario, replicate: UInt64(replicate))
      fell += play["proceedings"] * 10
      expected += play["proceedings_expected"] * 10
    }
    #expect(abs(fell - expected) < bound * expected.squareRoot())
  }

  /// Four who act together are proceeded against together: a quarter as many proceedings.
  @Test func `a group of four has one proceeding for a victim`() throws {
    var scenario = chain(recorded: 1, told: 1)
    scenario.people.count = 400
    scenario.people.minorShare = 0.1
    scenario.people.visits = .fixed(0.5)
    scenario.offenders[0].share = 0.05
    scenario.offenders[0].groupSize = 4
    let play = try Play(scenario)
    let offenders = Set(play.all(.harm).map(\.actor)).count
    let victims = Set(play.all(.harm).map(\.target)).count
    #expect(offenders > 10)
    let possible = Double((offenders + 3) / 4 * victims)
    #expect(play.count(.proceeding) <= possible)
  }

  /// A lone offender and a member of a group of four are two groups, whatever their numbers.
  @Test func `offenders of two kinds are never one group`() {
    var scenario = chain(recorded: 1)
    var four = scenario.offenders[0]
    (four.label, four.groupSize) = ("four", 4)
    scenario.offenders.append(four)
    var world = World(scenario, root: StreamRoot(seed: 1, replicate: 1))
    world.settle(16)
    (world.persons[3].kind, world.persons[12].kind) = (1, 2)
    let (lone, member) = (world.group(of: 3, 0), world.group(of: 12, 0))
    #expect(lone != member)
  }

  /// The victim leaves for good while the chain goes on in private; the slot's next person lives
  /// elsewhere. The proceeding stays one, at the victim's own office.
  @Test func `a victim has one proceeding although the slot has a new person`() {
    var scenario = chain(recorded: 1, told: 1)
    scenario.pathways[0].stages[0].next = [Branch("private", .share(1))]
    scenario.pathways[0].stages[0].harmShare = 1
    var world = World(scenario, root: StreamRoot(seed: 5, replicate: 1))
    world.admitPair()
    world.deliver(from: 0, to: 1, ordinal: 1)
    world.persons[1].generation += 1
    world.persons[1].office = 9
    while let (time, actor) = world.agenda.next() {
      world.now = time
      if actor & 3 == 1 { world.proceed(Int32(bitPattern: actor >> 2)) }
    }
    #expect(world.written.count { $0.kind == .harm } >= 2)
    let proceedings = world.written.count { $0.kind == .proceeding }
    #expect(proceedings == 1)
  }

  @Test func `what is recorded changes nothing that happens`() throws {
    func harms(_ recorded: Double) throws -> [String] {
      try Play(chain(recorded: recorded)).events.filter { $0.kind == .harm || $0.kind == .ended }
        .map { "\($0.time) \($0.actor) \($0.target) \($0.kind) \($0.harm)" }
    }
    let isSame = try harms(0.01) == harms(0.9)
    #expect(isSame)
  }
}

import Schema
import Testing

@testable import Simulation

/// What must not depend on the moment at which rules change, or doors close.
struct PolicyStartTests {
  /// A lever without effect that begins in the middle of the window.
  @Test func `an idle lever that begins midway changes nothing`() throws {
    let plain = Scenario.busy(hours: 48)
    var late = plain
    late.levers.contactRules.ageGap = 100
    late.levers.contactRules.terms.start = plain.time.start.advanced(days: 1)
    let one = try Run.simulate(plain, seed: 9, replicate: 2)
    let two = try Run.simulate(late, seed: 9, replicate: 2)
    #expect(one.hash == two.hash)
  }

  /// Moderators who begin at midnight do not call out the decoys of that midnight twice.
  @Test func `decoys come once a day when another lever begins`() throws {
    var scenario = Scenario.busy(hours: 96)
    scenario.levers.decoys.police.count = 3
    scenario.levers.decoys.police.shiftStart = 0
    scenario.levers.decoys.police.hoursPerDay = 2
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.terms.start = scenario.time.start.advanced(days: 2)
    let shifts = try Play(scenario).all(.duty).map { [Int($0.time), Int($0.actor)] }
    #expect(Set(shifts).count == shifts.count && shifts.count == 15)
  }

  /// The first hours are the same whether or not more follow.
  @Test func `the same people come at first whenever the doors close`() {
    func knocks(_ horizon: Double) -> [[Double]] {
      var profile = DailyProfile()
      profile.peakToTrough = 1
      var arrivals = Arrivals(
        rates: Array(repeating: 0.4, count: 100), profile: profile, weekday: 0,
        root: StreamRoot(seed: 5, replicate: 1), horizon: horizon)
      var persons = Storage<Person>(capacity: 100)
      persons.extend(to: 100, with: Person())
      arrivals.advance(persons, Storage<Habit>(capacity: 0))
      var list: [[Double]] = []
      while arrivals.nextTime < 10 {
        list.append([arrivals.nextTime, Double(arrivals.nextPerson)])
        arrivals.advance(persons, Storage<Habit>(capacity: 0))
      }
      return list
    }
    let soon = knocks(10), late = knocks(1000)
    #expect(soon.map { $0[0] } == late.map { $0[0] } && soon.count > 300)
    let isSame = soon == late
    #expect(isSame)
  }

  /// Hiding that the platform never carries out.
  @Test func `minors whom nobody hides are found`() throws {
    var plain = Scenario.busy(hours: 24)
    plain.levers.ageAssurance.method = .estimation
    plain.levers.ageAssurance.action = .mark
    var idle = plain
    idle.levers.contactRules.minorsHidden = true
    idle.levers.contactRules.terms.compliance = 0
    let one = try Run.simulate(plain, seed: 9, replicate: 2)
    let two = try Run.simulate(idle, seed: 9, replicate: 2)
    #expect(one.hash == two.hash)
  }

  /// Every harm is told, recorded and leads to the victim: expected and fallen are the same number.
  @Test func `victims who are certain to be identified are expected`() throws {
    var hidden = Stage.named("private")
    (hidden.place, hidden.harm, hidden.toldToPolice) = (.private, .h1, 1)
    var scenario = Scenario.pursuit(
      people: 400, visits: 0.05, stay: .fixed(0.5), hours: 240, contacts: 6, slots: 0,
      stages: [.named("contact", share: [("private", 0.5)]), hidden])
    scenario.pathways[0].recorded = 1
    scenario.recording.victimIdentified = 1
    let play = try Play(scenario)
    #expect(play.count(.identified) > 50)
    let (fell, expected) = (play["victims_identified"], play["victims_identified_expected"])
    #expect(abs(fell - expected) < 1e-9)
  }

  /// A harm is recorded at once and reported; before the decision the victim leaves for good, and
  /// the slot's next person lives elsewhere.
  @Test func `a referral concerns the victim of the case and not the slot's next person`() {
    var stage = Stage.named("contact", share: [("report", 1)])
    (stage.harm, stage.toldToPolice) = (.h2, 1)
    var scenario = Scenario.pursuit(stages: [stage])
    scenario.pathways[0].recorded = 1
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.detects = 1
    scenario.levers.moderation.refers = 1
    scenario.levers.moderation.referralRecorded = 1
    var world = World(scenario, root: StreamRoot(seed: 5, replicate: 1))
    world.admitPair()
    world.deliver(from: 0, to: 1, ordinal: 1)
    #expect(world.written.count { $0.kind == .proceeding } == 1)
    world.persons[1].generation += 1
    world.persons[1].office = 9
    if let item = world.venues[0].nextCase() { world.decide(item) }
    #expect(world.written.count { $0.kind == .referral } == 1)
    let proceedings = world.written.count { $0.kind == .proceeding }
    #expect(proceedings == 1)
  }
}

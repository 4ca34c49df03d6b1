import Schema
import Testing

@testable import Simulation

/// A policy that begins with the window: the warm-up is the baseline's, event by event.
struct PolicyFromWindowTests {
  /// Everything about an event but who else is in the world.
  private func words(_ event: Event) -> [UInt64] {
    let (who, what, how) = event.words
    return [event.time.bitPattern, who, what, how]
  }

  @Test func `until the window opens every event is the baseline's, under any lever`() throws {
    var baseline = try GoldenWorlds.baseline
    baseline.people.count = 1_500
    let opening = baseline.time.warmUp
    let before = try Play(baseline).events.map(words)
    let warm = before.prefix { $0[0] < opening.bitPattern }.count
    #expect(warm > 500)
    for (name, policy) in try GoldenWorlds.policies() where name != "messages" {
      var policy = policy
      policy.people.count = 1_500
      let late = policy.beginning(after: baseline)
      #expect(late.beginsWithWindow, "\(name)")
      let after = try Play(late).events.map(words)
      #expect(after.prefix { $0[0] < opening.bitPattern }.count == warm, "\(name)")
      #expect(after.prefix(warm) == before.prefix(warm), "\(name)")
      #expect(after.dropFirst(warm) != before.dropFirst(warm), "\(name)")
    }
  }

  @Test func `a policy that is the baseline's changes nothing`() throws {
    var worlds = try GoldenWorlds.policies().map(\.scenario)
    worlds.append(try GoldenWorlds.baseline)
    for world in worlds {
      let same = world.beginning(after: world)
      #expect(!same.beginsWithWindow)
      var short = world
      short.time.window = 6
      let one = try Run.simulate(short, seed: 3, replicate: 1)
      let two = try Run.simulate(short.beginning(after: short), seed: 3, replicate: 1)
      #expect(one.hash == two.hash && one.events == two.events)
    }
  }

  @Test func `without a warm-up a policy holds from the beginning`() throws {
    var baseline = try GoldenWorlds.baseline
    baseline.time.warmUp = 0
    for (name, policy) in try GoldenWorlds.policies() {
      var policy = policy
      policy.time.warmUp = 0
      #expect(!policy.beginning(after: baseline).beginsWithWindow, "\(name)")
    }
  }

  /// The window opens at half past one on the third day; both sides have days of change of their own.
  @Test func `each policy follows its own days`() {
    var baseline = Scenario.busy(hours: 72)
    baseline.time.warmUp = 49.5
    baseline.levers.moderation.staff = 1
    func change(_ days: Int, _ staff: Int) -> Change<Moderation> {
      var later = baseline.levers.moderation
      later.staff = staff
      return Change(from: baseline.time.start.advanced(days: days), later)
    }
    var policy = baseline
    baseline.levers.moderation.changes = [change(1, 2), change(2, 3), change(3, 9)]
    policy.levers.moderation.staff = 10
    policy.levers.moderation.changes = [change(1, 11), change(3, 12)]
    var book = RuleBook([RuleBook.states(of: policy.beginning(after: baseline))])
    var states = [[0, Double(book[0].moderation.staff)]]
    while let moment = book.nextChange(at: 0), let rules = book.takeNext(at: 0) {
      states.append([moment, Double(rules.moderation.staff)])
    }
    #expect(states == [[0, 1], [24, 2], [48, 3], [49.5, 11], [72, 12]])
  }

  /// Everybody has said to be of age; then a document is asked for.
  @Test func `a new age check is asked of those who came in before`() throws {
    var baseline = Scenario.busy(people: 2_000, hours: 48)
    baseline.time.warmUp = 48
    baseline.levers.ageAssurance.method = .declared
    var policy = baseline
    policy.levers.ageAssurance.method = .document
    let late = try Play(policy.beginning(after: baseline)), early = try Play(policy)
    let refused = { (play: Play) in play["adults_dropped_out"] + play["adults_refused"] }
    // Whoever gave up tries again: a check of two days has been passed by more than one that begins.
    #expect(late["age_checks"] > 0.8 * early["age_checks"])
    #expect(refused(late) > refused(early) && refused(early) > 0.1)
    let online = late.all(.leave).filter { $0.time >= 48 && $0.time - Double($0.value) < 48 }
    #expect(online.count > 100)
  }

  /// What an account has shown already is not asked for again.
  @Test func `a lesser registration asks nothing of accounts that have given more`() throws {
    var baseline = Scenario.busy(people: 1_000, hours: 24)
    baseline.time.warmUp = 240
    baseline.levers.registration.method = .phone
    baseline.levers.registration.dropOut.phone = 0
    var less = baseline, more = baseline
    less.levers.registration.method = .email
    more.levers.registration.method = .identity
    more.levers.registration.dropOut.identity = 0
    let asked = { (play: Play) in play.all(.registration).filter { $0.time >= 240 }.count }
    let (one, two) = (
      try Play(less.beginning(after: baseline)), try Play(more.beginning(after: baseline))
    )
    #expect(asked(one) < 10 && asked(two) > 500)
  }

  /// Those on line are hidden at once, decoys too, and nobody's seat is lost.
  @Test func `the directory changes for those on line`() {
    var baseline = Scenario.busy(people: 1_000, hours: 24)
    baseline.levers.decoys.police.count = 3
    baseline.levers.decoys.police.hoursPerDay = 24
    baseline.pathways[0].seeks.high = 17
    var policy = baseline
    policy.directory.minorsListed = false
    let late = policy.beginning(after: baseline)
    var world = World(late, root: StreamRoot(seed: 5, replicate: 1))
    var arrivals = world.open()
    while world.step(&arrivals, before: late.time.warmUp) {}
    let before = world.crowds.count(0)
    _ = world.step(&arrivals)
    while world.now <= late.time.warmUp { _ = world.step(&arrivals) }
    let after = world.crowds.count(0)
    #expect(before > 20 && after == 0)
    #expect(throws: Never.self) { try world.checkInvariants() }
  }

  /// Staff are paid from the window on, and moderators decide nothing before it.
  @Test func `a policy costs nothing before it begins`() throws {
    var baseline = Scenario.busy(hours: 48)
    baseline.time.warmUp = 30
    var policy = baseline
    policy.levers.moderation.staff = 2
    policy.levers.moderation.terms.fixedCost = 12
    policy.levers.moderation.costPerHour = 10
    let play = try Play(policy.beginning(after: baseline))
    #expect(abs(play["moderation_hours"] - 48) < 1e-9 && abs(play["cost"] - 492) < 1e-9)
    #expect(play.all(.caseOpened).allSatisfy { $0.time >= 30 } && play.count(.decision) > 20)
  }
}

import CGSL
import Schema
import Testing

@testable import Simulation

/// How often an offender finds somebody: the functional response and what decoys do to it.
struct SearchTests {
  /// An offender who never leaves among minors and decoys who never leave; first messages do nothing.
  private func world(
    minors: Int, decoys: Int = 0, half: Double, replicate: UInt64,
    set: (inout Scenario) -> Void = { _ in }
  ) -> World {
    var scenario = Scenario.pursuit(
      people: 10, contacts: 10, slots: 0, stages: [.named("contact")])
    scenario.pathways[0].searchHalf = half
    scenario.pathways[0].searchPer = 0
    scenario.levers.decoys.police.count = decoys
    scenario.levers.decoys.police.shiftStart = 0
    scenario.levers.decoys.police.hoursPerDay = 24
    set(&scenario)
    var world = World(scenario, root: StreamRoot(seed: 8, replicate: replicate))
    world.settle(1 + minors)
    if decoys > 0 { world.startDecoyShift(.police, at: 0) }
    for slot in 1...minors {
      world.persons[slot].traits = .minor
      (world.persons[slot].age, world.persons[slot].presentedAge) = (14, 14)
    }
    world.persons[0].kind = 1
    for slot in 0...minors {
      let key = UInt64(slot + 1)
      world.enter(
        Int32(slot), at: 0, for: 1e6, arrival: key, stream: world.root.stream(.visit, key))
    }
    return world
  }

  /// First messages that reach a minor, and a decoy, in so many hours.
  private func messages(_ world: inout World, hours: Double) -> (minors: Double, decoys: Double) {
    var minors = 0.0, decoys = 0.0
    while let (time, actor) = world.agenda.next(before: hours) {
      world.now = time
      let row = Int32(bitPattern: actor >> 2)
      if actor & 3 == 0 { world.act(row) } else if actor & 3 == 1 { world.proceed(row) }
      for event in world.written where event.kind == .contact {
        if event.target < 0 { decoys += 1 } else { minors += 1 }
      }
      world.events.shrink(to: 0)
    }
    return (minors, decoys)
  }

  /// With memory and nobody leaving, each of V targets is found at rate c/(V + h): a pure-birth chain
  /// whose size after T hours is binomial with chance 1 − exp(−cT/(V + h)). Would catch 2 %.
  @Test(arguments: [(20, 0.0001), (20, 20.0), (60, 30.0), (5, 100.0)])
  func `an offender who searches finds a growing part of those who are there`(
    _ targets: Int, _ half: Double
  ) {
    let numbers = (1...300).map { replicate in
      var world = world(minors: targets, half: half, replicate: UInt64(replicate))
      return messages(&world, hours: 4).minors
    }
    let sample = Sample(numbers), chance = 1 - exp(-10 * 4 / (Double(targets) + half))
    #expect(abs(sample.score(Double(targets) * chance)) < bound)
    let spread = Double(targets) * chance * (1 - chance)
    #expect(abs(sample.variance / spread - 1) < bound * (2.0 / 300).squareRoot() * 1.3)
  }

  /// Messages to real minors c · M/(M + D + h): decoys dilute them while h ≪ M, and do nothing when
  /// h ≫ M. Would catch 3 %.
  @Test(arguments: [0.0, 20, 2000])
  func `decoys dilute as the functional response says`(_ half: Double) {
    let minors = 20, decoys = 20
    let found = (1...40).map { replicate in
      var world = world(
        minors: minors, decoys: decoys, half: half, replicate: UInt64(replicate)
      ) {
        $0.pathways[0].repeats = true
        $0.levers.decoys.police.slots = 1000
      }
      return messages(&world, hours: 20)
    }
    let expected = 10 * 20 * Double(minors) / (Double(minors + decoys) + half)
    #expect(abs(Sample(found.map(\.minors)).score(expected)) < bound)
    #expect(abs(Sample(found.map(\.decoys)).score(expected)) < bound)
  }

  /// With one conversation at a time and contacts that take a mean time τ, messages come at rate
  /// 1/(1/a + τ), a = c · M/(M + h): Holling's disc equation for attention. Would catch 3 %.
  @Test func `attention binds as well as search`() {
    let found = (1...60).map { replicate in
      var world = world(minors: 20, half: 20, replicate: UInt64(replicate)) {
        $0.pathways[0].repeats = true
        $0.pathways[0].conversationsAtOnce = 1
        $0.pathways[0].stages = [.named("contact", [("leave", 5)])]
      }
      return messages(&world, hours: 40).minors
    }
    let rate = 1 / (1 / (10 * 20.0 / 40) + 1 / 5.0)
    #expect(abs(Sample(found).mean / (rate * 40) - 1) < 0.03)
  }

  /// Without a listed age each first message costs 1/c and the questions before it: with a share f of
  /// the listed sought, messages come at rate 1/(1/c + (1 − f)/(f · a)). Would catch 3 %.
  @Test func `who cannot see ages asks`() {
    let found = (1...60).map { replicate in
      var world = world(minors: 40, half: 0, replicate: UInt64(replicate)) {
        $0.pathways[0].repeats = true
        $0.pathways[0].asks = 30
        $0.directory.lists = [.gender, .area]
      }
      // Three of four who are listed turn out to be adults; the offender is one of the listed.
      for slot in 11...40 { world.persons[slot].presentedAge = 30 }
      return messages(&world, hours: 20).minors
    }
    let rate = 1 / (1 / 10.0 + 0.75 / (0.25 * 30))
    #expect(abs(Sample(found).mean / (rate * 20) - 1) < 0.03)
  }

  /// Rooms and search scale with the number of people: then so does nothing else. Would catch 8 %.
  @Test func `contacts per minor do not depend on the size of the platform`() throws {
    func contacts(people: Double, runs: Int) throws -> Double {
      var scenario = Scenario.busy(people: people, hours: 24)
      scenario.pathways[0].repeats = true
      scenario.pathways[0].finds = .room
      scenario.pathways[0].searchHalf = 40
      scenario.pathways[0].searchPer = 8000
      scenario.rooms = [RoomKind()]
      (scenario.rooms[0].count, scenario.rooms[0].per) = (8, 8000)
      let values = try (1...runs).map {
        try Play(scenario, replicate: UInt64($0)) { _ in false }["unwanted_contacts_here"]
      }
      return values.reduce(0, +) / Double(runs)
    }
    let small = try contacts(people: 2000, runs: 24), large = try contacts(people: 8000, runs: 6)
    #expect(abs(small / large - 1) < 0.08)
  }
}

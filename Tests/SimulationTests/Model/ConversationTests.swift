import Schema
import Testing

@testable import Simulation

/// What follows a first message: races, chains, bursts, decoys.
struct ConversationTests {
  /// V9. Rates .2, .5, .1, .3, .9 an hour. Would catch a share off by 0.015, a mean off by 3 %.
  @Test func `racing hazards end a conversation in proportion to their rates`() throws {
    let first = Stage.named(
      "contact", [("deeper", 0.2), ("block", 0.5), ("report", 0.1), ("ends", 0.3), ("leave", 0.9)])
    let scenario = Scenario.pursuit(hours: 150, stages: [first, .named("deeper")])
    let all = ConversationCourse.all(in: try Play(scenario).events)
    let total = Double(all.count)
    #expect(total > 15_000)
    let deeper = all.filter { $0.stages == [1] }
    let blocked = all.filter { $0.ending == Ending.blocked.rawValue }
    let reported = all.filter { $0.ending == Ending.reported.rawValue }
    let left = all.filter { $0.ending == Ending.finished.rawValue && $0.stages.isEmpty }
    for (some, share) in [(deeper, 0.1), (blocked, 0.25), (reported, 0.05), (left, 0.6)] {
      #expect(abs(score(Double(some.count), of: total, chance: share)) < bound)
      // How long it took says nothing about how it ended.
      #expect(abs(Sample(some.map(\.hours)).score(0.5)) < bound)
    }
    let variance = Sample(all.map(\.hours)).variance
    #expect(abs(variance - 0.25) < bound * 0.25 * (8 / total).squareRoot())
  }

  /// V10. Would catch a share off by 0.01, a mean time off by 2.5 %.
  @Test func `shares of a chain multiply and its times add`() throws {
    var one = Stage.named("one", share: [("two", 0.6)])
    one.dwell = .exponential(mean: 0.2)
    let two = Stage.named("two", [("three", 3), ("leave", 1)])
    var three = Stage.named("three", share: [("one more", 0.3), ("block", 0.2)])
    three.dwell = .fixed(0.1)
    let scenario = Scenario.pursuit(hours: 100, stages: [one, two, three, .named("one more")])
    let all = ConversationCourse.all(in: try Play(scenario).events), total = Double(all.count)
    #expect(total > 15_000)
    let shares: [(UInt8, Double)] = [(1, 0.6), (2, 0.6 * 0.75), (3, 0.6 * 0.75 * 0.3)]
    for (stage, share) in shares {
      let reached = Double(all.count { $0.stages.contains(stage) })
      #expect(abs(score(reached, of: total, chance: share)) < bound)
    }
    let blocked = Double(all.count { $0.ending == Ending.blocked.rawValue })
    #expect(abs(score(blocked, of: total, chance: 0.45 * 0.2)) < bound)
    #expect(abs(Sample(all.map(\.hours)).score(0.2 + 0.6 * 0.25 + 0.45 * 0.1)) < bound)
    let far = Sample(all.filter { $0.stages.count >= 2 }.map(\.hours))
    #expect(abs(far.score(0.2 + 0.25 + 0.1)) < bound)
  }

  @Test func `a person's own factors multiply their own hazards and no other's`() throws {
    let stage = Stage.named("contact", [("deeper", 1), ("block", 2), ("leave", 3)])
    let scenario = Scenario.pursuit(stages: [stage, .named("deeper")])
    var world = World(scenario, root: StreamRoot(seed: 3, replicate: 1))
    _ = world.populate()
    let minors = world.slots.filter { world.persons[$0].isMinor }
    for slot in world.slots {
      (world.persons[slot].susceptibility, world.persons[slot].blocking) = (2, 0.5)
    }
    let offender = world.slots.first { world.persons[$0].kind > 0 } ?? 0
    enter(&world, offender, number: 1, hours: 1e6)
    enter(&world, minors[0], number: 2, hours: 1e6)
    var (deeper, blocked, total) = (0.0, 0.0, 0.0)
    for ordinal in 0..<20_000 {
      world.events.shrink(to: 0)
      world.deliver(from: 0, to: 1, ordinal: UInt64(1000 + ordinal))
      while world.books.conversationsEnded < world.books.conversationsBegun {
        guard let (time, actor) = world.agenda.next() else { break }
        world.now = time
        if actor & 3 == 1 { world.proceed(Int32(bitPattern: actor >> 2)) }
      }
      total += 1
      deeper += world.written.contains { $0.kind == .stage } ? 1 : 0
      blocked += world.written.contains { $0.detail == 3 && $0.kind == .ended } ? 1 : 0
    }
    // 1·2 : 2·½ : 3.
    #expect(abs(score(deeper, of: total, chance: 2.0 / 6)) < bound)
    #expect(abs(score(blocked, of: total, chance: 1.0 / 6)) < bound)
  }

  private func enter(_ world: inout World, _ slot: Int, number: UInt64, hours: Double) {
    world.enter(
      Int32(slot), at: 0, for: hours, arrival: number, stream: world.root.stream(.visit, number))
  }

  /// V13. 60·(1 − e^−1.25) = 42.81 contacts in five minutes. Would catch 2 %.
  @Test func `a newcomer's first contacts are as many as free offenders write`() {
    var stage = Stage.named("contact")
    stage.dwell = .fixed(1000)
    let scenario = Scenario.pursuit(people: 61, contacts: 15, stages: [stage])
    var counts: [Double] = []
    for replicate in 0..<400 {
      var world = World(scenario, root: StreamRoot(seed: 4, replicate: UInt64(replicate)))
      world.settle(61)
      for slot in 0..<60 { world.persons[slot].kind = 1 }
      (world.persons[60].age, world.persons[60].presentedAge) = (14, 14)
      for slot in 0..<61 { enter(&world, slot, number: UInt64(slot + 1), hours: 50) }
      world.events.shrink(to: 0)
      while let time = world.agenda.nextTime, time < 5.0 / 60,
        let (now, actor) = world.agenda.next()
      {
        world.now = now
        if actor & 3 == 0 { world.act(Int32(bitPattern: actor >> 2)) }
      }
      counts.append(Double(world.written.count { $0.kind == .contact }))
    }
    let share = 1 - Elementary.exp(-1.25), sample = Sample(counts)
    #expect(abs(sample.score(60 * share)) < bound)
    let spread = 60 * share * (1 - share)
    #expect(abs(sample.variance / spread - 1) < bound * (2.0 / 399).squareRoot())
  }

  /// V14. D/(M + D) with everybody there all the time. Would catch a share off by 0.01.
  @Test func `decoys receive their share of first messages`() throws {
    var scenario = Scenario.pursuit(
      people: 200, visits: 4, hours: 150, contacts: 5, slots: 0, stages: [.named("contact")])
    scenario.time.warmUp = 48
    scenario.levers.decoys.police.count = 25
    scenario.levers.decoys.police.hoursPerDay = 24
    scenario.levers.decoys.police.shiftStart = 0
    scenario.levers.decoys.police.slots = 1000
    scenario.levers.decoys.police.conversation = .fixed(0.001)
    let play = try Play(scenario)
    let minors = Double(Set(play.all(.enter).filter(\.band.isMinor).map(\.actor)).count)
    #expect(minors > 80)
    let contacts = play.all(.contact).filter { $0.flags.contains(.cohort) }
    let decoys = Double(contacts.count { $0.target < 0 }), share = 25 / (25 + minors)
    #expect(contacts.count > 20_000)
    #expect(abs(score(decoys, of: Double(contacts.count), chance: share)) < bound)
    #expect(play["decoy_contact_share"] == decoys / Double(contacts.count))
  }

  /// Sixteen people are remembered in one visit, whoever writes first; with `repeats` nobody is.
  @Test func `nobody is written to twice in a visit unless the pathway repeats`() throws {
    func again(_ repeats: Bool) throws -> (twice: Int, missed: Int, total: Int) {
      var scenario = Scenario.pursuit(
        people: 40, visits: 0.5, stay: .fixed(1), hours: 100, contacts: 10, slots: 0,
        stages: [.named("contact")])
      scenario.pathways[0].repeats = repeats
      var written: [Int32: [Int32]] = [:]
      var (twice, missed, total) = (0, 0, 0)
      for event in try Play(scenario).events {
        switch event.kind {
        case .enter: written[event.actor] = []
        case .contactMissed: missed += 1
        case .contact:
          total += 1
          let before = written[event.actor, default: []]
          if before.suffix(16).contains(event.target) { twice += 1 }
          written[event.actor] = before + [event.target]
        default: break
        }
      }
      return (twice, missed, total)
    }
    let (once, free) = (try again(false), try again(true))
    #expect(once.twice == 0 && once.total > 500 && once.missed > free.missed)
    #expect(free.twice > 100)
    // Whoever finds nobody new still spends the first message: the clock is the same in both.
    #expect(
      abs(Double(once.total + once.missed - free.total - free.missed)) < 0.1 * Double(free.total))
  }

  /// First messages have a rate of their own in this model, so decoys draw them away in both regimes.
  @Test func `decoys draw first messages away whether or not attention is scarce`() throws {
    func contacts(slots: Int, decoys: Int) throws -> Double {
      var stage = Stage.named("contact")
      stage.dwell = .fixed(2)
      var scenario = Scenario.pursuit(
        people: 100, visits: 4, hours: 48, contacts: 60, slots: slots, stages: [stage])
      scenario.time.warmUp = 24
      scenario.levers.decoys.police.count = decoys
      scenario.levers.decoys.police.hoursPerDay = 24
      scenario.levers.decoys.police.shiftStart = 0
      scenario.levers.decoys.police.slots = 1000
      scenario.levers.decoys.police.conversation = .fixed(2)
      return try Double(Play(scenario).all(.contact).count { $0.target >= 0 })
    }
    let (free, freeWith) = (try contacts(slots: 0, decoys: 0), try contacts(slots: 0, decoys: 50))
    let (held, heldWith) = (try contacts(slots: 1, decoys: 0), try contacts(slots: 1, decoys: 50))
    // About 50 minors and 50 decoys: half of a fixed number of first messages, in both regimes.
    #expect(abs(heldWith / held - 0.5) < 0.1)
    #expect(abs(freeWith / free - 0.5) < 0.1)
    #expect(held < 0.02 * free)
  }
}

import Schema
import Testing

@testable import Simulation

/// Venues that people choose: shares, tastes, time to find another, closures.
struct VenueTests {
  /// A busy platform with rivals of some sizes; sizes of venues attract nobody, and nobody looks round.
  private func scenario(_ sizes: [Double], people: Double = 600, hours: Double = 48) -> Scenario {
    var scenario = Scenario.busy(people: people, hours: hours)
    scenario.venues = zip(Rival.letters, sizes).map { letter, size in
      var rival = Rival()
      (rival.label, rival.size) = (letter, size)
      return rival
    }
    (scenario.choice.size, scenario.choice.openness, scenario.choice.looksRound) = (0, 0, 0)
    (scenario.choice.foundAtOnce, scenario.choice.offenderOdds) = (1, 1)
    scenario.choice.criticalMass = 0
    return scenario
  }

  private func closing(_ scenario: Scenario, from day: Int = 0) -> Scenario {
    var closed = scenario
    closed.levers.closure.kind = .seizure
    closed.levers.closure.terms.start = scenario.time.start.advanced(days: day)
    return closed
  }

  private struct Masked: Equatable {
    var time: Double, kind: Event.Kind, actor: Int32, target: Int32, value: Float
    var harm: UInt8, room: UInt16
  }

  private func masked(_ play: Play) -> [Masked] {
    play.events.filter { $0.kind != .absent }.map {
      Masked(
        time: $0.time, kind: $0.kind, actor: $0.actor, target: $0.target, value: $0.value,
        harm: $0.harm, room: $0.room)
    }
  }

  /// V18: everybody moves to one identical rival, no loss: the same events at another place.
  @Test func `closed before the first knock, all happens at the rival as it would have here`()
    throws
  {
    var open = scenario([0])
    open.displacement.share = 1
    open.laysOutEveryHall = true
    let here = try Play(open), there = try Play(closing(open))
    #expect(here.events.count > 5_000)
    #expect(there.events.allSatisfy { $0.kind == .absent || $0.venue == 1 })
    #expect(masked(here) == masked(there))
    #expect(here["unwanted_contacts"] == there["unwanted_contacts"])
    #expect(there["unwanted_contacts_here"] == 0 && there["unwanted_contacts_elsewhere"] > 0)
  }

  @Test func `closed later, everybody is put out and comes again at the rival`() throws {
    var open = scenario([0])
    open.displacement.share = 1
    let late = try Play(closing(open, from: 1))
    let after = late.events.filter { $0.time > 24 && $0.kind == .enter }
    #expect(after.count > 500 && after.allSatisfy { $0.venue == 1 })
    #expect(late.events.contains { $0.time < 24 && $0.kind == .enter && $0.venue == 0 })
    // Hours are conserved: what was cut short goes on.
    let online = { (play: Play) in
      play.all(.leave).reduce(0) { $0 + Double($1.value) }
    }
    let whole = online(try Play(open))
    #expect(abs(online(late) / whole - 1) < 1e-6)
  }

  /// A platform whose form asks for 13 hears the truth from minors; rivals ask for 18 and hear what they hear
  /// where the platform asks for 18 as well.
  @Test func `what the platform's form asks for changes nothing that rivals are told`() throws {
    var strict = scenario([1], people: 600)
    strict.venues[0].levers.ageAssurance.method = .declared
    var honest = strict
    honest.people.minorsDeclareAdult = 0
    let (told, played) = (try Play(strict), try Play(honest))
    #expect(told.all(.harm).contains { $0.venue == 1 && $0.band.isMinor })
    let atRivals = { (play: Play) in
      play.events.filter { $0.venue == 1 }.map { [$0.time, Double($0.target)] }
    }
    #expect(atRivals(told) == atRivals(played))
  }

  /// The people of a rival are those who use it: its gate turns away who comes from elsewhere, not them.
  @Test func `a rival's own people have come through its registration`() throws {
    var gated = scenario([1], people: 600)
    gated.venues[0].levers.registration.method = .email
    gated.venues[0].levers.registration.dropOut.email = 0.5
    let open = try Play(scenario([1], people: 600)), play = try Play(gated)
    let own = { (play: Play) in
      play.events.filter { $0.kind == .enter && $0.venue == 1 }.map(\.actor)
    }
    #expect(own(open).count > 500 && own(open) == own(play))
    #expect(play.all(.registration).isEmpty)
    // Once the platform is closed its people come, and are asked.
    let closed = try Play(closing(gated))
    let asked = closed.all(.registration)
    #expect(asked.count > 100 && asked.allSatisfy { $0.actor < 600 })
  }

  /// Logit shares with fixed utilities: σ goes on, and sizes 3 : 1 share them.
  @Test func `those kept out go on in the shares of the logit`() throws {
    var shut = scenario([0.3, 0.1], people: 6_000)
    shut.displacement.share = 0.6
    shut.choice.offenderOdds = 2
    var world = World(closing(shut), root: StreamRoot(seed: 3, replicate: 1))
    _ = world.populate()
    world.openForBusiness()
    var counts: [UInt8?: Double] = [:], offenders = 0.0, gone = 0.0
    for slot in Int32(0)..<6_000 {
      let next = world.choose(for: slot, except: 1, orOffLine: true)
      if world.persons[Int(slot)].kind > 0 {
        offenders += 1
        gone += next == nil ? 0 : 1
      } else {
        counts[next, default: 0] += 1
      }
    }
    let ordinary = counts.values.reduce(0, +)
    #expect(abs(score(counts[nil] ?? 0, of: ordinary, chance: 0.4)) < bound)
    #expect(abs(score(counts[1] ?? 0, of: ordinary, chance: 0.45)) < bound)
    #expect(abs(score(counts[2] ?? 0, of: ordinary, chance: 0.15)) < bound)
    // Odds 1.5, twice: 3 to 1.
    #expect(abs(score(gone, of: offenders, chance: 0.75)) < bound)
  }

  /// Below the critical mass the odds of going on fall by e², with g = 0 exactly.
  @Test func `empty rivals lower the odds of going on by e to the second`() {
    var law = VenueChoice()
    (law.size, law.criticalMass, law.criticalMassPer) = (0, 100, 0)
    var appeal = Appeal(law, sizes: [1_000, 300, 150], people: 1e5)
    appeal.solve(shares: [0.7, 0.2, 0.1], goingOn: [0.5, 0.5, 0.5])
    func odds() -> Double {
      (Elementary.exp(appeal.utility[1][0]) + Elementary.exp(appeal.utility[2][0]))
        / Elementary.exp(appeal.offLine[0])
    }
    #expect(abs(odds() - 1) < 1e-12)
    appeal.set(size: 99, at: 1)
    appeal.set(size: 99, at: 2)
    appeal.refresh()
    #expect(abs(odds() - Elementary.exp(-2)) < 1e-12)
    // Size: (n + 1)^g.
    law.size = 0.5
    var sized = Appeal(law, sizes: [1_000, 300], people: 1e5)
    sized.solve(shares: [0.7, 0.3], goingOn: [0.5, 0.5, 0.5])
    let before = sized.utility[1][0]
    sized.set(size: 4 * 301 - 1, at: 1)
    sized.refresh()
    #expect(abs(sized.utility[1][0] - before - Elementary.log(2)) < 1e-12)
  }

  /// Volume after a closure: σ·[f + (1 − f)(1 − e^(−t/τ))].
  @Test func `another venue is found at once, or after an exponential time`() throws {
    var shut = scenario([0.5], people: 3_000, hours: 200)
    (shut.offenders, shut.people.turnover) = ([], 0)
    shut.displacement.share = 1
    (shut.choice.foundAtOnce, shut.choice.findingTime) = (0.2, 100)
    let play = try Play(closing(shut))
    // Of those whose home was the platform and who knock between 90 and 110 hours.
    let knocks = Set(
      play.events.filter {
        $0.kind == .absent && $0.venue == 0 && abs($0.time - 100) < 10
      }.map(\.actor))
    let gone = Set(
      play.events.filter {
        $0.kind == .enter && $0.venue == 1 && abs($0.time - 100) < 10
      }.map(\.actor))
    let found = Double(knocks.intersection(gone).count)
    // The mean of 1 − e^(−t/100) from 90 to 110 is within 0.001 of that at 100.
    let exact = 0.2 + 0.8 * (1 - Elementary.exp(-1))
    #expect(abs(score(found, of: Double(knocks.count), chance: exact)) < bound)
  }

  /// Own draws do not shift: a closed rival moves those alone who would have gone there.
  @Test func `closing a rival moves nobody else`() throws {
    let both = scenario([0.4, 0.4])
    var one = both
    one.venues[1].levers.closure.kind = .seizure
    func visits(_ play: Play) -> [Int32: [Double]] {
      var times: [Int32: [Double]] = [:]
      for event in play.events where event.kind == .enter && event.actor < 840 {
        times[event.actor, default: []].append(event.time)
      }
      return times
    }
    // The first 600 are the platform's, the next 240 those of rival a.
    #expect(visits(try Play(both)) == visits(try Play(one)))
  }

  @Test func `a rival that opens later is nobody's before`() throws {
    var scenario = scenario([0.5])
    scenario.venues[0].opens = scenario.time.start.advanced(days: 1)
    scenario.choice.comingBackTime = 5
    let play = try Play(scenario)
    let there = play.events.filter { $0.kind == .enter && $0.venue == 1 }
    #expect(!there.isEmpty && there.allSatisfy { $0.time >= 24 })
    // Until then its people look for another place, and find the platform.
    #expect(play.events.contains { $0.kind == .enter && $0.venue == 0 && $0.actor >= 600 })
  }

  @Test func `a block leaves those who get round it`() throws {
    var scenario = scenario([0.2], people: 2_000)
    scenario.displacement.share = 0
    scenario.levers.closure.kind = .blocking
    scenario.levers.closure.getRound = 0.3
    scenario.levers.closure.terms.coverage = 0.8
    let play = try Play(scenario)
    let inside = Set(play.all(.enter).filter { $0.actor < 2_000 }.map(\.actor))
    let outside = Set(
      play.events.filter { $0.kind == .absent && $0.actor < 2_000 && $0.absence == .closed }
        .map(\.actor))
    #expect(inside.isDisjoint(with: outside))
    let all = Double(inside.count + outside.count)
    #expect(abs(score(Double(inside.count), of: all, chance: 0.2 + 0.8 * 0.3)) < bound)
  }

  @Test func `accounts are kept by place, and bans leave the other place open`() throws {
    var scenario = scenario([0.5], hours: 96)
    scenario.displacement.share = 1
    scenario.levers.moderation.staff = 4
    scenario.levers.sanctions.returnProbability = 0
    let play = try Play(scenario)
    var banned: [Int32: Double] = [:]
    for event in play.all(.sanction) { banned[event.actor] = banned[event.actor] ?? event.time }
    #expect(banned.count > 20)
    let back = play.all(.enter).filter { event in
      banned[event.actor].map { event.time > $0 } ?? false
    }
    #expect(!back.isEmpty && back.allSatisfy { $0.venue == 1 })
  }
}

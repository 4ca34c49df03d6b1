import Schema
import Testing

@testable import Simulation

/// The same seed under two policies: own draws do not shift.
struct CommonNumbersTests {
  private func lines(_ play: Play, _ kinds: Set<Event.Kind>) -> [String] {
    play.events.filter { kinds.contains($0.kind) }.map {
      "\($0.time) \($0.kind) \($0.actor) \($0.target) \($0.detail) \($0.value) \($0.messages)"
    }
  }

  @Test func `a run is the same every time and another with another seed or replicate`() throws {
    let scenario = Scenario.busy(hours: 12)
    let first = try Run.simulate(scenario, seed: 1, replicate: 1)
    let again = try Run.simulate(scenario, seed: 1, replicate: 1)
    #expect(first.hash == again.hash && first.events == again.events)
    #expect(first.values.map(\.bitPattern) == again.values.map(\.bitPattern))
    #expect(try Run.simulate(scenario, seed: 2, replicate: 1).hash != first.hash)
    #expect(try Run.simulate(scenario, seed: 1, replicate: 2).hash != first.hash)
  }

  @Test func `a policy leaves everybody's own person and stay as they were`() throws {
    let plain = Scenario.busy(hours: 36)
    var decoys = plain
    decoys.levers.decoys.police.count = 20
    var rules = plain
    rules.levers.contactRules.ageGap = 3
    let kinds: Set<Event.Kind> = [.enter, .leave]
    let before = lines(try Play(plain), kinds)
    #expect(before.count > 1000)
    #expect(lines(try Play(decoys), kinds) == before)
    #expect(lines(try Play(rules), kinds) == before)
  }

  /// Flags that nobody reads do nothing to the conversations they are about.
  @Test func `watching alone changes nothing that happens`() throws {
    var scenario = Scenario.busy(hours: 36)
    let kinds: Set<Event.Kind> = [.contact, .stage, .harm, .ended]
    let before = lines(try Play(scenario), kinds)
    scenario.levers.classifier.active = true
    let after = lines(try Play(scenario), kinds)
    let isSame = before == after
    #expect(isSame)
  }

  /// Moderators who never uphold anything leave all conversations as they were.
  @Test func `moderators who uphold nothing change nothing that happens`() throws {
    var scenario = Scenario.busy(hours: 36)
    let kinds: Set<Event.Kind> = [.contact, .stage, .harm, .ended]
    let before = lines(try Play(scenario), kinds)
    scenario.levers.moderation.staff = 3
    scenario.levers.moderation.terms.compliance = 0
    #expect(lines(try Play(scenario), kinds) == before)
    scenario.levers.moderation.falseReports = 0.002
    let after = lines(try Play(scenario), kinds)
    let isSame = before == after
    #expect(isSame)
  }

  /// With attention without limit, offenders do not get in one another's way.
  @Test func `one more offender does not shift what the others do`() throws {
    var scenario = Scenario.busy(people: 300, hours: 36)
    scenario.people.attention = 65_535
    scenario.offenders[0].share = 0.1
    let few = try Play(scenario)
    scenario.offenders[0].share = 0.11
    let more = try Play(scenario)
    let kinds: Set<Event.Kind> = [.contact, .stage, .ended, .contactMissed]
    let known = Set(few.events.filter { $0.flags.contains(.offender) }.map(\.actor))
    let newcomers = Set(more.events.filter { $0.flags.contains(.offender) }.map(\.actor))
      .subtracting(known)
    #expect(!newcomers.isEmpty)
    func byKnown(_ play: Play) -> [String] {
      play.events.filter { kinds.contains($0.kind) && known.contains($0.actor) }.map {
        "\($0.time) \($0.kind) \($0.actor) \($0.target) \($0.detail)"
      }
    }
    let before = byKnown(few)
    #expect(before.count > 500 && byKnown(more) == before)
  }
}

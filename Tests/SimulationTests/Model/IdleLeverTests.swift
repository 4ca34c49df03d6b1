import Schema
import Testing

@testable import Simulation

/// Levers that somebody set and that never act: each is told once, at the value that is to blame.
struct IdleLeverTests {
  private func complaints(_ change: (inout Scenario) -> Void) -> [String] {
    var scenario = Scenario()
    scenario.time.start = CivilDate(days: 18_995)
    (scenario.time.warmUp, scenario.time.window) = (24, 60)
    change(&scenario)
    let found = scenario.check()
    #expect(found.allSatisfy { $0.severity == .warning && $0.message.hasSuffix("on nothing") })
    return found.map(\.parameter)
  }

  @Test func `nothing is said of levers that are off, or that act`() {
    #expect(complaints { _ in } == [])
    let set = complaints { scenario in
      scenario.levers.registration.method = .email
      scenario.levers.ageAssurance.method = .declared
      scenario.levers.moderation.staff = 1
      scenario.levers.classifier.active = true
      scenario.levers.sanctions.scope = .device
      scenario.levers.contactRules.ageGap = 3
      scenario.levers.decoys.police.count = 1
    }
    #expect(set == [])
    // The reach of a lever that is off is nobody's concern.
    #expect(complaints { $0.levers.registration.terms.coverage = 0 } == [])
  }

  @Test func `a lever that begins on the last day acts, one after the end doesn't`() {
    func begins(_ days: Int) -> [String] {
      complaints { scenario in
        scenario.levers.registration.method = .email
        scenario.levers.registration.terms.start = CivilDate(days: 18_995 + days)
      }
    }
    // The run ends after 84 hours, in the middle of its fourth day.
    #expect(begins(-400) == [] && begins(3) == [])
    #expect(begins(4) == ["registration.start"])
  }

  @Test func `a lever that reaches nobody, or is never kept`() {
    let found = complaints { scenario in
      scenario.levers.ageAssurance.method = .document
      scenario.levers.ageAssurance.terms.coverage = 0
      scenario.levers.contactRules.adultsToMinors = false
      scenario.levers.contactRules.terms.compliance = 0
    }
    #expect(found == ["age_assurance.coverage", "contact_rules.compliance"])
  }

  @Test func `staff and decoys without hours`() {
    let found = complaints { scenario in
      scenario.levers.moderation.staff = 2
      scenario.levers.moderation.hoursPerDay = 0
      scenario.levers.decoys.civil.count = 2
      scenario.levers.decoys.civil.hoursPerDay = 0
    }
    #expect(found == ["moderation.hours_per_day", "decoys.civil.hours_per_day"])
  }

  @Test func `flags and sanctions with nobody who decides`() {
    func set(_ scenario: inout Scenario) {
      scenario.levers.classifier.active = true
      scenario.levers.sanctions.warnings = 1
    }
    #expect(complaints { set(&$0) } == ["classifier.active", "sanctions"])
    let late = complaints { scenario in
      set(&scenario)
      scenario.levers.moderation.staff = 1
      scenario.levers.moderation.terms.start = CivilDate(days: 19_400)
    }
    #expect(late == ["moderation.start", "classifier.active", "sanctions"])
    let blind = complaints { scenario in
      scenario.levers.moderation.staff = 1
      scenario.levers.sanctions.scope = .device
      scenario.levers.classifier.active = true
      (scenario.levers.classifier.detects, scenario.levers.classifier.falseFlags) = (0, 0)
    }
    #expect(blind == ["classifier.detects"])
  }

  @Test func `levers whose days all lie outside the run`() {
    let first = 18_995
    let ended = complaints { scenario in
      scenario.levers.registration.method = .email
      scenario.levers.registration.terms.end = CivilDate(days: first)
    }
    #expect(ended == ["registration.end"])
    func changed(on day: Int) -> [String] {
      complaints { scenario in
        var later = scenario.levers.contactRules
        later.ageGap = 5
        scenario.levers.contactRules.changes = [Change(from: CivilDate(days: day), later)]
      }
    }
    #expect(changed(on: first - 30) == [] && changed(on: first + 3) == [])
    #expect(changed(on: first + 4) == ["contact_rules.changes"])
    // Off at first, staffed later: on duty for some of the run.
    let staffed = complaints { scenario in
      scenario.levers.sanctions.scope = .device
      var later = scenario.levers.moderation
      later.staff = 2
      scenario.levers.moderation.changes = [Change(from: CivilDate(days: first + 1), later)]
    }
    #expect(staffed == [])
  }

  @Test func `bans tied to what nobody gives`() {
    func tied(_ scope: Sanctions.Scope, _ method: Registration.Method) -> [String] {
      complaints { scenario in
        scenario.levers.moderation.staff = 1
        scenario.levers.sanctions.scope = scope
        scenario.levers.registration.method = method
      }
    }
    #expect(tied(.account, .none) == ["sanctions.scope"])
    #expect(tied(.phone, .email) == ["sanctions.scope"])
    #expect(tied(.identity, .phone) == ["sanctions.scope"])
    #expect(tied(.device, .none) == [] && tied(.account, .pseudonym) == [])
    #expect(tied(.phone, .phone) == [] && tied(.identity, .identity) == [])
  }
}

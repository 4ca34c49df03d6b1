import Schema
import Testing

@testable import Simulation

/// Levers are schedules: what holds on a day, from files to rules, and what it costs.
struct ScheduleTests {
  private func scenario(_ text: String, over base: String? = nil) throws -> Reading<Scenario> {
    let loader = Loader { path in
      path == "base.yaml" ? Array((base ?? "").utf8) : Array(text.utf8)
    }
    let reading = read(Scenario.self, from: try loader.load("policy.yaml"))
    #expect(!Problems(reading.problems).hasErrors)
    return reading
  }

  private func day(_ text: String) throws -> Double { Double(try #require(CivilDate(text)).days) }

  @Test func `a lever has the values of its last change`() throws {
    let levers = try scenario(
      """
      schema_version: 1
      moderation:
        staff: 2
        changes:
          - { from: 2022-03-01, staff: 4 }
          - { from: 2022-04-01, hours_per_day: 8 h }
      """
    ).value.levers
    let rules = try ["2022-02-28", "2022-03-01", "2022-03-31", "2022-04-01"].map {
      levers.rules(on: try day($0)).moderation
    }
    #expect(rules.map(\.staff) == [2, 4, 4, 4])
    #expect(rules.map(\.hoursPerDay) == [24, 24, 24, 8])
  }

  /// B16. The extended file's gate stays until the day of the change, and its own `changes` too.
  @Test func `an overlay from a day on changes what held before`() throws {
    let base = """
      schema_version: 1
      age_assurance: { method: declared, threshold: 16 y }
      moderation: { staff: 1, changes: [{ from: 2022-02-01, staff: 2 }] }
      """
    let levers = try scenario(
      """
      schema_version: 1
      extends: base.yaml
      age_assurance: { from: 2022-03-01, method: document }
      moderation: { from: 2022-03-01, staff: 5 }
      """, over: base
    ).value.levers
    let before = levers.rules(on: try day("2022-02-28"))
    let after = levers.rules(on: try day("2022-03-01"))
    #expect(before.ageAssurance.method == .declared && after.ageAssurance.method == .document)
    #expect(before.ageAssurance.threshold == 16 && after.ageAssurance.threshold == 16)
    #expect(levers.rules(on: try day("2022-01-31")).moderation.staff == 1)
    #expect(before.moderation.staff == 2 && after.moderation.staff == 5)
  }

  @Test func `a lever that ends is off from that day`() throws {
    let levers = try scenario(
      """
      schema_version: 1
      moderation: { staff: 3, fixed_cost: 10 EUR, end: 2022-02-01 }
      """
    ).value.levers
    let (before, after) = (
      levers.rules(on: try day("2022-01-31")), levers.rules(on: try day("2022-02-01"))
    )
    #expect(before.moderation.staff == 3 && before.fixedCost == 10)
    #expect(after.moderation.staff == 0 && after.fixedCost == 0)
  }

  /// One world is drawn: the quantile belongs to the key, whatever the entry.
  @Test func `uncertain values of a change are drawn at the section's own quantile`() throws {
    let text = """
      schema_version: 1
      moderation:
        staff: 1
        detects: { uniform: { low: 0 %, high: 100 % } }
        changes: [{ from: 2022-03-01, detects: { uniform: { low: 50 %, high: 100 % } } }]
      """
    let tree = try Document.parse(text: text, file: "x.yaml")
    let reading = read(
      Scenario.self, from: tree, draws: .keyed { $0.hasSuffix("detects") ? 0.3 : 0.5 })
    let lever = reading.value.levers.moderation
    #expect(abs(lever.detects - 0.3) < 1e-9)
    #expect(abs((lever.changes.first?.value.detects ?? 0) - 0.65) < 1e-9)
    #expect(
      reading.drawn.map(\.path) == ["moderation.detects", "moderation.changes.1.detects"])
  }

  @Test(arguments: [
    ("[{ staff: 3 }]", "`from:` says the day"), ("{ staff: 3 }", "list of changes"),
    ("[{ from: soon, staff: 3 }]", "is not a date"),
    ("[{ from: 2022-03-01, stuff: 3 }]", "unknown key 'stuff'"),
    ("[{ from: 2022-03-01, staff: 3 }, { from: 2022-02-01, staff: 3 }]", "order of their days"),
  ])
  func `a schedule that cannot be meant is refused`(_ changes: String, _ word: String) throws {
    let text = "schema_version: 1\nmoderation: { staff: 1, changes: \(changes) }\n"
    let tree = try Document.parse(text: text, file: "x.yaml")
    let problems = read(Scenario.self, from: tree).problems
    #expect(problems.contains { ($0.message + ($0.help ?? "")).contains(word) })
    #expect(problems.allSatisfy { $0.place?.line == 2 })
  }

  /// Two days of one moderator for eight hours, then two days of three round the clock.
  @Test func `costs run by the rules that were in force`() throws {
    var scenario = Scenario.plain(people: 10, visits: 0.1, stay: .fixed(1), hours: 96)
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.hoursPerDay = 8
    scenario.levers.moderation.costPerHour = 20
    scenario.levers.moderation.terms.fixedCost = 5
    var later = scenario.levers.moderation
    (later.staff, later.hoursPerDay, later.costPerHour) = (3, 24, 30)
    scenario.levers.moderation.changes = [
      Change(from: scenario.time.start.advanced(days: 2), later)
    ]
    let play = try Play(scenario)
    #expect(abs(play["moderation_hours"] * 4 - (16 + 144)) < 1e-9)
    #expect(abs(play["cost"] * 4 - (16 * 20 + 144 * 30 + 4 * 5)) < 1e-9)
  }

  /// Fewer moderators from a day on: nobody reviews at a desk that is gone.
  @Test func `staff may shrink`() throws {
    var scenario = Scenario.busy(hours: 96)
    scenario.levers.moderation.staff = 6
    scenario.levers.moderation.handling = .fixed(0.5)
    var fewer = scenario.levers.moderation
    fewer.staff = 1
    scenario.levers.moderation.changes = [
      Change(from: scenario.time.start.advanced(days: 2), fewer)
    ]
    let late = try Play(scenario).all(.decision).filter { $0.time > 49 }.map(\.time).sorted()
    #expect(late.count > 20)
    // One desk: decisions at least half an hour apart.
    #expect(zip(late, late.dropFirst()).allSatisfy { $1 - $0 > 0.499 })
  }
}

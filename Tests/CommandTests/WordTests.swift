@testable import Experiment
import Foundation
import Report
import Schema
import Simulation
import Testing

@Suite struct WordTests {
  private func row(
    _ name: String, difference: Double?, _ interval: Interval?, ratio: Interval? = nil,
    single: Double? = nil
  ) throws -> DifferenceRow {
    let column = try #require(Outcomes.columns.first { $0.name == name })
    return DifferenceRow(
      baseline: "coco", scenario: "phone", period: .window, column: column, level: 0.95, pairs: 8,
      estimate: difference.map { difference in
        EffectEstimate(
          draws: 1, pairs: 8, diffMedian: difference, diffUI: nil, diffMC: interval,
          ratioMedian: ratio?.estimate ?? single, ratioUI: nil, mc: ratio, drawsWithoutRatio: 0,
          chanceShare: nil, pLess: nil, pLessLow: nil, pLessHigh: nil, isClear: false,
          correlation: 0.9)
      }, simultaneous: false)
  }

  @Test func `over draws a sentence speaks of plausible worlds, and says how many have fewer`()
    throws
  {
    func sentence(_ ratios: [Double]) throws -> String {
      let column = try #require(Outcomes.columns.first { $0.name == "unwanted_contacts" })
      let row = Differences.row(
        column, values: DrawValues(ratios.map { [100 * $0] }),
        reference: DrawValues(ratios.map { _ in [100] }), names: ("coco", "x"), level: 0.95)
      let words = PolicyWords(name: "x", rows: [row]).sentence
      return String(words.prefix { $0 != ";" })
    }
    let clear = try sentence((1...39).map { 0.4 + 0.01 * Double($0) })
    #expect(
      clear == "In this model, x lowers unwanted sexual contacts to minors by 40 % "
        + "(95 % of plausible worlds: 21 % to 59 %)")
    let unclear = try sentence((1...39).map { 0.8 + 0.01 * Double($0) })
    #expect(unclear.contains("shows no clear change of"))
    #expect(unclear.hasSuffix("(95 % of plausible worlds: −19 % to +19 %)"))
    // Sixteen differences, all of less; where the next ratio would fall reaches beyond no change.
    let split = try sentence((0..<16).map { $0.isMultiple(of: 2) ? 0.05 : 0.99 })
    #expect(split.contains("shows no clear change of") && split.contains("to +5"), "\(split)")
    let few = try sentence([0.9, 0.8, 0.85])
    #expect(few.contains("(least to greatest draw: 10 % to 20 %)"))
  }

  @Test func `a sentence names benefit, burden and displacement with intervals`() throws {
    let rows = [
      try row(
        "unwanted_contacts", difference: -40, Interval(estimate: -40, low: -45, high: -35),
        ratio: Interval(estimate: 0.6, low: 0.55, high: 0.65)),
      try row(
        "adults_dropped_out", difference: 0.17, Interval(estimate: 0.17, low: 0.12, high: 0.21)),
      try row("cost", difference: 5, Interval(estimate: 5, low: -1, high: 11)),
      try row(
        "unwanted_contacts_elsewhere", difference: 12, Interval(estimate: 12, low: 10, high: 14)),
    ]
    #expect(
      PolicyWords(name: "phone", rows: rows).sentence
        == "In this model, phone lowers unwanted sexual contacts to minors by 40 % "
        + "(error of the mean 35 % to 45 %); it raises adults who gave up at a gate by 17 points "
        + "(error of the mean 12 to 21), leaves it unclear whether cost changes "
        + "(error of the mean −1 to +11 EUR per day); and it raises unwanted contacts elsewhere by 12 per 1,000 "
        + "minors and month (error of the mean 10 to 14).")
  }

  @Test func `a sentence about nothing clear claims nothing`() throws {
    let rows = [
      try row(
        "unwanted_contacts", difference: -1, Interval(estimate: -1, low: -5, high: 3),
        ratio: Interval(estimate: 0.99, low: 0.9, high: 1.1)),
      try row("unwanted_contacts_elsewhere", difference: 0, Interval(estimate: 0, low: 0, high: 0)),
    ]
    #expect(
      PolicyWords(name: "x", rows: rows).sentence
        == "In this model, x shows no clear change of unwanted sexual contacts to minors "
        + "(error of the mean −10 % to +10 %); it moves none of the burdens looked at; "
        + "no harm moves elsewhere.")
  }

  private func benefit(_ row: DifferenceRow, _ language: Language, isIdle: Bool = false) -> String {
    let words = PolicyWords(name: "x", rows: [row], isIdle: isIdle, language: language).sentence
    return String(words.prefix { $0 != ";" })
  }

  @Test func `none left is said as −100 %, one pair as what it is, the undefined as undefined`()
    throws
  {
    let none = try row(
      "unwanted_contacts", difference: -40, Interval(estimate: -40, low: -99, high: 0),
      ratio: Interval(estimate: 0, low: 0, high: 0))
    #expect(
      benefit(none, .en)
        == "In this model, x leaves no unwanted sexual contacts to minors in any pair of runs (−100 %)"
    )
    #expect(benefit(none, .fr).contains("(−100\u{202F}%)"))
    let one = try row("unwanted_contacts", difference: -12, nil, single: 0.88)
    #expect(benefit(one, .en).hasSuffix("by −12 %, with no interval from a single pair"))
    #expect(benefit(one, .fr).contains("change de −12\u{202F}% les contacts"))
    let fromNone = try row("unwanted_contacts", difference: 12, nil)
    #expect(benefit(fromNone, .en).contains("by +12 per 1,000 minors and month, with"))
    let undefined = try row("unwanted_contacts", difference: nil, nil)
    #expect(benefit(undefined, .en).contains("has an undefined effect on unwanted"))
    #expect(benefit(undefined, .fr).contains("effet indéfini"))
    let same = try row(
      "unwanted_contacts", difference: 0, Interval(estimate: 0, low: 0, high: 0))
    #expect(
      benefit(same, .en).hasSuffix("leaves unwanted sexual contacts to minors exactly as they are"))
    #expect(benefit(same, .en, isIdle: true).contains("acts on nothing in this window"))
    #expect(benefit(same, .fr, isIdle: true).contains("n’agit sur rien dans cette fenêtre"))
  }

  @Test func `figures have three digits, thousands apart and a real minus`() {
    let cases: [(Double, String)] = [
      (0, "0"), (312.4, "312"), (0.012345, "0.0123"), (850_000, "850,000"), (-5, "−5"),
      (999.6, "1,000"), (45, "45"), (-1_234_567.8, "−1,234,568"), (2.5e-9, "2.50e-09"),
      (.nan, "–"), (.infinity, "–"), (100, "100"), (0.1, "0.1"),
    ]
    for (value, text) in cases { #expect(NumberText.number(value) == text) }
    #expect(NumberText.percent(0.714) == "71 %")
    #expect(NumberText.percent(-0.004) == "−0.4 %")
    #expect(NumberText.percent(-0.000_1) == "0 %")
    #expect(NumberText.change(0.6) == "−40 %")
    #expect(NumberText.change(1.021) == "+2.1 %")
    #expect(NumberText.signed(3) == "+3")
  }

  @Test func `every outcome that is printed by default exists`() throws {
    let names = OutcomeWords.short + OutcomeWords.burdens + OutcomeWords.people
    let columns = try OutcomeWords.columns(names + OutcomeWords.parts + [OutcomeWords.headline])
    #expect(columns.allSatisfy { !$0.unit.isEmpty })
  }

  @Test func `a target is met, met within error, or missed`() throws {
    let file = """
      outcome,low,target,high,unit,role,source
      visits,5,,45,per day,predicted,"a, b"

      """
    let target = try #require(try Target.list(Array(file.utf8)).first)
    #expect(target.source == "a, b")
    #expect(target.verdict(30, nil) == "inside")
    #expect(target.verdict(50, Interval(estimate: 50, low: 40, high: 60)) == "inside (interval)")
    #expect(target.verdict(50, Interval(estimate: 50, low: 46, high: 60)) == "miss")
    #expect(target.verdict(nil, nil) == "undefined")
    func verdict(_ limits: String, _ value: Double) throws -> String? {
      let text = "outcome,low,target,high,unit,role,source\nvisits,\(limits),,fitted,a\n"
      return try Target.list(Array(text.utf8)).first?.verdict(value, nil)
    }
    // At least, at most, exactly; beside one limit the value of the source bounds nothing.
    for limits in ["1,,", "1,2,"] {
      #expect(try verdict(limits, 87) == "inside" && verdict(limits, 0.9) == "miss")
    }
    for limits in [",,2", ",1,2"] {
      #expect(try verdict(limits, 0) == "inside" && verdict(limits, 2.1) == "miss")
    }
    #expect(try verdict(",2,", 2) == "inside" && verdict(",2,", 2.1) == "miss")
    let table = PatternTable(
      targets: try Target.list(
        Array("outcome,low,target,high,unit,role,source\nvisits,1,,,per day,fitted,a\n".utf8)),
      rows: [:])
    #expect(table.lines.last?.contains("≥ 1") == true)
    for bad in [
      "visits,5,4,,per day,fitted,a", "visits,,,,per day,fitted,a",
      "visits,5,,45,per day,guessed,a", "nothing,5,,45,,fitted,a", "visits,x,,,,fitted,a",
    ] {
      #expect(throws: Target.Malformed.self) {
        try Target.list(Array("outcome,low,target,high,unit,role,source\n\(bad)\n".utf8))
      }
    }
  }

  @Test func `the reference has the scenario's world and the root's policy`() throws {
    let texts = [
      "root.yaml": Workspace.tiny + "moderation: { staff: 1 }\n",
      "own.yaml": "extends: root.yaml\nname: own\npeople: { count: 300 }\n",
    ]
    let loader = Loader { path in
      struct Missing: Error {}
      guard let text = texts[path] else { throw Missing() }
      return Array(text.utf8)
    }
    func value(_ scenario: ScenarioFile?, _ path: String) -> String? {
      scenario?.reading.entries.first { $0.path == path }?.text
    }
    let settings = Settings(["moderation.staff=2", "people.minor_share=30 %"], until: "5h")
    let changed = try ScenarioFile("own.yaml", settings: settings, loader: loader)
    #expect(value(changed, "moderation.staff") == "2")
    let reference = try changed.reference(loader: loader)
    #expect(reference?.name == "tiny")
    #expect(value(reference, "moderation.staff") == "1")
    #expect(value(reference, "people.count") == "300")
    #expect(value(reference, "people.minor_share") == "30 %")
    #expect(reference?.reading.value.hours.window == 5)
    // Another world under the same policy is its own reference.
    #expect(try ScenarioFile("own.yaml", loader: loader).reference(loader: loader)?.name == nil)
    let names = Scenario.parameters.map(\.name)
    #expect(ScenarioFile.policySections.allSatisfy { names.contains($0) })
  }

  @Test func `a scenario doesn't inherit the title of what it extends`() throws {
    let texts = [
      "root.yaml": Workspace.tiny, "own.yaml": "extends: root.yaml\nname: own\n",
      "titled.yaml": "extends: root.yaml\nname: titled\ntitle: Mine\n",
      "study.yaml": """
      name: study
      baseline: root.yaml
      alternatives:
        - own.yaml
        - { name: changed, set: { moderation: { staff: 1 } } }
        - { name: called, title: By the study, set: { moderation: { staff: 1 } } }
        - { name: as-it-is, extends: titled.yaml }
        - { name: more, extends: titled.yaml, set: { moderation: { staff: 1 } } }

      """,
    ]
    let loader = Loader { path in Array((texts[path] ?? "").utf8) }
    let study = try LoadedStudy("study.yaml", loader: loader)
    #expect(
      study.scenarios.map(\.reading.value.title)
        == ["A tiny platform", "", "", "By the study", "Mine", ""])
    let set = try ScenarioFile("own.yaml", settings: Settings(["title=Set"]), loader: loader)
    #expect(set.reading.value.title == "Set")
  }

  @Test func `the resolved text of a scenario reads back as the same scenario`() throws {
    let first = try ScenarioFile("a.yaml", loader: Loader { _ in Array(Workspace.tiny.utf8) })
    let text = first.resolved.canonicalYAML
    let second = try ScenarioFile("b.yaml", loader: Loader { _ in Array(text.utf8) })
    #expect(second.resolved.canonicalYAML == text)
    #expect(second.uncertain == first.uncertain)
    #expect(second.reading.entries.map(\.text) == first.reading.entries.map(\.text))
    #expect(text.contains("minor_share:\n    beta:\n      a: 6\n      b: 14\n"))
  }

  @Test func `all scenarios share the draws of a parameter they both have`() throws {
    let text = Workspace.tiny
    let scenario = try ScenarioFile("a.yaml", loader: Loader { _ in Array(text.utf8) })
    let drawn = try (1...3).map { try scenario.drawn(seed: 5, draw: $0, fixed: false) }
    #expect(
      drawn.map { $0.values.map(\.path) } == Array(repeating: ["people.minor_share"], count: 3))
    #expect(Set(drawn.flatMap { $0.values.map(\.value) }).count == 3)
    let again = try scenario.drawn(seed: 5, draw: 2, fixed: false)
    #expect(again.values == drawn[1].values)
    let fixed = try scenario.drawn(seed: 5, draw: 2, fixed: true)
    #expect(fixed.values.map(\.value) == fixed.values.map(\.median))
  }
}

import Foundation
import Testing

@testable import Schema

struct ChoiceTests {
  private func reading(_ text: String, at quantile: Double = 0.5) throws -> Reading<Platform> {
    read(Platform.self, from: try Sample.tree(text), draws: .keyed { _ in quantile })
  }

  @Test func `a choice may stand for a quantity, a whole number, a switch and a word`() throws {
    let text = """
      people: { minor_share: { choice: { values: [10 %, 20 %, 0.4], weights: [1, 2, 1] } } }
      moderation: { staff: { choice: { values: [4, 2] } } }
      directory:
        minors_listed: { choice: { values: [yes, no], weights: [1, 3] } }
        order: { choice: { values: [oldest, by_name] } }
      """
    let medians = read(Platform.self, from: try Sample.tree(text))
    #expect(medians.problems.isEmpty)
    #expect(medians.value.people.minorShare == 0.2)
    #expect(medians.value.moderation.staff == 2)
    #expect(!medians.value.directory.minorsListed)
    #expect(medians.value.directory.order == .oldest)
    #expect(
      medians.drawn == [
        Drawn(path: "people.minor_share", value: 0.2, median: 0.2, unit: .share),
        Drawn(path: "directory.minors_listed", value: 1, median: 1, unit: .count),
        Drawn(path: "directory.order", value: 0, median: 0, unit: .count),
        Drawn(path: "moderation.staff", value: 2, median: 2, unit: .count),
      ])
    let high = try reading(text, at: 0.9)
    #expect(high.value.people.minorShare == 0.4 && high.value.moderation.staff == 4)
    #expect(high.value.directory.order == .byName)
    let low = try reading(text, at: 0.1)
    #expect(low.value.directory.minorsListed && low.value.people.minorShare == 0.1)
  }

  @Test(arguments: [0.01, 0.3, 0.5, 0.97])
  func `other draws are what reading everything again finds`(quantile: Double) throws {
    let text = """
      people:
        minor_share: { beta: { a: 2, b: 5 } }
        visits: { lognormal: { median: { uniform: { low: 1 /h, high: 3 /h } }, log_sd: 0.5 } }
      moderation: { staff: { uniform: { low: 1, high: 9 } } }
      directory: { order: { choice: { values: [oldest, by_name] } } }
      """
    let medians = read(Platform.self, from: try Sample.tree(text))
    let again = try reading(text, at: quantile)
    #expect(again.drawn.count == 4)
    #expect(medians.drawn(.keyed { _ in quantile }) == again.drawn)
  }

  @Test func `each value comes as often as its weight says`() throws {
    let text =
      "people: { minor_share: { choice: { values: [3 %, 1 %, 2 %], weights: [0, 1, 3] } } }"
    var counts: [Double: Int] = [:]
    for step in 0..<1000 {
      let drawn = try reading(text, at: (Double(step) + 0.5) / 1000)
      counts[drawn.value.people.minorShare, default: 0] += 1
    }
    #expect(counts == [0.01: 250, 0.02: 750])
    let extremes = [0x1p-53, 1 - 0x1p-53].map { p in
      WeightedValues(values: [0, 1, 2, 3], weights: [0, 1, 1, 0]).position(at: p)
    }
    #expect(extremes == [1, 2])
    // Added up in binary these weights miss a half by the last bit.
    #expect(WeightedValues(values: [0, 1, 2], weights: [0.1, 0.4, 0.5]).position(at: 0.5) == 1)
  }

  @Test func `an argument of a law and a way on may be a choice`() throws {
    let text = """
      people:
        visits: { lognormal: { median: { choice: { values: [1 /h, 3 /h] } }, log_sd: 0.5 } }
      pathways:
        - name: a
          stages: [{ name: b, next: { on: { choice: { values: [1 /h, 2 /h] } } } }]
      """
    let reading = try reading(text, at: 0.8)
    #expect(reading.problems.isEmpty)
    #expect(reading.value.people.visits == .lognormal(median: 3, logSD: 0.5))
    #expect(reading.value.pathways.first?.stages.first?.next.map(\.quantity) == [.rate(perHour: 2)])
    #expect(reading.drawn.map(\.path) == ["people.visits.median", "pathways.a.stages.b.next.on"])
  }

  @Test(arguments: [
    ("people: { visits: { choice: { values: [1 /h] } } }", "1:21 wrong_argument: visits is drawn"),
    ("directory: { order: { choice: { values: [oldest, newst] } } }", "1:50 not_a_choice: 'newst'"),
    (
      "directory: { order: { choice: { value: [oldest] } } }",
      "1:23 wrong_argument: choice needs 'values'"
    ),
    ("directory: { order: { choice: {} } }", "1:23 wrong_argument: choice needs 'values'"),
    ("directory: { order: { choice: 3 } }", "1:31 wrong_type: choice needs values and weights"),
    ("directory: { order: { choice: { values: 3 } } }", "1:41 wrong_type: values needs a list"),
    (
      "directory: { order: { choice: { values: [] } } }", "1:23 wrong_argument: choice has 0 values"
    ),
    (
      "moderation: { staff: { choice: { values: [1, 2], weights: [1] } } }",
      "1:59 wrong_argument: choice has 2 values and 1 weights"
    ),
    (
      "moderation: { staff: { choice: { values: [1, 2], weights: [0, 0] } } }",
      "1:59 wrong_argument: all weights are 0"
    ),
    (
      "moderation: { staff: { choice: { values: [1, 2], weights: [-1, 2] } } }",
      "1:60 out_of_range: \"-1\" is outside the range of weights"
    ),
    (
      "moderation: { staff: { choice: { values: [1, 2.5] } } }",
      "1:46 not_a_whole_number: \"2.5\" is not a whole number"
    ),
    (
      "people: { minor_share: { choice: { values: [10 %, 95 %] } } }",
      "1:51 out_of_range: \"95 %\" is outside the range of minor_share, 0 % to 90 %"
    ),
    (
      "people: { minor_share: { choice: { values: [10 %, { beta: { a: 1, b: 2 } }] } } }",
      "1:51 wrong_type: minor_share needs a share, not a map"
    ),
    (
      "people: { visits: { lognormal: { median: { choice: { values: [0 /h] } }, log_sd: 1 } } }",
      "1:63 out_of_range: median needs to be above 0"
    ),
    ("name: { choice: { values: [a] } }", "1:7 wrong_type: name needs text, not a map"),
    ("directory: { order: { chioce: 3 } }", "1:21 wrong_type: order needs one of newest"),
    (
      "people: { minor_share: { chioce: { values: [1 %] } } }",
      "1:26 unknown_distribution: 'chioce' is not a distribution; did you mean 'choice'?"
    ),
  ])
  func `what is wrong with a choice is told at its place`(text: String, start: String) {
    let faults = Sample.faults(text)
    #expect(faults.first?.hasPrefix(start) ?? false, "\(faults)")
  }

  @Test func `at most sixteen values`() throws {
    func text(_ count: Int) -> String {
      "moderation: { staff: { choice: { values: [\((1...count).map(String.init).joined(separator: ", "))] } } }"
    }
    #expect(try reading(text(16)).problems.isEmpty)
    #expect(
      Sample.faults(text(17)) == [
        "1:24 wrong_argument: choice has 17 values; 1 to 16 are allowed"
      ])
  }

  @Test func `a choice is kept as written and reads back the same`() throws {
    let text = "directory: { order: { choice: { values: [oldest, by_name], weights: [1, 3] } } }"
    let reading = try reading(text)
    let entry = try #require(reading.entries.first { $0.path == "directory.order" })
    #expect(entry.given == "{ choice: { values: [oldest, by_name], weights: [1, 3] } }")
    #expect(entry.text == "by_name" && entry.fallback == "newest")
    let set = try Sample.tree("").setting("directory.order", to: try #require(entry.given))
    #expect(read(Platform.self, from: set).drawn == reading.drawn)
  }

  @Test func `new values of a choice do not keep the weights of others`() throws {
    func merged(_ over: String, _ base: String) throws -> String {
      Tree.merging(try Sample.tree(over), over: try Sample.tree(base)).flowText
    }
    let base = "a: { choice: { values: [1, 2], weights: [1, 3] } }"
    #expect(
      try merged("a: { choice: { values: [3, 4] } }", base)
        == "{ a: { choice: { values: [3, 4] } } }")
    #expect(
      try merged("a: { choice: { weights: [3, 4] } }", base)
        == "{ a: { choice: { values: [1, 2], weights: [3, 4] } } }")
    #expect(
      try merged("a: { beta: { a: 1, b: 2 } }", base) == "{ a: { beta: { a: 1, b: 2 } } }")
  }

  @Test func `the schema knows where a choice may stand`() throws {
    let schema = Reference(of: Platform.self).jsonSchema
    let object = try JSONSerialization.jsonObject(with: Data(schema.utf8))
    let root = try #require(object as? [String: Any])
    let definitions = try #require(root["$defs"] as? [String: Any])
    func takesChoice(_ value: Any?) -> Bool {
      let forms = (value as? [String: Any])?["anyOf"] as? [[String: Any]] ?? []
      return forms.contains { ($0["properties"] as? [String: Any])?["choice"] != nil }
    }
    for name in Unit.allCases.map(\.rawValue) + ["whole", "flag"] {
      #expect(takesChoice(definitions[name]), "\(name)")
    }
    for unit in Unit.allCases { #expect(!takesChoice(definitions[unit.rawValue + "_law"])) }
    let directory = (root["properties"] as? [String: Any])?["directory"] as? [String: Any]
    let rows = directory?["properties"] as? [String: Any]
    #expect(takesChoice(rows?["order"]))
  }

  @Test func `explain says what may be uncertain`() throws {
    let reference = Reference(of: Platform.self)
    let word = try reference.explain("directory.order")
    #expect(
      word.contains("\n  uncertain: { choice: { values: [newest, oldest], weights: [1, 3] } }"))
    #expect(try reference.explain("people.visits").contains("uncertain: each argument"))
    #expect(try !reference.explain("time.start").contains("uncertain"))
  }
}

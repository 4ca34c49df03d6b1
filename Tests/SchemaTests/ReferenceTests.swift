import Foundation
import Testing

@testable import Schema

struct ReferenceTests {
  private let reference = Reference(of: Platform.self)

  @Test func `the tables have no faults`() { #expect(reference.faults.isEmpty) }

  @Test func `faults in a table are found`() {
    struct Faulty: Configurable {
      var a = 5.0, b = 0.5
      static let name = "faulty", summary = "Wrong."
      static let parameters: [Parameter<Self>] = [
        Parameter("a", \.a, .factor, in: 0...1, "", .assumed("x")),
        Parameter("b", \.b, .factor, in: 0...1, evidence: 0...2, "B.", .assumed("")),
        Parameter("b", \.b, .factor, in: 0...1, "B.", .assumed("x")),
      ]
    }
    #expect(
      Reference(of: Faulty.self).faults == [
        "a: no meaning", "a: the default is outside the legal range", "b: no source",
        "b: the evidence is outside the legal range", "b: twice",
      ])
  }

  @Test func `a quantity that all runs share takes no distribution, in files and in the schema`()
    throws
  {
    struct Shared: Configurable {
      var window = 5.0, other = 5.0
      static let name = "shared", summary = "One for all, and one for each."
      static let parameters: [Parameter<Self>] = [
        Parameter("window", \.window, .duration, in: 0...9, shared: true, "A.", .assumed("x")),
        Parameter("other", \.other, .duration, in: 0...9, "B.", .assumed("x")),
      ]
    }
    let drawn = "{ uniform: { low: 1 h, high: 2 h } }"
    let faults = read(
      Shared.self, from: try Sample.tree("window: \(drawn)\nother: \(drawn)")
    ).problems
    #expect(faults.map(\.message) == ["window needs a duration, not a map"])
    #expect(read(Shared.self, from: try Sample.tree("window: 1 h")).problems.isEmpty)
    let schema = Reference(of: Shared.self).jsonSchema
    #expect(schema.components(separatedBy: "#/$defs/duration\"").count == 2)
  }

  @Test func `the catalogue has every path once`() {
    let paths = catalogue(of: Platform.self).map(\.path)
    #expect(paths.contains("rooms[].count"))
    #expect(paths.contains("pathways[].stages[].next"))
    #expect(paths.contains("moderation.coverage"))
    #expect(Set(paths).count == paths.count)
  }

  @Test func `a key is explained by pattern, path or name`() throws {
    let text = """
      people.minor_share
        Share under 18.
        type: share
        uncertain: a distribution, or { choice: { values: […], weights: […] } }
        default: 10 %
        range: 0 % to 90 %
        in studies: 5 % to 30 %
        source (cited): Smith 2020; share of accounts
      """
    #expect(try reference.explain("people.minor_share") == text)
    #expect(try reference.explain("minor_share") == text)
    #expect(try reference.entry("rooms.general.count").path == "rooms[].count")
    #expect(try reference.entry("rooms").path == "rooms[]")
    let near = #expect(throws: Problems.self) { try reference.entry("people.minor_shore") }
    #expect(near?.list.first?.help == "did you mean 'people.minor_share'?")
    let several = #expect(throws: Problems.self) { try reference.entry("share") }
    #expect(several?.list.first?.help == "rooms[].share, offenders[].share")
  }

  @Test func `the manual has a section for each table and a row for each key`() {
    let manual = reference.manual
    for name in ["scenario", "people", "room", "moderation", "stage"] {
      #expect(manual.contains("\n## \(name)\n") || manual.hasPrefix("## \(name)\n"))
    }
    #expect(
      manual.contains(
        "| `minor_share` | share | `10 %` | 0 % to 90 % | 5 % to 30 % | Share under 18. |"
          + " cited: Smith 2020; share of accounts |"))
    #expect(manual.contains("Stands at `rooms[]`."))
  }

  @Test func `the JSON Schema is JSON and holds every key`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(reference.jsonSchema.utf8))
    let root = try #require(object as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(Platform.parameters.map(\.name) + ["extends"]))
    let definitions = try #require(root["$defs"] as? [String: Any])
    for unit in Unit.allCases { #expect(definitions[unit.rawValue] != nil) }
  }

  @Test func `the schema's patterns accept what the reader accepts`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(reference.jsonSchema.utf8))
    let definitions = try #require((object as? [String: Any])?["$defs"] as? [String: Any])
    let examples = [
      Unit.duration: ["30 d", "1.5 min", "30", "5 hours"], .rate: ["3 /week", "3 per week", "3 h"],
      .share: ["12 %", "0.12", "few"], .age: ["18 y", "18"], .money: ["4 EUR", "4"],
      .moneyPerHour: ["4 EUR/h", "4 EUR"], .count: ["12", "1e6", "x"], .factor: ["-1.5", "1,5"],
    ]
    for unit in Unit.allCases {
      let choices = (definitions[unit.rawValue] as? [String: Any])?["anyOf"] as? [[String: Any]]
      let pattern = try #require(choices?.compactMap { $0["pattern"] as? String }.first)
      let expression = try Regex(pattern)
      for text in examples[unit] ?? [] {
        let accepted = (try? unit.parse(text)) != nil
        #expect((text.firstMatch(of: expression) != nil) == accepted, "\(unit) \(text)")
      }
    }
  }
}

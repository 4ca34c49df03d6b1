import Testing

@testable import Schema

struct ReadingTests {
  @Test func `the sample is read without a problem`() throws {
    let reading = read(Platform.self, from: try Sample.tree(Sample.whole))
    #expect(reading.problems.isEmpty)
    let value = reading.value
    #expect(value.name == "coco")
    #expect(value.time.start.description == "2022-01-01")
    #expect(value.time.warmUp == 240 && value.time.window == 168)
    #expect(value.people.count == 850_000)
    #expect(value.people.visits == .lognormal(median: 3.0 / 168, logSD: 0.8))
    #expect(value.rooms.map(\.name) == ["general", "age_suggestive"])
    #expect(value.rooms.map(\.share) == [0.6, 0.1])
    #expect(value.directory.lists == [.age, .gender, .area])
    #expect(value.directory.minorsListed)
    #expect(value.pathways.first?.seeks == AgeRange(0, 17))
    let stages = value.pathways.first?.stages ?? []
    #expect(stages.map(\.name) == ["contact", "private"])
    #expect(stages.first?.next.first?.quantity == .rate(perHour: 12))
    #expect(stages.last?.next.first?.quantity == .share(0.2))
    #expect(stages.last?.dwell == .lognormal(median: 168, logSD: 1.5))
  }

  @Test func `an uncertain number is its median or its keyed quantile`() throws {
    let tree = try Sample.tree("people: { minor_share: { uniform: { low: 10 %, high: 30 % } } }")
    let medians = read(Platform.self, from: tree)
    #expect(medians.value.people.minorShare == 0.2)
    let keyed = read(
      Platform.self, from: tree, draws: .keyed { $0 == "people.minor_share" ? 0.25 : 0.9 })
    #expect(keyed.value.people.minorShare == 0.15)
    #expect(
      keyed.drawn == [Drawn(path: "people.minor_share", value: 0.15, median: 0.2, unit: .share)])
  }

  @Test func `an argument of a law may itself be uncertain`() throws {
    let text = """
      people:
        visits:
          lognormal: { median: { uniform: { low: 1 /h, high: 3 /h } }, log_sd: 0.5 }
      """
    let reading = read(Platform.self, from: try Sample.tree(text))
    #expect(reading.problems.isEmpty)
    #expect(reading.value.people.visits == .lognormal(median: 2, logSD: 0.5))
    #expect(reading.drawn.map(\.path) == ["people.visits.median"])
  }

  @Test func `draws are cut to the legal range`() throws {
    let tree = try Sample.tree(
      "offenders: [{ name: a, share: { lognormal: { median: 10 %, log_sd: 2 } } }]")
    for quantile in [1e-300, 0.001, 0.5, 0.999, 1] {
      let reading = read(Platform.self, from: tree, draws: .keyed { _ in quantile })
      let share = try #require(reading.value.offenders.first?.share)
      #expect((0...0.2).contains(share))
      #expect(share == Number.rounded(share))
    }
  }

  @Test func `flattened rows stand in the section itself`() throws {
    let reading = read(
      Platform.self, from: try Sample.tree("moderation: { start: 30 d, cost: 25 EUR/h }"))
    #expect(reading.problems.isEmpty)
    #expect(reading.value.moderation.terms.start == 720)
    #expect(reading.value.moderation.terms.cost == 25)
  }

  @Test func `what is not written keeps its default`() throws {
    let reading = read(Platform.self, from: try Sample.tree("moderation:\nrooms:\n"))
    #expect(reading.problems.isEmpty)
    #expect(reading.value.moderation.hours == 24)
    #expect(reading.value.rooms.isEmpty)
  }

  @Test func `a whole number that is drawn is noted as it is used`() throws {
    struct Counted: Configurable {
      var people = 10.0
      static let name = "counted", summary = "Counted."
      static let parameters: [Parameter<Self>] = [
        Parameter("people", \.people, whole: 1...100, "How many.", .assumed("x"))
      ]
    }
    let law = try Sample.tree("people: { uniform: { low: 1, high: 20 } }")
    let drawn = read(Counted.self, from: law, draws: .keyed { _ in 0.3 })
    #expect(drawn.value.people == 7)
    #expect(drawn.drawn == [Drawn(path: "people", value: 7, median: 11, unit: .count)])
    let part = read(Counted.self, from: try Sample.tree("people: 10.99"))
    #expect(part.problems.map(\.code) == [.notAWholeNumber])
    #expect(part.entries.first?.fallback == "10")
  }

  @Test func `a blank value over another is refused, a blank section changes nothing`() throws {
    func faults(_ over: String) throws -> [String] {
      let tree = try Sample.tree(over).merging(over: try Sample.tree(Sample.whole))
      return read(Platform.self, from: tree).problems.map { "\($0.place?.line ?? 0) \($0.message)" }
    }
    #expect(try faults("people:\n  count:\n") == ["2 count has no value"])
    #expect(try faults("people:\n  minor_share:\n") == ["2 minor_share has no value"])
    #expect(try faults("directory: { lists: }") == ["1 lists has no value"])
    #expect(
      try faults("pathways: [{ name: solicitation, stages: [{ name: contact, next: }] }]")
        == ["1 next has no value"])
    #expect(try faults("people:\nrooms:\ntime:\n").isEmpty)
    let tree = try Sample.tree("people:\n").merging(over: try Sample.tree(Sample.whole))
    #expect(read(Platform.self, from: tree).value.people.count == 850_000)
  }

  @Test func `a day that may be absent is unset by none`() throws {
    struct Dated: Configurable {
      var end: CivilDate?
      static let name = "dated", summary = "Dated."
      static let parameters: [Parameter<Self>] = [Parameter("end", \.end, "Last day.")]
    }
    let base = try Sample.tree("end: 2022-01-01")
    #expect(read(Dated.self, from: base).value.end != nil)
    let unset = read(Dated.self, from: try Sample.tree("end: none").merging(over: base))
    #expect(unset.problems.isEmpty && unset.value.end == nil)
    let blank = read(Dated.self, from: try Sample.tree("end:").merging(over: base))
    #expect(
      blank.problems.map(\.help) == [
        "write a date, none to unset it, or remove the key to keep what holds without it"
      ])
    #expect(try Reference(of: Dated.self).explain("end").contains("type: date or none"))
    #expect(Reference(of: Dated.self).jsonSchema.contains("|^none$"))
  }

  @Test func `entries say value, default, range, source and place`() throws {
    let reading = read(Platform.self, from: try Sample.tree(Sample.whole))
    let entries = reading.entries
    let count = try #require(entries.first { $0.path == "rooms.general.count" })
    #expect(count.text == "40" && count.fallback == "1" && count.low == 1 && count.high == 10_000)
    #expect(count.source == .assumed("one"))
    #expect(count.place?.description == "t.yaml:10:29")
    let window = try #require(entries.first { $0.path == "time.window" })
    #expect(window.text == "7 d" && window.number == 168 && window.unit == .duration)
    let share = try #require(entries.first { $0.path == "people.minor_share" })
    #expect(share.given == "{ beta: { a: 3, b: 22 } }")
    let start = try #require(entries.first { $0.path == "moderation.start" })
    #expect(start.place == nil && start.text == "0 h")
    #expect(entries.contains { $0.path == "pathways.solicitation.stages.private.dwell" })
    #expect(Set(entries.map(\.path)).count == entries.count)
  }

  @Test func `reading the resolved copy gives the same values`() throws {
    let tree = try Sample.tree(Sample.whole)
    let again = try Document.parse(text: tree.canonicalYAML, file: "t.yaml")
    let a = read(Platform.self, from: tree), b = read(Platform.self, from: again)
    #expect(a.entries.map(\.text) == b.entries.map(\.text))
    #expect(again.canonicalYAML == tree.canonicalYAML)
  }

  @Test func `raw trees are kept as they are`() throws {
    let reading = read(Platform.self, from: try Sample.tree("extras: { a: [1, no] }"))
    #expect(reading.value.extras?.flowText == "{ a: [1, no] }")
  }
}

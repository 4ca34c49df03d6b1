import Foundation
import Testing

@testable import Schema

/// What is still said of a file that is refused as it stands.
struct RecoveryTests {
  private func faults(_ files: [String: String]) -> [String] {
    let loader = Loader { path in
      guard let text = files[path] else { throw CocoaError(.fileNoSuchFile) }
      return Array(text.utf8)
    }
    let problems = read(Platform.self, from: loader.read("a")).problems
    return Problems(problems).sorted.map { problem in
      "\(problem.place?.description ?? "-") \(problem.message)"
    }
  }

  @Test func `behind duplicate keys the rest is read`() {
    let text = """
      time: { start: 2022-02-30 }
      people: { count: 0, count: 1 }
      time: { start: 2022-01-01, window: 3 }
      people: { minor_share: 120 % }
      """
    #expect(
      faults(["a": text]) == [
        "a:1:16 \"2022-02-30\" is not a date",
        "a:2:18 \"0\" is outside the range of count, 1 to 10000000",
        "a:2:21 duplicate key 'count'",
        "a:3:1 duplicate key 'time'",
        "a:3:36 \"3\" has no unit",
        "a:4:1 duplicate key 'people'",
        "a:4:24 \"120 %\" is outside the range of minor_share, 0 % to 90 %",
      ])
  }

  @Test func `of a duplicate key the first value counts`() throws {
    let text = "people: { count: 7, count: 8 }\ntitle: x\npeople: { count: 9, minor_share: 3 % }"
    let loaded = Loader { _ in Array(text.utf8) }.read("a")
    let value = read(Platform.self, from: loaded).value
    #expect(value.people.count == 7 && value.people.minorShare == 0.03 && value.title == "x")
    #expect(loaded.problems.map(\.code) == [.duplicateKey, .duplicateKey] && !loaded.hasGaps)
  }

  @Test func `duplicate keys are told beside what makes the text no YAML`() {
    #expect(
      faults(["a": "a: 1\na: 2\n---\nb: 1"]).last
        == "a:3:1 a file holds one document; here a second one starts")
  }

  @Test func `behind a missing file the own keys are read`() {
    let text = """
      schema_version: 2
      extends: nowhere
      moderation: { staff: 3, hours_per_day: 0 h }
      rooms: [{ name: x, cuont: 9 }]
      """
    #expect(
      faults(["a": text]) == [
        "a:1:17 \"2\" is outside the range of schema_version, 1 to 1",
        "a:2:10 there is no file 'nowhere'",
        "a:4:20 unknown key 'cuont' in rooms.x",
      ])
  }

  @Test func `nothing is missed that a missing file may hold`() {
    let text = """
      extends: nowhere
      people: { count: , visits: { lognormal: { median: 1 /d } } }
      offenders: [{ name: x, share: { beta: } }]
      """
    #expect(faults(["a": text]) == ["a:1:10 there is no file 'nowhere'"])
  }

  @Test func `problems of a broken base and of its own base are told together`() {
    let files = [
      "a": "extends: b\ntime: { window: 3 }", "b": "extends: c\nname: x\nname: y\nzz: 1",
      "c": "people: [",
    ]
    #expect(
      faults(files) == [
        "b:3:1 duplicate key 'name'", "b:4:1 unknown key 'zz' at the top",
        "c:1:10 not YAML: did not find expected node content", "a:2:17 \"3\" has no unit",
      ])
  }

  @Test func `behind marks the rest is read, and a refused value is refused once`() {
    let text = """
      people: &p { count: *many, minor_share: !!str lots, visits: { lognormal: { median: *m } } }
      time: { warm_up: 3 }
      rooms: [*room, { name: *n }]
      &t title: x
      moderation: *p
      extends: *base
      nme: *name
      """
    #expect(
      faults(["a": text]) == [
        "a:1:9 anchors are not read", "a:1:21 aliases are not read",
        "a:1:41 tags are not read", "a:1:41 \"lots\" is not a share",
        "a:1:84 aliases are not read", "a:2:18 \"3\" has no unit",
        "a:3:9 aliases are not read", "a:3:24 aliases are not read",
        "a:4:1 anchors are not read", "a:5:13 aliases are not read",
        "a:6:10 aliases are not read", "a:7:1 unknown key 'nme' at the top",
        "a:7:6 aliases are not read",
      ])
  }

  @Test func `behind a merge key the rest is read`() {
    let text = "people: { <<: *base, count: 0 }\ntime: { window: 3 }"
    #expect(
      faults(["a": text]) == [
        "a:1:11 merge keys are not read",
        "a:1:29 \"0\" is outside the range of count, 1 to 10000000",
        "a:2:17 \"3\" has no unit",
      ])
  }

  @Test func `loading asks for sound files`() {
    let loader = Loader { path in Array((path == "a" ? "extends: b\nx: 1\nx: 2" : "y: *z").utf8) }
    let error = #expect(throws: Problems.self) { try loader.load("a") }
    #expect(error?.list.map(\.code) == [.duplicateKey, .alias])
    #expect(error?.sources.count == 2)
  }
}

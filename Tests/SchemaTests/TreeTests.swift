import Foundation
import Testing

@testable import Schema

struct TreeTests {
  private func loader(_ files: [String: String]) -> Loader {
    Loader { path in
      guard let text = files[path] else { throw CocoaError(.fileNoSuchFile) }
      return Array(text.utf8)
    }
  }

  @Test func `a file holds only the differences from the one it extends`() throws {
    let top = """
      extends: ../b/base.yaml
      moderation: { staff: 12 }
      rooms: [{ name: x, count: 9 }, { name: z }]
      """
    let base = """
      name: base
      moderation: { hours_per_day: 8 h }
      rooms: [{ name: x, share: 10 % }, { name: y }]
      directory: { lists: [age, area] }
      """
    let loaded = try loader(["a/top.yaml": top, "a/../b/base.yaml": base]).load("a/top.yaml")
    #expect(loaded.files == ["a/top.yaml", "a/../b/base.yaml"])
    let value = read(Platform.self, from: loaded.tree).value
    #expect(value.moderation.staff == 12 && value.moderation.hours == 8)
    #expect(value.rooms.map(\.name) == ["x", "y", "z"])
    #expect(value.rooms.first?.count == 9 && value.rooms.first?.share == 0.1)
    #expect(loaded.tree["extends"] == nil)
    #expect(
      loaded.tree["moderation"]?["hours_per_day"]?.place.description == "a/../b/base.yaml:2:30")
  }

  @Test func `other lists, other families and scalars are replaced`() throws {
    func merged(_ over: String, _ base: String) throws -> String {
      Tree.merging(try Sample.tree(over), over: try Sample.tree(base)).flowText
    }
    #expect(try merged("a: [1]", "a: [2, 3]") == "{ a: [1] }")
    #expect(try merged("a: []", "a: [{ name: x }]") == "{ a: [] }")
    #expect(
      try merged("a: { beta: { a: 1, b: 2 } }", "a: { uniform: { low: 1, high: 2 } }")
        == "{ a: { beta: { a: 1, b: 2 } } }")
    #expect(
      try merged("a: { beta: { a: 9 } }", "a: { beta: { a: 1, b: 2 } }")
        == "{ a: { beta: { a: 9, b: 2 } } }")
    #expect(try merged("a: 3", "a: { b: 1 }") == "{ a: 3 }")
    #expect(try merged("a:", "a: { b: 1 }") == "{ a: { b: 1 } }")
  }

  @Test func `missing files, cycles and long chains are refused`() {
    func fault(_ files: [String: String]) -> String? {
      let error = #expect(throws: Problems.self) { try loader(files).load("a") }
      return error?.list.first.map {
        "\($0.place?.description ?? "-") \($0.code.rawValue): \($0.message)"
      }
    }
    #expect(fault([:]) == "- missing_file: there is no file 'a'")
    #expect(fault(["a": "extends: b"]) == "a:1:10 missing_file: there is no file 'b'")
    #expect(
      fault(["a": "extends: b", "b": "extends: ./a"])
        == "b:1:10 extends_cycle: './a' extends itself")
    #expect(fault(["a": "extends: [b]"]) == "a:1:1 wrong_type: extends needs the name of one file")
    var chain = ["a": "extends: f0"]
    for index in 0..<20 { chain["f\(index)"] = "extends: f\(index + 1)" }
    #expect(fault(chain) == "f14:1:10 extends_cycle: more than 16 files extend each other")
    #expect(
      fault(["a": "extends: b", "b": "- c"])
        == "b:1:1 wrong_type: the file needs keys with values, not a list")
  }

  @Test func `files are read from disk, folders are not`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = folder.appendingPathComponent("base.yaml").path
    try "name: base\n".write(toFile: base, atomically: true, encoding: .utf8)
    let top = folder.appendingPathComponent("top.yaml").path
    try "extends: \(base)\ntitle: x\n".write(toFile: top, atomically: true, encoding: .utf8)
    let loaded = try Loader().load(top)
    #expect(loaded.files == [top, base])
    #expect(loaded.tree["name"]?.text == "base" && loaded.sources[base] == "name: base\n")
    let error = #expect(throws: Problems.self) { try Loader().load(folder.path) }
    #expect(error?.list.map(\.message) == ["'\(folder.path)' is not a file"])
    let missing = #expect(throws: Problems.self) { try Loader().load(top + "x") }
    #expect(missing?.list.map(\.code) == [.missingFile])
  }

  @Test func `set goes through maps by key and lists by name`() throws {
    let tree = try Sample.tree(Sample.whole)
      .setting("offenders.solicitor.share", to: "{ beta: { a: 2, b: 30 } }")
      .setting("moderation.staff", to: "12")
      .setting("people.minor_share", to: "20 %")
      .setting("time.start", to: "2023-01-01")
    let reading = read(Platform.self, from: tree)
    #expect(reading.problems.isEmpty)
    #expect(reading.value.moderation.staff == 12)
    #expect(reading.value.people.minorShare == 0.2)
    #expect(reading.drawn.contains { $0.path == "offenders.solicitor.share" })
    #expect(tree["moderation"]?["staff"]?.place.file == "--set")
    let added = try Sample.tree("").setting("moderation.staff", to: "3")
    #expect(read(Platform.self, from: added).value.moderation.staff == 3)
  }

  @Test func `what is set merges as an extending file does`() throws {
    let tree = try Sample.tree("m: { a: 1, b: 2 }\nl: [{ name: x, k: 1 }, { name: y, k: 2 }]")
    let over = [("m", "{ b: 3 }"), ("l", "[{ name: y, k: 4 }]"), ("l.x", "{ j: 5 }")]
    var set = tree
    for (key, value) in over { set = try set.setting(key, to: value) }
    #expect(
      set.flowText
        == "{ m: { a: 1, b: 3 }, l: [{ name: x, k: 1, j: 5 }, { name: y, k: 4 }] }")
    #expect(try tree.setting("l", to: "[]").flowText == "{ m: { a: 1, b: 2 }, l: [] }")
    #expect(try tree.setting("n.o", to: "{ p: 1 }")["n"]?.flowText == "{ o: { p: 1 } }")
  }

  @Test func `a file that says nothing is refused wherever it stands`() {
    for text in ["", "# only\n", "---", "{}"] {
      let alone = #expect(throws: Problems.self) { try loader(["a": text]).load("a") }
      #expect(alone?.list.map(\.code) == [.emptyFile])
      let below = #expect(throws: Problems.self) {
        try loader(["a": "extends: b\nx: 1", "b": text]).load("a")
      }
      #expect(below?.list.map { $0.place?.description } == ["b:1:1"])
    }
  }

  @Test func `set refuses what is no key, item or value`() throws {
    let tree = try Sample.tree(Sample.whole)
    func fault(_ key: String, _ value: String) -> String? {
      let error = #expect(throws: Problems.self) { try tree.setting(key, to: value) }
      return error?.list.first.map { $0.message + ($0.help.map { "; " + $0 } ?? "") }
    }
    #expect(
      fault("rooms.genral.count", "3") == "the list has no item 'genral'; did you mean 'general'?")
    #expect(
      fault("a..b", "3")
        == "\"a..b\" is not a key; write names with dots between, such as moderation.staff")
    #expect(
      fault("a", "1, 2") == "\"1, 2\" is more than one value; write a list in brackets: [a, b]")
    #expect(fault("a", "[1") != nil)
    #expect(fault("a", "1]\nb: 2") != nil)
  }

  @Test func `canonical text is block YAML that reads back the same`() throws {
    let text = """
      b: [x, { name: y, k: [] }]
      a: { c: '- no', d: "é\\n", e: , f: {} }
      g:
        - - 1
          - 2
      """
    let tree = try Sample.tree(text)
    #expect(
      tree.canonicalYAML
        == """
        b:
          - x
          - name: y
            k: []
        a:
          c: "- no"
          d: "é\\n"
          e:
          f: {}
        g:
          -
            - 1
            - 2

        """.replacing("  -\n    - 1", with: "  - - 1"))
    let again = try Sample.tree(tree.canonicalYAML)
    #expect(again.flowText == tree.flowText)
  }
}

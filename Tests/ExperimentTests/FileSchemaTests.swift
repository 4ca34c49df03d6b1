import Experiment
import Foundation
import Schema
import Testing

/// The two JSON Schemas against the shipped files, by as much of a validator as they need.
@Suite struct FileSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")

  private static func schema(_ kind: FileSchema) throws -> Checker {
    let object = try JSONSerialization.jsonObject(with: Data(kind.text.utf8))
    return Checker(root: try #require(object as? [String: Any]))
  }

  private static func faults(_ text: String, _ kind: FileSchema) throws -> [String] {
    let tree = try Document.parse(text: text, file: "f")
    let checker = try schema(kind)
    return checker.faults(Checker.json(tree), checker.root, at: "")
  }

  @Test func `every shipped scenario and study is valid by its own schema`() throws {
    let below = FileManager.default.enumerator(atPath: Self.folder.path)?.allObjects ?? []
    let files = below.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    var kinds: Set<FileSchema> = []
    for name in files {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      let kind: FileSchema = text.contains("\nbaseline:") ? .study : .scenario
      kinds.insert(kind)
      #expect(try Self.faults(text, kind) == [], "\(name)")
      let other: FileSchema = kind == .study ? .scenario : .study
      #expect(try Self.faults(text, other) != [], "\(name)")
    }
    #expect(kinds.count == 2)
  }

  @Test(arguments: [
    ("people: { count: many }", FileSchema.scenario), ("nme: 3", .scenario),
    ("registration: { method: fax }", .scenario), ("time: { start: none }", .scenario),
    ("directory: { minors_listed: { choice: { value: [yes] } } }", .scenario),
    ("people: { visits: { choice: { values: [1 /d] } } }", .scenario),
    ("baseline: a.yaml", .study), ("baseline: a.yaml\nalternatives: []", .study),
    ("baseline: a.yaml\nalternatives: [{ name: b, set: { nme: 3 } }]", .study),
    ("baseline: a.yaml\nalternatives: [{ set: {} }]", .study),
    ("baseline: a.yaml\nalternatives: [b.yaml]\nprecision: 5 %", .study),
    ("baseline: a.yaml\nalternatives: [b.yaml]\noutcomes: [contact]", .study),
  ])
  func `an editor marks what check would refuse`(text: String, kind: FileSchema) throws {
    #expect(try Self.faults(text, kind) != [])
  }

  @Test(arguments: [
    (
      "extends: a.yaml\nregistration: { method: email, from: 2022-03-01, end: none }",
      FileSchema.scenario
    ),
    ("registration: { changes: [{ from: 2022-03-01, method: email }] }", .scenario),
    (
      "registration: { method: { choice: { values: [phone, email], weights: [1, 3] } } }", .scenario
    ),
    ("people: { minor_share: { choice: { values: [10 %, 0.2] } } }", .scenario),
    ("people: { count: 200 }\nrooms:\nmoderation:", .scenario),
    (
      "baseline: a.yaml\noutcomes: unwanted_contacts\n"
        + "alternatives: [b.yaml, { name: c, extends: d.yaml, set: { messages: each } }]", .study
    ),
    ("baseline: a.yaml\ncalibrate: { targets: b.csv }", .study),
  ])
  func `an editor accepts what check accepts`(text: String, kind: FileSchema) throws {
    #expect(try Self.faults(text, kind) == [])
  }
}

/// Values against JSON Schema, as far as the project's schemas go.
private struct Checker {
  let root: [String: Any]

  /// What a YAML reader makes of a tree.
  static func json(_ tree: Tree) -> Any {
    switch tree {
    case .list(let list): return list.items.map(json)
    case .map(let map):
      return Dictionary(uniqueKeysWithValues: map.entries.map { ($0.key.text, json($0.value)) })
    case .scalar(let scalar):
      if scalar.quoted { return scalar.text }
      if scalar.text.isEmpty { return NSNull() }
      if ["true", "false"].contains(scalar.text) { return scalar.text == "true" }
      return Number.parse(scalar.text) ?? scalar.text
    }
  }

  func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return definition.map { faults(value, $0, at: path) } ?? ["no definition \(name)"]
    }
    if let forms = schema["anyOf"] as? [[String: Any]] {
      let found = forms.map { faults(value, $0, at: path) }
      if !found.contains([]) { return ["\(path): no form fits"] }
    }
    var found: [String] = []
    if let allowed = schema["enum"] as? [AnyHashable] {
      let isOne = (value as? AnyHashable).map { allowed.contains($0) } ?? false
      if !isOne { found.append("\(path): not one of the words") }
    }
    if let type = schema["type"] {
      let types = type as? [String] ?? [type as? String ?? ""]
      if !types.contains(where: { Self.isType(value, $0) }) { return found + ["\(path): type"] }
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): pattern")
    }
    if let least = schema["minimum"] as? Double, let number = value as? Double, number < least {
      found.append("\(path): minimum")
    }
    return found + items(value, schema, at: path) + members(value, schema, at: path)
  }

  private func items(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    guard let list = value as? [Any] else { return [] }
    var found: [String] = []
    if let least = schema["minItems"] as? Int, list.count < least { found.append("\(path): few") }
    if let most = schema["maxItems"] as? Int, list.count > most { found.append("\(path): many") }
    guard let form = schema["items"] as? [String: Any] else { return found }
    return found + list.flatMap { faults($0, form, at: path + "[]") }
  }

  private func members(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    guard let map = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found: [String] = []
    for name in schema["required"] as? [String] ?? [] where map[name] == nil {
      found.append("\(path): without \(name)")
    }
    for (name, member) in map {
      let own = path + "." + name
      if let form = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
        found += faults(member, form, at: own)
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(own): unknown")
      }
    }
    return found
  }

  private static func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": value is Bool
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    case "number": value is Double
    default: false
    }
  }
}

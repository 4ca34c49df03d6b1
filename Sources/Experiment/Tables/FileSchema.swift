import Schema
import Simulation

/// The kinds of files that people write, each with the JSON Schema by which editors complete it.
public enum FileSchema: String, CaseIterable, Sendable {
  /// One platform under one policy.
  case scenario
  /// A baseline and its alternatives.
  case study

  /// What the schema's own file is called, beside the files that it describes.
  public var file: String {
    switch self {
    case .scenario: "vigie.schema.json"
    case .study: "vigie-study.schema.json"
    }
  }

  /// The schema.
  public var text: String {
    switch self {
    case .scenario: Reference(of: Scenario.self).jsonSchema
    case .study:
      Reference(of: StudyFile.self).jsonSchema(
        adding: [("alternatives", Self.alternatives), ("outcomes", Self.outcomes)],
        required: ["baseline"], either: ["alternatives", "sweep", "calibrate"])
    }
  }

  private typealias Value = Reference.Value

  /// A list of files, or of names with what differs.
  private static var alternatives: Value {
    let text: Value = .object([("type", .text("string"))])
    let differing = Value.object([
      ("type", .text("object")),
      (
        "properties",
        .object([
          ("name", .object([("type", .array([.text("string"), .text("number")]))])),
          ("title", text), ("extends", text), ("against", text),
          ("set", Reference(of: Scenario.self).form),
        ])
      ),
      ("required", .array([.text("name")])), ("additionalProperties", .flag(false)),
    ])
    return .object([
      ("description", .text(meaning(of: "alternatives"))), ("type", .text("array")),
      ("minItems", .whole(1)), ("items", .object([("anyOf", .array([text, differing]))])),
    ])
  }

  /// One name of an outcome, or a list of them.
  private static var outcomes: Value {
    let one = Value.object([("enum", .array(Outcomes.columns.map { .text($0.name) }))])
    let list = Value.object([("type", .text("array")), ("items", one)])
    return .object([
      ("description", .text(meaning(of: "outcomes"))), ("anyOf", .array([one, list])),
    ])
  }

  private static func meaning(of key: String) -> String {
    StudyFile.parameters.first { $0.name == key }?.facts.meaning ?? ""
  }
}

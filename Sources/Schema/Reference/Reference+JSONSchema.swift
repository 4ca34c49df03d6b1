extension Reference {
  /// The JSON Schema (draft 2020-12) that lets an editor complete and check scenario files.
  ///
  /// Quantities are patterns of text; ranges are in the descriptions, since units hide them from
  /// JSON Schema.
  public var jsonSchema: String {
    let meaning = "The file whose values this one changes, relative to this file."
    return jsonSchema(
      adding: [
        ("extends", .object([("description", .text(meaning)), ("type", .text("string"))]))
      ], required: [])
  }

  /// The JSON Schema of files that aren't all in the tables.
  ///
  /// - Parameters:
  ///   - others: Keys that no table has, or whose form no table knows; they replace the tables'.
  ///   - required: Keys without which a file is nothing.
  ///   - either: Keys of which it needs at least one.
  package func jsonSchema(
    adding others: [(String, Value)], required: [String], either: [String] = []
  ) -> String {
    let own = Self.properties(of: root, depth: 0).filter { row in
      !others.contains { $0.0 == row.0 }
    }
    var fields: [(String, Value)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(root.name)),
    ]
    fields += Self.object(root, own + others)
    if !required.isEmpty { fields.append(("required", .array(required.map { .text($0) }))) }
    if !either.isEmpty {
      let forms = either.map { Value.object([("required", .array([.text($0)]))]) }
      fields.append(("anyOf", .array(forms)))
    }
    return Value.object(fields + [("$defs", Self.definitions)]).text(indent: "") + "\n"
  }

  /// The form of the root inside another file, whose schema holds the same definitions.
  package var form: Value { Self.schema(of: root, depth: 0) }

  /// As much JSON as the schema needs.
  package indirect enum Value {
    case text(String), flag(Bool), whole(Int)
    case array([Value])
    case object([(String, Value)])

    func text(indent: String) -> String {
      let deeper = indent + "  "
      switch self {
      case .text(let text): return JSON.quoted(text)
      case .flag(let flag): return flag ? "true" : "false"
      case .whole(let whole): return String(whole)
      case .array(let items):
        return "[" + items.map { $0.text(indent: deeper) }.joined(separator: ", ") + "]"
      case .object(let fields):
        if fields.isEmpty { return "{}" }
        let lines = fields.map { deeper + JSON.quoted($0.0) + ": " + $0.1.text(indent: deeper) }
        return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
      }
    }
  }

  private static func schema(of section: Section, depth: Int) -> Value {
    guard depth < Catalogue.depthLimit else { return .object([("type", .text("object"))]) }
    return .object(object(section, properties(of: section, depth: depth)))
  }

  private static func object(
    _ section: Section, _ properties: [(String, Value)]
  ) -> [(String, Value)] {
    [
      ("description", .text(section.summary)), ("type", types("object", "null")),
      ("properties", .object(properties)), ("additionalProperties", .flag(false)),
    ]
  }

  private static func properties(of section: Section, depth: Int) -> [(String, Value)] {
    let rows = section.rows()
    var properties = rows.map { ($0.facts.name, schema(of: $0, depth: depth)) }
    if rows.contains(where: { $0.facts.name == Tree.changesKey }) {
      let facts = Facts(
        name: Tree.fromKey, kind: .date,
        meaning: "The day on which what is written beside it changes.")
      properties.append(
        (Tree.fromKey, .object([("description", .text(facts.meaning))] + constraint(facts))))
    }
    return properties
  }

  private static func schema(of row: Section.Row, depth: Int) -> Value {
    let description: (String, Value) = ("description", .text(describe(row)))
    switch row.facts.kind {
    case .section(let section):
      guard case .object(let fields) = schema(of: section, depth: depth + 1) else { break }
      return .object([description] + fields.dropFirst())
    case .list(let section):
      guard case .object(let fields) = schema(of: section, depth: depth + 1) else { break }
      let item = Value.object(fields + [("required", .array([.text("name")]))])
      return .object([description, ("type", types("array", "null")), ("items", item)])
    default: break
    }
    if row.facts.isShared, let unit = row.facts.unit {
      return .object([description] + plain(of: unit))
    }
    return .object([description] + constraint(row.facts))
  }

  private static func describe(_ row: Section.Row) -> String {
    var text = row.facts.meaning
    if let unit = row.facts.unit, let range = row.facts.range {
      text += " Range: \(unit.text(range))."
    }
    if !row.fallback.isEmpty { text += " Default: \(row.fallback)." }
    if let source = row.facts.source { text += " Source (\(source.kind)): \(source.text)." }
    return text
  }

  private static func constraint(_ facts: Facts) -> [(String, Value)] {
    switch facts.kind {
    case .number(let unit): [reference(unit.rawValue)]
    case .law(let unit): [reference(unit.rawValue + "_law")]
    case .whole: [reference("whole")]
    case .flag: [reference("flag")]
    case .choice(let words): [orChoice([oneOf(words)])]
    case .names(let words):
      [
        ("type", .text("array")), ("uniqueItems", .flag(true)), ("items", oneOf(words)),
      ]
    case .text: [("type", types("string", "number", "boolean"))]
    case .date:
      [
        ("type", .text("string")),
        (
          "pattern",
          .text("^\\d{4}-\\d{2}-\\d{2}$" + (facts.isOptional ? "|^\(Facts.absent)$" : ""))
        ),
      ]
    case .ages:
      [("type", .text("string")), ("pattern", .text("^\\d+ ?y( *\\.\\. *\\d+ ?y)?$"))]
    case .branches:
      [
        ("type", .text("object")),
        (
          "additionalProperties",
          .object([
            ("anyOf", .array([.object([reference("rate")]), .object([reference("share")])]))
          ])
        ),
      ]
    case .section, .list, .tree: []
    }
  }

  private static func reference(_ name: String) -> (String, Value) {
    ("$ref", .text("#/$defs/" + name))
  }

  private static func types(_ names: String...) -> Value { .array(names.map { .text($0) }) }

  private static func oneOf(_ words: [String]) -> Value {
    .object([("enum", .array(words.map { .text($0) }))])
  }

  /// Definitions of each family of units: one value drawn once, and a law over many.
  private static var definitions: Value {
    var fields: [(String, Value)] = []
    for unit in Unit.allCases {
      let plain = plain(unit)
      fields.append((unit.rawValue, .object([orChoice(plain, law)])))
      fields.append((unit.rawValue + "_law", .object([("anyOf", .array(plain + [law]))])))
    }
    let flags: [Value] = [.flag(true), .flag(false), .text("yes"), .text("no")]
    fields.append(
      ("whole", .object([orChoice([.object([("type", .text("integer"))])], law)])))
    fields.append(("flag", .object([orChoice([.object([("enum", .array(flags))])])])))
    fields.append(("distribution", distribution))
    return .object(fields)
  }

  private static var law: Value { .object([reference("distribution")]) }

  /// One of some forms, or a choice between values of the first of them.
  private static func orChoice(_ plain: [Value], _ others: Value...) -> (String, Value) {
    let values = list(
      of: plain.count == 1 ? plain[0] : .object([("anyOf", .array(plain))]), from: 1)
    let weight: [(String, Value)] = [("type", .text("number")), ("minimum", .whole(0))]
    let arguments = Value.object([
      ("type", .text("object")),
      (
        "properties",
        .object([("values", values), ("weights", list(of: .object(weight), from: 1))])
      ),
      ("required", .array([.text("values")])), ("additionalProperties", .flag(false)),
    ])
    let choice = Value.object([
      ("type", .text("object")), ("properties", .object([(Reader.choiceKey, arguments)])),
      ("required", .array([.text(Reader.choiceKey)])), ("additionalProperties", .flag(false)),
    ])
    return ("anyOf", .array(plain + others + [choice]))
  }

  private static func list(of items: Value, from least: Int) -> Value {
    .object([
      ("type", .text("array")), ("minItems", .whole(least)),
      ("maxItems", .whole(Reader.mostValues)), ("items", items),
    ])
  }

  /// A quantity that may not be a distribution.
  private static func plain(of unit: Unit) -> [(String, Value)] {
    [("anyOf", .array(plain(unit)))]
  }

  /// The forms of one plain value of a family.
  private static func plain(_ unit: Unit) -> [Value] {
    let words = unit.scales.map(\.word).filter { !$0.isEmpty }
    let bare = unit.scales.contains { $0.word.isEmpty }
    let per = unit == .rate ? "|per (s|min|h|d|week|month|y)" : ""
    let suffix = "( *(" + words.joined(separator: "|") + per + "))" + (bare ? "?" : "")
    let number = "^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"
    let text = Value.object([
      ("type", .text("string")),
      ("pattern", .text(number + (words.isEmpty ? "" : suffix) + "$")),
    ])
    return (bare ? [Value.object([("type", .text("number"))])] : []) + [text]
  }

  private static var distribution: Value {
    let families = Law.Family.allCases.map { family in
      let names = family.arguments.map(\.name)
      return (
        family.name,
        Value.object([
          ("type", .text("object")),
          ("properties", .object(names.map { ($0, .object([])) })),
          ("required", .array(names.map { .text($0) })), ("additionalProperties", .flag(false)),
        ])
      )
    }
    return .object([
      ("type", .text("object")), ("minProperties", .whole(1)), ("maxProperties", .whole(1)),
      ("properties", .object(families)), ("additionalProperties", .flag(false)),
    ])
  }
}

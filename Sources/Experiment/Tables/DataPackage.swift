import Foundation

/// datapackage.json: what the tables hold, with their hashes and where they come from.
///
/// Written last: a study is finished when this file is there and its hashes are right.
///
/// - SeeAlso: Frictionless Data Package v1, Tabular Data Package, Table Schema.
public struct DataPackage: Sendable {
  /// The file's name in the study's folder.
  public static let file = "datapackage.json"

  /// The plan that the tables come from.
  public let plan: Plan
  /// The command that made them, without folders of this machine.
  public let command: String
  /// Coverage of all intervals.
  public let level: Double
  /// Whether differences hold for all scenarios at once.
  public let simultaneous: Bool
  /// Names of scenarios whose runs are all the reference's.
  public let idle: [String]
  /// What else is said of where the tables come from.
  let facts: [JSON.Member]

  /// Makes a description of a study's tables.
  public init(
    plan: Plan, command: String, level: Double, simultaneous: Bool, idle: [String] = [],
    facts: [JSON.Member] = []
  ) {
    self.plan = plan
    self.command = command
    self.level = level
    self.simultaneous = simultaneous
    self.idle = idle
    self.facts = facts
  }

  /// The command line with every folder cut off, and quotes where a shell needs them.
  public static func command(_ arguments: [String]) -> String {
    let words = arguments.map { argument in
      // A path may stand alone, or after the equals sign of a flag.
      let pieces = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let short = pieces.map { piece in
        piece.hasPrefix("/") ? String(piece.split(separator: "/").last ?? "") : String(piece)
      }
      return short.joined(separator: "=")
    }
    return Shell.line(words)
  }

  /// The whole file.
  ///
  /// - Parameters:
  ///   - tables: In the order of the file, each with the seal of its bytes as written.
  ///   - study: Bytes of study.yaml.
  func text(_ tables: [(table: Table, seal: Seal)], study: String) -> String {
    let open = JSON.object([
      .init("profile", .string("tabular-data-package")),
      .init("name", .string(DataPackage.identifier(plan.study))),
      .init("title", .string(plan.study)),
      .init(
        "description",
        .string("Results of a simulation: they follow from the model's assumptions.")),
      .init(
        "resources",
        .array(tables.map { resource($0.table, $0.seal) })),
      .init("provenance", provenance(study)),
    ]).text
    return DataPackage.sealed(open, by: SHA256.hex(open))
  }

  /// Whether a file is as it was written, by the hash that it holds itself.
  static func isWhole(_ bytes: [UInt8], hash: String) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let open = text.replacing(member(hash), with: member(unsealed))
    return SHA256.hex(open) == hash && Array(sealed(open, by: hash).utf8) == bytes
  }

  /// What stands for the file's own hash while it is computed.
  private static let unsealed = String(repeating: "0", count: 64)

  private static func member(_ hash: String) -> String { "\"package_sha256\": \"\(hash)\"" }

  private static func sealed(_ text: String, by hash: String) -> String {
    text.replacing(member(unsealed), with: member(hash))
  }

  private func provenance(_ study: String) -> JSON {
    .object(
      [
        .init("model_version", .string(plan.modelVersion)),
        .init("command", .string(command)),
        .init("seed", .count(plan.seed)),
        .init("draws", .count(UInt64(clamping: plan.draws))),
        .init("replicates", .count(UInt64(clamping: plan.replicates))),
        .init("plan_sha256", .string(plan.digest)),
        .init("ci_level", .string(CSV.shortest(level))),
        .init("simultaneous", .flag(simultaneous)),
        .init("act_on_nothing", .array(idle.map { .string($0) })),
      ] + facts + [
        .init(
          "resolved_study", .object([.init("path", .string("study.yaml"))] + seal(Seal(study)))),
        .init("package_sha256", .string(DataPackage.unsealed)),
      ])
  }

  private func seal(_ seal: Seal) -> [JSON.Member] {
    [.init("bytes", .count(seal.bytes)), .init("hash", .string("sha256:" + seal.hash))]
  }

  private func resource(_ table: Table, _ seal: Seal) -> JSON {
    .object(
      [
        .init("profile", .string("tabular-data-resource")),
        .init("name", .string(table.name)),
        .init("path", .string(table.file)),
        .init("description", .string(table.description)),
        .init("format", .string("csv")),
        .init("mediatype", .string("text/csv")),
        .init("encoding", .string("utf-8")),
        .init("dialect", dialect),
      ] + self.seal(seal) + [.init("schema", schema(table))])
  }

  private var dialect: JSON {
    .object([
      .init("delimiter", .string(",")), .init("lineTerminator", .string("\n")),
      .init("quoteChar", .string("\"")), .init("doubleQuote", .flag(true)),
      .init("header", .flag(true)),
    ])
  }

  private func schema(_ table: Table) -> JSON {
    var members: [JSON.Member] = [
      .init("fields", .array(table.fields.map(field))),
      .init("missingValues", .array([.string("")])),
    ]
    if !table.key.isEmpty {
      members.append(.init("primaryKey", .array(table.key.map(JSON.string))))
    }
    if !table.links.isEmpty { members.append(.init("foreignKeys", .array(table.links.map(link)))) }
    return .object(members)
  }

  private func link(_ link: Table.Link) -> JSON {
    let there: [JSON.Member] = [
      .init("resource", .string(link.table)), .init("fields", .string(link.field)),
    ]
    return .object([
      .init("fields", .string(link.field)), .init("reference", .object(there)),
    ])
  }

  private func field(_ field: Field) -> JSON {
    var members: [JSON.Member] = [
      .init("name", .string(field.name)), .init("type", .string(field.kind.rawValue)),
    ]
    if !field.unit.isEmpty { members.append(.init("unit", .string(field.unit))) }
    members.append(.init("description", .string(field.description)))
    var constraints: [JSON.Member] = []
    if field.required { constraints.append(.init("required", .flag(true))) }
    if field.unique { constraints.append(.init("unique", .flag(true))) }
    if let minimum = field.minimum {
      constraints.append(.init("minimum", .count(UInt64(clamping: minimum))))
    }
    if !field.allowed.isEmpty {
      constraints.append(.init("enum", .array(field.allowed.map(JSON.string))))
    }
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }

  /// Lower-case letters, digits, `-`, `_` and `.` only, as the standard wants it.
  private static func identifier(_ name: String) -> String {
    let bytes = name.lowercased().unicodeScalars.map { scalar in
      let plain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "-_.".contains(Character(scalar)))
      return plain || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    return bytes.isEmpty ? "study" : String(bytes)
  }
}

/// Size and hash of a file.
struct Seal: Equatable {
  let bytes: UInt64
  /// SHA-256 in hexadecimal digits.
  let hash: String

  init(bytes: UInt64, hash: String) { (self.bytes, self.hash) = (bytes, hash) }

  /// The seal of a text's UTF-8 bytes.
  init(_ text: String) { self.init(bytes: UInt64(text.utf8.count), hash: SHA256.hex(text)) }
}

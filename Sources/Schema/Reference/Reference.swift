/// The pages made from a root's tables: manual, explanations, JSON Schema.
public struct Reference: Sendable {
  let root: Section

  /// The reference of a root.
  public init<Root: Configurable>(of type: Root.Type) { root = Section(of: type) }

  /// Every parameter; see ``catalogue(of:)``.
  public var catalogue: [CatalogueEntry] { Catalogue.entries(of: root) }

  /// What is wrong with the tables themselves: a test expects none.
  ///
  /// Names that are empty or repeated, meanings that are missing, defaults or evidence outside the
  /// legal range, quantities without a source, list items without a `name`.
  public var faults: [String] {
    var faults: [String] = [], seen: Set<String> = []
    for entry in catalogue {
      let facts = entry.facts
      if !Reader.isName(facts.name) { faults.append("\(entry.path): not a name") }
      if !seen.insert(entry.path).inserted { faults.append("\(entry.path): twice") }
      if facts.meaning.isEmpty { faults.append("\(entry.path): no meaning") }
      if facts.unit != nil, facts.source?.text.isEmpty ?? true {
        faults.append("\(entry.path): no source")
      }
      if let range = facts.range {
        if let number = entry.number, !range.contains(number) {
          faults.append("\(entry.path): the default is outside the legal range")
        }
        if let evidence = facts.evidence,
          !range.contains(evidence.lowerBound) || !range.contains(evidence.upperBound)
        {
          faults.append("\(entry.path): the evidence is outside the legal range")
        }
      }
      if case .list(let section) = facts.kind,
        !section.rows().contains(where: { $0.facts.name == "name" })
      {
        faults.append("\(entry.path): its items have no name")
      }
    }
    return faults
  }

  /// One parameter by its path, by the path of a value of it, or by its name alone.
  ///
  /// `rooms[].count`, `rooms.general.count` and, if no other parameter ends so, `count`.
  ///
  /// - Throws: ``Problems`` with the nearest name, or with all the paths that a name may mean.
  public func entry(_ key: String) throws(Problems) -> CatalogueEntry {
    let catalogue = catalogue
    if let exact = catalogue.first(where: { $0.path == key || Self.matches($0.path, key) }) {
      return exact
    }
    let ending = catalogue.filter {
      $0.path.hasSuffix("." + key) || $0.path.hasSuffix("." + key + "[]")
    }
    if ending.count == 1, let only = ending.first { return only }
    if ending.count > 1 {
      throw Problems([
        Problem(
          .unknownKey, "several parameters are called '\(key)'", at: nil,
          help: ending.prefix(12).map(\.path).joined(separator: ", "))
      ])
    }
    let near =
      Names.nearest(to: key, among: catalogue.map(\.path))
      ?? Names.nearest(to: key, among: catalogue.map(\.facts.name))
    throw Problems([
      Problem(
        .unknownKey, "there is no parameter '\(Unit.shortened(key))'", at: nil,
        help: near.map { "did you mean '\($0)'?" })
    ])
  }

  /// One parameter in full, as text of several lines: what `explain KEY` prints.
  ///
  /// - Throws: As ``entry(_:)``.
  public func explain(_ key: String) throws(Problems) -> String {
    let entry = try entry(key), facts = entry.facts
    var lines = [entry.path, "  " + facts.meaning]
    lines.append("  type: " + facts.type)
    if let uncertain = facts.kind.uncertain { lines.append("  uncertain: " + uncertain) }
    if !entry.fallback.isEmpty { lines.append("  default: " + entry.fallback) }
    if let unit = facts.unit {
      if let range = facts.range { lines.append("  range: " + unit.text(range)) }
      if let evidence = facts.evidence { lines.append("  in studies: " + unit.text(evidence)) }
    }
    if let source = facts.source { lines.append("  source (\(source.kind)): \(source.text)") }
    switch facts.kind {
    case .section(let below), .list(let below):
      let names = below.rows().map(\.facts.name).joined(separator: ", ")
      lines.append("  keys: " + names)
    default: break
    }
    return lines.joined(separator: "\n")
  }

  /// Whether a path with item names is one of a pattern with `[]`.
  private static func matches(_ pattern: String, _ path: String) -> Bool {
    var given = path.split(separator: ".")[...]
    for part in pattern.split(separator: ".") {
      let list = part.hasSuffix("[]")
      guard let next = given.popFirst(), next == (list ? part.dropLast(2) : part) else {
        return false
      }
      if list, !given.isEmpty { _ = given.popFirst() }
    }
    return given.isEmpty
  }
}

extension Facts {
  /// What files write where there is to be no value.
  static let absent = "none"

  /// The kind for people, and that there may be no value.
  public var type: String { isOptional ? "\(kind.text) or \(Facts.absent)" : kind.text }

  /// What to write, for messages: `a share`, `a whole number`, `a date, or none to unset it`.
  var needs: String {
    switch kind {
    case .number(let unit), .law(let unit): unit.noun
    case .whole: "a whole number"
    case .flag, .choice, .text, .branches: kind.text
    case .date: isOptional ? "a date, \(Facts.absent) to unset it" : "a date"
    case .ages: "a range of ages"
    case .names: "a list of words"
    case .section, .list, .tree: "a value"
    }
  }
}

extension Facts.Kind {
  /// What may stand in place of one value; `nil` where a value is never uncertain.
  public var uncertain: String? {
    switch self {
    case .number, .whole: "a distribution, or { choice: { values: […], weights: […] } }"
    case .flag: "{ choice: { values: [yes, no], weights: [1, 3] } }"
    case .choice(let words):
      "{ choice: { values: [\(words.prefix(2).joined(separator: ", "))], weights: [1, 3] } }"
    case .law: "each argument of the distribution"
    default: nil
    }
  }

  /// The kind for people: `duration`, `yes or no`, `one of newest, oldest`.
  public var text: String {
    switch self {
    case .number(let unit): unit.title
    case .whole: "whole number"
    case .flag: "yes or no"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .text: "text"
    case .date: "date"
    case .law(let unit): "distribution, " + unit.title
    case .ages: "range of ages"
    case .names(let words): "list of " + words.joined(separator: ", ")
    case .branches: "names with rates or shares"
    case .section: "section"
    case .list: "list, each item with a name"
    case .tree: "anything"
    }
  }
}

extension Unit {
  /// The family without its article: `duration`, `amount of money`.
  var title: String { String(noun.drop { $0 != " " }.dropFirst()) }
}

/// One parameter of a root, as its tables describe it.
public struct CatalogueEntry: Sendable {
  /// The path, with `[]` for items of a list: `rooms[].count`.
  public var path: String
  /// The name of the section it stands in.
  public var section: String
  /// What its row says.
  public var facts: Facts
  /// The default as it is written in files; empty for sections and lists.
  public var fallback: String
  /// The default in the unit inside, where it is a number.
  public var number: Double?
}

/// Every parameter of a root, sections and lists included, in the order of the tables.
public func catalogue<Root: Configurable>(of type: Root.Type) -> [CatalogueEntry] {
  Catalogue.entries(of: Section(of: type))
}

enum Catalogue {
  /// How deep sections are followed; sections that hold their own kind end here.
  static let depthLimit = 12

  static func entries(of root: Section) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    append(root, path: "", depth: 0, to: &entries)
    return entries
  }

  private static func append(
    _ section: Section, path: String, depth: Int, to entries: inout [CatalogueEntry]
  ) {
    guard depth < depthLimit else { return }
    for row in section.rows() {
      let own = Reader.joined(path, row.facts.name)
      let tail: String
      if case .list = row.facts.kind { tail = own + "[]" } else { tail = own }
      entries.append(
        CatalogueEntry(
          path: tail, section: section.name, facts: row.facts, fallback: row.fallback,
          number: row.number))
      switch row.facts.kind {
      case .section(let below), .list(let below):
        append(below, path: tail, depth: depth + 1, to: &entries)
      default: break
      }
    }
  }
}

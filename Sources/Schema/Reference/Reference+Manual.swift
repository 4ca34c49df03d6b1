extension Reference {
  /// The manual in Markdown: one section per `Configurable`, each with its table.
  ///
  /// A section that occurs in several places is described once, with all its paths.
  public var manual: String {
    var pages: [(section: Section, paths: [String])] = [(root, [])], index = [root.name: 0]
    for entry in catalogue {
      switch entry.facts.kind {
      case .section(let section), .list(let section):
        if let page = index[section.name] {
          pages[page].paths.append(entry.path)
        } else {
          index[section.name] = pages.count
          pages.append((section, [entry.path]))
        }
      default: break
      }
    }
    return pages.map { Self.page($0.section, at: $0.paths) }.joined(separator: "\n")
  }

  private static func page(_ section: Section, at paths: [String]) -> String {
    var lines = ["## \(section.name)", "", section.summary]
    if !paths.isEmpty {
      lines += ["", "Stands at " + paths.map { "`\($0)`" }.joined(separator: ", ") + "."]
    }
    lines += [
      "", "| key | type | default | range | in studies | meaning | source |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in section.rows() { lines.append(line(row)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ row: Section.Row) -> String {
    let facts = row.facts, unit = facts.unit
    func text(_ range: ClosedRange<Double>?) -> String {
      unit.flatMap { unit in range.map { unit.text($0) } } ?? ""
    }
    let cells = [
      "`\(facts.name)`", facts.type, row.fallback.isEmpty ? "" : "`\(row.fallback)`",
      text(facts.range), text(facts.evidence), facts.meaning,
      facts.source.map { "\($0.kind): \($0.text)" } ?? "",
    ]
    return "| " + cells.map(cell).joined(separator: " | ") + " |"
  }

  /// Text that does not end its cell.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}

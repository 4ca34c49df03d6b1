import Simulation

/// The table of the model's known answers.
public enum KnownAnswerTable {
  /// As CSV, with the names of the columns first.
  public static func csv(_ rows: [KnownAnswer]) -> String {
    let names = [
      "id", "what", "setting", "exact", "estimate", "half_width", "comparison", "verdict",
    ]
    let cells = rows.map { row -> [Cell] in
      [
        .text(row.id), .text(row.what), .text(row.setting), .number(row.exact),
        .number(row.estimate), .number(row.halfWidth), .text(row.comparison.rawValue),
        .text(verdict(row)),
      ]
    }
    return CSV.line(names.map(Cell.text)) + cells.map(CSV.line).joined()
  }

  /// As aligned lines.
  public static func lines(_ rows: [KnownAnswer]) -> [String] {
    var table = TextTable(
      ["id", "what", "setting", "exact", "estimate", "half-width", "verdict"], right: [3, 4, 5])
    for row in rows {
      table.add([
        row.id, row.what, row.setting, NumberText.number(row.exact, digits: 5),
        NumberText.number(row.estimate, digits: 5), words(row), verdict(row),
      ])
    }
    return table.lines
  }

  private static func words(_ row: KnownAnswer) -> String {
    let width = NumberText.number(row.halfWidth)
    return switch row.comparison {
    case .twoSided, .identity: "± " + width
    case .atLeast: "− " + width
    case .atMost: "+ " + width
    }
  }

  private static func verdict(_ row: KnownAnswer) -> String { row.isMet ? "met" : "missed" }

  /// The first row in which a kept table and this one differ, byte by byte; nil where none does.
  ///
  /// - Returns: One sentence that names the row by its number and holds both forms of it.
  public static func drift(of rows: [KnownAnswer], from kept: [UInt8]) -> String? {
    let new = Array(csv(rows).utf8)
    if new == kept { return nil }
    let before = lines(of: kept), now = lines(of: new)
    for place in 0..<max(before.count, now.count) {
      let old = place < before.count ? before[place] : nil
      let own = place < now.count ? now[place] : nil
      if old != own {
        return "row \(place) is '\(own ?? "missing")' and was '\(old ?? "missing")'"
      }
    }
    return "line ends differ"
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Comma-separated values: UTF-8 without a mark, LF, one header row, quotes as in RFC 4180.
///
/// - SeeAlso: RFC 4180 (Shafranovich, 2005).
public enum CSV {
  /// Something that isn't CSV.
  public struct Malformed: Error, Equatable, CustomStringConvertible {
    /// The line on which it stands, from 1.
    public let line: Int
    /// What is there.
    public let reason: String
    /// Line and reason.
    public var description: String { "line \(line): \(reason)" }
  }

  /// One row with its line end.
  public static func line(_ cells: [Cell]) -> String {
    var bytes: [UInt8] = []
    append(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds one row with its line end to the bytes of a file.
  static func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(44) }
      bytes += written(cell).utf8
    }
    bytes.append(10)
  }

  /// The cell as it stands in the file.
  public static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(neutral(text))
    // Always with a point or an exponent: readers that look at the first rows alone then know that
    // the column holds numbers, not whole numbers.
    case .number(let value): value.isFinite ? value.description : ""
    case .count(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .empty: ""
    }
  }

  /// The shortest digits that read back as exactly this number; nothing for NaN and infinities.
  ///
  /// Swift's own description does that in every locale; a whole number loses its `.0`.
  public static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Words that no spreadsheet takes for a formula: a leading apostrophe where there is a danger.
  ///
  /// A plain number such as `-5` is no formula and stays as it is.
  public static func neutral(_ text: String) -> String {
    guard let first = text.utf8.first, dangerous.contains(first) else { return text }
    return isPlainNumber(text) ? text : "'" + text
  }

  /// The rows of a text, each a list of cells, quotes removed.
  ///
  /// Accepts LF and CR LF, and a last row without a line end. An empty text has no rows.
  ///
  /// - Throws: `Malformed` for bytes that aren't UTF-8, a stray quote, or a quote left open.
  /// - Complexity: O(n), one pass.
  public static func rows(of bytes: [UInt8]) throws(Malformed) -> [[String]] {
    var rows: [[String]] = [], scanner = Scanner()
    try scanner.take(bytes[...]) { rows.append($0.texts) }
    try scanner.finish { rows.append($0.texts) }
    return rows
  }

  /// Where a cell starts, both numbers from 1; columns count characters (Unicode scalars).
  struct CellPlace: Equatable {
    var line: Int, column: Int
  }

  /// The rows, and where each of their cells starts.
  ///
  /// - Throws: `Malformed`.
  static func placedRows(
    of bytes: [UInt8]
  ) throws(Malformed) -> (rows: [[String]], places: [[CellPlace]]) {
    var rows: [[String]] = [], places: [[CellPlace]] = []
    var scanner = Scanner(keepsPlaces: true)
    let note = { (row: Row) in
      rows.append(row.texts)
      places.append(row.places)
    }
    try scanner.take(bytes[...], each: note)
    try scanner.finish(each: note)
    return (rows, places)
  }

  private static let dangerous: [UInt8] = Array("=+-@\t\r".utf8)

  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    return digits && Double(text)?.isFinite == true
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    // Unicode scalars, not characters: Swift takes CR LF for one character.
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static let special: [UInt8] = Array(",\"\n\r".utf8)
}

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
    cells.map(written).joined(separator: ",") + "\n"
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
    var reader = Reader()
    for byte in bytes { try reader.take(byte) }
    return try reader.finish()
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
    var reader = Reader(keepsPlaces: true)
    for byte in bytes { try reader.take(byte) }
    return (try reader.finish(), reader.places)
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

extension CSV {
  /// The state between two bytes.
  private enum Place { case cellStart, bare, quoted, quoteSeen, carriageReturn }

  private struct Reader {
    /// Tables of results have millions of cells, and nobody asks where they stand.
    var keepsPlaces = false
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var place = Place.cellStart
    var line = 1
    /// Of the next byte; continuing bytes of UTF-8 have that of their first.
    var column = 1
    var places: [[CellPlace]] = []
    var ownPlaces: [CellPlace] = []
    var start = CellPlace(line: 1, column: 1)

    mutating func take(_ byte: UInt8) throws(Malformed) {
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == 10 { (line, column) = (line + 1, 1) }
      switch (place, byte) {
      case (.quoted, 34): place = .quoteSeen
      case (.quoted, _): cell.append(byte)
      case (.quoteSeen, 34):
        cell.append(34)
        place = .quoted
      case (.carriageReturn, 10): try endRow()
      case (.carriageReturn, _): throw Malformed(line: line, reason: "CR without LF")
      case (_, 44): try endCell()
      case (_, 10): try endRow()
      case (_, 13): place = .carriageReturn
      case (.cellStart, 34): place = .quoted
      case (.quoteSeen, _): throw Malformed(line: line, reason: "text after a closing quote")
      case (_, 34): throw Malformed(line: line, reason: "a quote inside a bare cell")
      default:
        cell.append(byte)
        place = .bare
      }
    }

    mutating func finish() throws(Malformed) -> [[String]] {
      if place == .quoted { throw Malformed(line: line, reason: "a quote is never closed") }
      if place == .carriageReturn { throw Malformed(line: line, reason: "CR without LF") }
      if !row.isEmpty || place != .cellStart { try endRow() }
      return rows
    }

    private mutating func endCell() throws(Malformed) {
      guard let text = String(validating: cell, as: UTF8.self) else {
        throw Malformed(line: line, reason: "bytes that aren't UTF-8")
      }
      row.append(text)
      if keepsPlaces { ownPlaces.append(start) }
      start = CellPlace(line: line, column: column)
      cell.removeAll(keepingCapacity: true)
      place = .cellStart
    }

    private mutating func endRow() throws(Malformed) {
      try endCell()
      rows.append(row)
      if keepsPlaces { places.append(ownPlaces) }
      row.removeAll(keepingCapacity: true)
      ownPlaces.removeAll(keepingCapacity: true)
    }
  }
}

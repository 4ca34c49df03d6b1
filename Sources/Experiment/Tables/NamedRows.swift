/// A table read back, its cells asked for by the name of their column.
public struct NamedRows: Sendable {
  /// Why a table can't be used.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The table, and what is wrong with it.
    public let description: String

    /// Says what is wrong.
    public init(description: String) { self.description = description }

    /// A row of a table, from 1, that has more or fewer cells than the header.
    init(row: Int, of table: String) {
      description = "\(table): row \(row) has another number of cells"
    }
  }

  /// A table's header, if it has one and names every column that is needed.
  ///
  /// - Throws: `Fault`.
  static func header(
    _ found: [String]?, of table: String, needed: [String]
  ) throws(Fault) -> [String] {
    guard let found else { throw Fault(description: "\(table) is empty") }
    for column in needed where !found.contains(column) {
      throw Fault(description: "\(table) has no column '\(column)'")
    }
    return found
  }

  /// Names of the columns, in the order of the file.
  public let columns: [String]
  private let places: [String: Int]
  private let cells: [[String]]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: Its name, for messages.
  ///   - columns: Those that it must have; others are left alone.
  /// - Throws: `Fault`, naming the column that is missing or the row that is broken.
  public init(_ bytes: [UInt8], table: String, columns: [String]) throws(Fault) {
    var rows: [[String]]
    do throws(CSV.Malformed) {
      rows = try CSV.rows(of: bytes)
    } catch {
      throw Fault(description: "\(table), \(error)")
    }
    let header = try Self.header(rows.first, of: table, needed: columns)
    rows.removeFirst()
    if let row = rows.firstIndex(where: { $0.count != header.count }) {
      throw Fault(row: row + 2, of: table)
    }
    self.columns = header
    places = Dictionary(zip(header, header.indices)) { first, _ in first }
    cells = rows
  }

  /// The rows' positions.
  public var indices: Range<Int> { cells.indices }

  /// A cell's words; empty where the table has no such column.
  public func text(_ row: Int, _ column: String) -> String {
    places[column].map { CSV.plain(cells[row][$0]) } ?? ""
  }

  /// A cell's number; nil where it is empty or none.
  public func number(_ row: Int, _ column: String) -> Double? {
    Double(text(row, column)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A cell's whole number; nil where it is empty or none.
  public func whole(_ row: Int, _ column: String) -> Int? { Int(text(row, column)) }

  /// An estimate with its limits; nil where one of them is undefined.
  func interval(_ row: Int, _ estimate: String, _ low: String, _ high: String) -> Interval? {
    guard let middle = number(row, estimate), let low = number(row, low),
      let high = number(row, high)
    else { return nil }
    return Interval(estimate: middle, low: low, high: high)
  }
}

extension CSV {
  /// Words as they were before `neutral` took the danger out of them.
  static func plain(_ text: String) -> String {
    guard text.hasPrefix("'"), neutral(String(text.dropFirst())) == text else { return text }
    return String(text.dropFirst())
  }
}

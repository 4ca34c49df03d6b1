/// A table read back, its cells asked for by the name of their column.
public struct NamedRows: Sendable {
  /// Why a table can't be used.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The table, and what is wrong with it.
    public let description: String

    /// Says what is wrong.
    public init(description: String) { self.description = description }
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
    guard let header = rows.first else { throw Fault(description: "\(table) is empty") }
    for column in columns where !header.contains(column) {
      throw Fault(description: "\(table) has no column '\(column)'")
    }
    rows.removeFirst()
    if let row = rows.firstIndex(where: { $0.count != header.count }) {
      throw Fault(description: "\(table): row \(row + 2) has another number of cells")
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

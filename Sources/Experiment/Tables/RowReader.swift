/// A table read back row by row: memory holds one row, however long the file is.
public struct RowReader: Sendable {
  /// Names of the columns, in the order of the file.
  public let columns: [String]
  private let path: String, table: String

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - table: The table's name, for messages.
  ///   - needed: Columns that it must have; others are left alone.
  /// - Throws: `NamedRows.Fault` where there is no such table, or a column is missing; `DiskError`.
  public init(_ path: String, table: String, columns needed: [String]) throws {
    var header: [String]?
    try Self.scan(path, table) { row in
      header = row.texts
      return false
    }
    columns = try NamedRows.header(header, of: table, needed: needed)
    (self.path, self.table) = (path, table)
  }

  /// Where a column stands in a row; nil where there is none of that name.
  public func place(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// Where columns stand that were asked for when the table was opened.
  public func places(of columns: [String]) -> [Int] { columns.map { place(of: $0) ?? 0 } }

  /// Gives every row after the header, in the order of the file.
  ///
  /// - Throws: `NamedRows.Fault`, naming the row that is broken; `DiskError`.
  /// - Complexity: O(bytes), one pass.
  public func read(_ each: (CSV.Row) -> Void) throws {
    var number = 0, broken: Int?
    try Self.scan(path, table) { row in
      number += 1
      if number == 1 { return true }
      if row.count != columns.count { broken = number } else { each(row) }
      return broken == nil
    }
    if let broken { throw NamedRows.Fault(row: broken, of: table) }
  }

  /// Gives rows as long as `each` wants more.
  private static func scan(
    _ path: String, _ table: String, each: (CSV.Row) -> Bool
  ) throws {
    var scanner = CSV.Scanner(), failure: CSV.Malformed?, wantsMore = true
    _ = try Disk.read(path) { piece in
      do throws(CSV.Malformed) {
        try scanner.take(piece) { if wantsMore { wantsMore = each($0) } }
      } catch {
        failure = error
      }
      return wantsMore && failure == nil
    }
    do throws(CSV.Malformed) {
      if let failure { throw failure }
      if wantsMore { try scanner.finish { wantsMore = each($0) } }
    } catch {
      throw NamedRows.Fault(description: "\(table), \(error)")
    }
  }
}

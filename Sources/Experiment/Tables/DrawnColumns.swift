/// Finds what stands behind a drawn column: a column is named as its parameter, or as a part of one.
public struct DrawnColumns<Row: Sendable>: Sendable {
  private let rows: [String: Row]

  /// Takes rows with the path of each; of two with one path the first counts.
  public init(_ rows: [Row], path: (Row) -> String) {
    self.rows = Dictionary(rows.map { (Plan.column(of: path($0)), $0) }) { first, _ in first }
  }

  /// The row with the longest name that fits; nil if none does.
  ///
  /// - Complexity: One look-up for each `_` of the name, however many rows there are.
  public func row(_ column: String) -> Row? {
    var name = Substring(column)
    while true {
      if let row = rows[String(name)] { return row }
      guard let end = name.utf8.lastIndex(of: 0x5F) else { return nil }
      name = name[..<end]
    }
  }
}

/// Finds the parameter behind a drawn column: a column is named as its parameter, or as a part of
/// one, with `_` in place of `.`.
public struct DrawnColumns: Sendable {
  private let rows: [String: ParameterRow]

  /// Takes rows; of two with one key the first counts.
  public init(_ rows: [ParameterRow]) {
    self.rows = Dictionary(rows.map { ($0.key.replacing(".", with: "_"), $0) }) { first, _ in first
    }
  }

  /// The parameter with the longest name that fits; nil if none does.
  ///
  /// - Complexity: One look-up for each `_` of the name, however many parameters there are.
  public func parameter(_ column: String) -> ParameterRow? {
    var name = Substring(column)
    while true {
      if let row = rows[String(name)] { return row }
      guard let end = name.utf8.lastIndex(of: 0x5F) else { return nil }
      name = name[..<end]
    }
  }
}

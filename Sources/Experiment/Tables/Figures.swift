import Foundation

/// Numbers for people: three significant digits, thousands apart, a real minus.
public enum NumberText {
  /// What stands where a number is undefined.
  public static let undefined = "–"

  /// A number: `0.0123`, `312`, `850,000`.
  public static func number(_ value: Double?) -> String { number(value, digits: 3) }

  /// A number with so many significant digits.
  public static func number(_ value: Double?, digits: Int) -> String {
    guard let value, value.isFinite else { return undefined }
    if value == 0 { return "0" }
    let size = abs(value)
    if size >= 1e15 || size < 1e-6 { return String(format: "%.2e", value) }
    let magnitude = Int(exactly: log10(size).rounded(.down)) ?? 0
    let text = String(format: "%.*f", min(8, max(0, digits - 1 - magnitude)), size)
    return (value < 0 ? "−" : "") + trimmed(grouped(text))
  }

  /// Limits: `198 to 426`; nothing where there are none.
  public static func limits(_ interval: Interval?) -> String {
    guard let interval else { return "" }
    return "\(number(interval.low)) to \(number(interval.high))"
  }

  /// A share as a percentage: `71 %`.
  public static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return undefined }
    let text = String(format: abs(share) < 0.0995 ? "%.1f" : "%.0f", abs(share) * 100)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return (share < 0 && !isZero ? "−" : "") + (isZero ? "0" : grouped(text)) + " %"
  }

  /// A change of a ratio with its sign: `−40 %`.
  public static func change(_ ratio: Double?) -> String {
    guard let ratio else { return undefined }
    let text = percent(ratio - 1)
    return text.hasPrefix("−") || text == "0 %" ? text : "+" + text
  }

  /// A difference with its sign: `+12`.
  public static func signed(_ value: Double?) -> String {
    let text = number(value)
    guard let value, value > 0 else { return text }
    return "+" + text
  }

  /// Without zeros at the end of a fraction.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var short = text
    while short.last == "0" { short.removeLast() }
    if short.last == "." { short.removeLast() }
    return short
  }

  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    var whole = "", count = parts[0].count
    for digit in parts[0] {
      whole.append(digit)
      count -= 1
      if count > 0, count % 3 == 0 { whole.append(",") }
    }
    return parts.count > 1 ? whole + "." + parts[1] : whole
  }
}

/// Rows of words in aligned columns.
public struct TextTable: Sendable {
  private var rows: [[String]] = []
  private let right: Set<Int>

  /// - Parameter right: Positions of the columns that are flush right.
  public init(_ header: [String], right: Set<Int>) {
    self.right = right
    rows = [header]
  }

  /// Adds a row; shorter rows have empty cells.
  public mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, two spaces between columns, without trailing spaces.
  public var lines: [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += (column > 0 ? "  " : "") + (right.contains(column) ? space + cell : cell + space)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

import Foundation
import Simulation

/// What a source says an outcome should be: a row of a targets file.
public struct Target: Sendable, Equatable {
  /// Whether the model was set to it, or it is a test of the model.
  public enum Role: String, Sendable, CaseIterable {
    /// Parameters were set so that it holds.
    case fitted
    /// Nothing was set by it.
    case predicted
  }

  /// The outcome's name.
  public let outcome: String
  /// The least plausible value; nil for none.
  public let low: Double?
  /// The value of the source; nil where it gives limits only.
  public let target: Double?
  /// The greatest plausible value; nil for none.
  public let high: Double?
  /// The unit, as written.
  public let unit: String
  /// Fitted or predicted.
  public let role: Role
  /// Where it comes from.
  public let source: String
  /// How far outside its limits a world may lie and still be plausible, as a share of the limit; nil where
  /// the file doesn't say.
  public let tolerance: Double?

  /// Why a targets file can't be read.
  public struct Malformed: Error, Equatable, CustomStringConvertible {
    /// The row, and what is wrong there.
    public let description: String
  }

  private static let header = ["outcome", "low", "target", "high", "unit", "role", "source"]

  /// The targets of a CSV file: outcome, low, target, high, unit, role, source, and perhaps tolerance.
  ///
  /// An empty limit is none: `1,,` asks for 1 or more, and for nothing else.
  ///
  /// - Throws: `Malformed`, `CSV.Malformed`.
  public static func list(_ bytes: [UInt8]) throws -> [Target] {
    let rows = try CSV.rows(of: bytes)
    let width = rows.first?.count ?? 0
    guard rows.first == header || rows.first == header + ["tolerance"] else {
      throw Malformed(description: "the header is not " + header.joined(separator: ","))
    }
    return try rows.dropFirst().enumerated().map { index, row in
      guard row.count == width, let role = Role(rawValue: row[5]),
        let low = number(row[1]), let target = number(row[2]), let high = number(row[3]),
        Outcomes.columns.contains(where: { $0.name == row[0] }), isAscending([low, target, high]),
        let tolerance = number(width > 7 ? row[7] : ""), tolerance ?? 1 > 0
      else {
        throw Malformed(
          description: "row \(index + 2) is not a target: " + row.joined(separator: ","))
      }
      return Target(
        outcome: row[0], low: low, target: target, high: high, unit: row[4], role: role,
        source: row[6], tolerance: tolerance)
    }
  }

  /// Whether there is a value at all, and limits and value are in their order.
  private static func isAscending(_ values: [Double?]) -> Bool {
    let known = values.compactMap { $0 }
    return !known.isEmpty && known == known.sorted()
  }

  /// `inside` where the estimate lies within the limits, `inside (interval)` where only its
  /// interval reaches them, else `miss`.
  public func verdict(_ estimate: Double?, _ interval: Interval?) -> String {
    guard let estimate, estimate.isFinite else { return "undefined" }
    let (least, most) = limits
    if estimate >= least, estimate <= most { return "inside" }
    guard let interval, interval.high >= least, interval.low <= most else { return "miss" }
    return "inside (interval)"
  }

  /// Between what a value meets the target. One limit alone is one-sided: at least, or at most; the
  /// value of the source then lies inside and bounds nothing.
  public var limits: (least: Double, most: Double) {
    let alone = low == nil && high == nil ? target : nil
    return (low ?? alone ?? -.infinity, high ?? alone ?? .infinity)
  }

  /// Nil for words; nil inside for an empty cell.
  private static func number(_ text: String) -> Double?? {
    if text.isEmpty { return .some(nil) }
    guard let value = Double(text), value.isFinite else { return nil }
    return .some(value)
  }
}

import Foundation

/// Reading and writing decimal numbers the same way everywhere, whatever the machine's language.
public enum Number {
  /// A number with what follows it, such as `0.5 /min`: the value and the text after it.
  ///
  /// Digits, at most one point, an exponent if wanted: no infinity, no sign in front but a minus,
  /// no grouping marks. `nil` when the text does not begin with a finite number.
  static func leading(_ text: String) -> (value: Double, rest: Substring)? {
    let bytes = text.utf8
    var index = bytes.startIndex
    func digits() -> Bool {
      let start = index
      while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) {
        index = bytes.index(after: index)
      }
      return index > start
    }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") {
      index = bytes.index(after: index)
    }
    guard digits() else { return nil }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ".") {
      index = bytes.index(after: index)
      guard digits() else { return nil }
    }
    let mantissaEnd = index
    if index < bytes.endIndex, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index = bytes.index(after: index)
      if index < bytes.endIndex, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[index]) {
        index = bytes.index(after: index)
      }
      if !digits() { index = mantissaEnd }
    }
    guard let value = Double(text[..<index]), value.isFinite else { return nil }
    // A zero keeps no sign: "-0" would print differently from "0".
    return (value == 0 ? 0 : value, text[index...])
  }

  /// A text that is a number and nothing else, or `nil`.
  public static func parse(_ text: String) -> Double? {
    guard let (value, rest) = leading(text), rest.isEmpty else { return nil }
    return value
  }

  /// The shortest digits that read back exactly: `0.5`, `850000`, `1e-07`.
  public static func text(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The value at 12 significant digits, or as many as are asked for, so that the last bits of a
  /// library stay outside.
  ///
  /// Rounds the decimal digits of the C library's exact printing; no binary scaling takes part.
  public static func rounded(_ value: Double, digits: Int = 12) -> Double {
    guard value.isFinite, value != 0 else { return value }
    return Double(String(format: "%.*e", digits - 1, value)) ?? value
  }
}

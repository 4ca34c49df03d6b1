/// The lines of a text as the YAML library counts them.
enum Lines {
  /// Splits at line feed, carriage return, both together, and the three Unicode line breaks.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func split(_ text: String) -> [Substring] {
    let scalars = text.unicodeScalars
    var lines: [Substring] = [], start = scalars.startIndex, index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if isBreak(scalar) {
        lines.append(Substring(scalars[start..<index]))
        start = next
        if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" {
          start = scalars.index(after: next)
        }
        index = start
      } else {
        index = next
      }
    }
    lines.append(Substring(scalars[start...]))
    return lines
  }

  /// Whether a scalar ends a line in YAML 1.1.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

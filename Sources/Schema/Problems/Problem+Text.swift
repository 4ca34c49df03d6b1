extension Problem {
  /// The problem as compilers print it: message, the line it points at, carets, help.
  ///
  /// - Parameter lines: The lines of its file; a line that is not there is not quoted.
  func rendered(lines: [Substring]) -> String {
    let head = place.map { "\($0): " } ?? ""
    var text = "\(severity.rawValue): \(head)\(Self.visible(message))"
    if let place, place.line >= 1, place.line <= lines.count {
      text += "\n" + quoted(lines[place.line - 1], at: place)
    }
    if let help { text += "\n  help: \(Self.visible(help))" }
    return text
  }

  /// The source line under its number, and carets under what is meant.
  ///
  /// Very long lines are shown in part, so that one line of a megabyte does not fill a screen.
  private func quoted(_ line: Substring, at place: Place) -> String {
    let scalars = Array(line.unicodeScalars.prefix(place.column + 200))
    let column = min(max(place.column, 1), scalars.count + 1)
    let start = column > 100 ? column - 40 : 1
    let shown = scalars.dropFirst(start - 1).prefix(120)
    let lead = start > 1 ? "…" : ""
    let number = String(place.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
    let blank = String(repeating: " ", count: gutter.count - 2) + "| "
    let before = String(repeating: " ", count: lead.count + column - start)
    let room = max(1, shown.count - (column - start))
    let carets = String(repeating: "^", count: min(length, room))
    var body = ""
    body.unicodeScalars.append(contentsOf: shown)
    return gutter + lead + Self.visible(body) + "\n" + blank + before + carets
  }

  /// Text for a terminal: control characters, which could move the cursor, are replaced.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      out.unicodeScalars.append(scalar == "\t" ? " " : isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return out
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The problem as one JSON object on one line.
  var json: String {
    var fields: [String] = []
    if let place {
      fields.append("\"file\":\(JSON.quoted(place.file))")
      fields.append("\"line\":\(place.line)")
      fields.append("\"column\":\(place.column)")
      fields.append("\"length\":\(length)")
    }
    fields.append("\"severity\":\(JSON.quoted(severity.rawValue))")
    fields.append("\"code\":\(JSON.quoted(code.rawValue))")
    fields.append("\"message\":\(JSON.quoted(message))")
    if let help { fields.append("\"help\":\(JSON.quoted(help))") }
    return "{" + fields.joined(separator: ",") + "}"
  }
}

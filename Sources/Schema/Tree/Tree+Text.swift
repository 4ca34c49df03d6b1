extension Tree {
  /// The tree as plain block YAML that reads back the same, ending in a newline.
  ///
  /// Deterministic: entries in their order, two spaces a level, double quotes where needed.
  ///
  /// - Complexity: O(*n*) in the size of the tree.
  public var canonicalYAML: String {
    if isInline { return flowText + "\n" }
    var lines: [String] = []
    block(indent: "", first: "", into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the tree goes onto the line of its key.
  private var isInline: Bool {
    switch self {
    case .scalar: true
    case .list(let list): list.items.isEmpty
    case .map(let map): map.entries.isEmpty
    }
  }

  /// - Parameters:
  ///   - indent: What stands before each line.
  ///   - first: What stands before the first line instead: the indent with `- ` in its place.
  private func block(indent: String, first: String, into lines: inout [String]) {
    var lead = first
    switch self {
    case .scalar: lines.append(lead + flowText)
    case .map(let map):
      for entry in map.entries {
        let key = lead + Self.quoted(entry.key) + ":"
        lead = indent
        if entry.value.isInline {
          lines.append(entry.value.isEmpty ? key : key + " " + entry.value.flowText)
        } else {
          lines.append(key)
          let deeper = indent + "  "
          entry.value.block(indent: deeper, first: deeper, into: &lines)
        }
      }
    case .list(let list):
      for item in list.items {
        let mark = lead + "- "
        lead = indent
        if item.isInline {
          lines.append(item.isEmpty ? lead + "-" : mark + item.flowText)
        } else {
          item.block(indent: indent + "  ", first: mark, into: &lines)
        }
      }
    }
  }

  /// The tree on one line.
  public var flowText: String {
    switch self {
    case .scalar(let scalar): return Self.quoted(scalar)
    case .list(let list):
      if let values = list.byRow { return values.summary }
      return "[" + list.items.map(\.flowText).joined(separator: ", ") + "]"
    case .map(let map):
      if map.entries.isEmpty { return "{}" }
      let parts = map.entries.map { Self.quoted($0.key) + ": " + $0.value.flowText }
      return "{ " + parts.joined(separator: ", ") + " }"
    }
  }

  /// A scalar, in double quotes unless it is surely safe without.
  private static func quoted(_ scalar: Scalar) -> String {
    if !scalar.quoted, isPlain(scalar.text) { return scalar.text }
    var out = "\""
    for character in scalar.text.unicodeScalars {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default:
        if needsEscape(character) {
          let hex = String(character.value, radix: 16, uppercase: true)
          out += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        } else {
          out.unicodeScalars.append(character)
        }
      }
    }
    return out + "\""
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0x10000...0x10FFFF: false
    default: true
    }
  }

  /// Whether a text means itself without quotes, in block and flow.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return true }
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
    }
    let startsWell =
      isWord(first) || first == 0x2F
      || (bytes.count > 1 && (first == 0x2D || first == 0x2E) && isWord(bytes[1]))
    guard startsWell, last != 0x20 else { return false }
    return bytes.allSatisfy { isWord($0) || " -./%+".utf8.contains($0) }
  }
}

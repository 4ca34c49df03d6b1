/// JSON in one fixed form: keys in the order given, two spaces, LF, no escapes but the needed ones.
///
/// Written here because Foundation's encoder promises neither order nor spacing between versions.
public indirect enum JSON: Sendable, Equatable {
  /// Keys and values, in this order.
  case object([Member])
  /// A list.
  case array([JSON])
  /// Words.
  case string(String)
  /// A whole number.
  case count(UInt64)
  /// A number; `null` where it isn't finite, which means undefined.
  case number(Double)
  /// `true` or `false`.
  case flag(Bool)

  /// A key with its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSON

    /// Pairs a key with its value.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The whole text, with a line end. Depth is that of the value, which only code can make.
  public var text: String { written(margin: "") + "\n" }

  /// The same on one line, without spaces: what goes into a stream of events.
  public var line: String {
    switch self {
    case .object(let members):
      "{" + members.map { JSON.quoted($0.key) + ":" + $0.value.line }.joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    default: written(margin: "")
    }
  }

  private func written(margin: String) -> String {
    let inner = margin + "  "
    switch self {
    case .object(let members):
      let lines = members.map {
        inner + JSON.quoted($0.key) + ": " + $0.value.written(margin: inner)
      }
      return JSON.block(lines, "{", "}", margin)
    case .array(let values):
      return JSON.block(values.map { inner + $0.written(margin: inner) }, "[", "]", margin)
    case .string(let text): return JSON.quoted(text)
    case .count(let value): return String(value)
    case .number(let value): return value.isFinite ? CSV.shortest(value) : "null"
    case .flag(let value): return value ? "true" : "false"
    }
  }

  private static func block(
    _ lines: [String], _ open: String, _ close: String, _ margin: String
  ) -> String {
    if lines.isEmpty { return open + close }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + margin + close
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 32 {
          result += "\\u" + hexadecimal(UInt64(scalar.value), digits: 4)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

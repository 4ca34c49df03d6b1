/// A scalable picture, made of text: no script, no font from outside.
///
/// Every picture has a title and a description, which screen readers speak.
struct SVG {
  private var body = ""
  let width: Double, height: Double
  let title: String, description: String

  init(width: Double, height: Double, title: String, description: String) {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
  }

  /// How a text stands to its point.
  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 13,
    bold: Bool = false
  ) {
    let weight = bold ? " font-weight=\"bold\"" : ""
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\" "
      + "font-size=\"\(Self.number(size))\"\(weight)>\(Self.escaped(text))</text>\n"
  }

  mutating func line(
    from: (x: Double, y: Double), to: (x: Double, y: Double), colour: String, width: Double = 1,
    dashes: String = ""
  ) {
    let dash = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    body +=
      "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" "
      + "x2=\"\(Self.number(to.x))\" y2=\"\(Self.number(to.y))\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(Self.number(width))\"\(dash)/>\n"
  }

  /// A mark: a disc or a diamond, so that series differ in shape and not in colour alone.
  mutating func mark(x: Double, y: Double, radius: Double, colour: String, diamond: Bool) {
    if diamond {
      let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
      let list = points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }
      body +=
        "<polygon points=\"\(list.joined(separator: " "))\" fill=\"#ffffff\" "
        + "stroke=\"\(colour)\" stroke-width=\"2\"/>\n"
    } else {
      body +=
        "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
        + "fill=\"\(colour)\"/>\n"
    }
  }

  /// The whole file.
  var document: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" \
    viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
    width="\(Self.number(width))" height="\(Self.number(height))" \
    font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">
    <title id="title">\(Self.escaped(title))</title>
    <desc id="description">\(Self.escaped(description))</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    \(body)</svg>

    """
  }

  /// Text that cannot end an element or an attribute.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A coordinate with one decimal place.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e12 else { return "0" }
    let whole = Int(tenths)
    return whole % 10 == 0
      ? String(whole / 10)
      : "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
  }
}

/// A scalable picture, made of text: no script, no font from outside.
///
/// Every picture has a title and a description, which screen readers speak.
struct SVG {
  private var body = ""
  let width: Double, height: Double
  let title: String, description: String
  /// What tells its ids from those of other pictures on the same page; empty in a file of its own.
  var id = ""

  init(width: Double, height: Double, title: String, description: String) {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
  }

  /// The series' colours: 4.5:1 on white and on each other's tint, told apart without red and green.
  static let blue = "#0b4f8a", rust = "#a63a00", grey = "#5a5a5a", tint = "#c9dcec"

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

  /// A box; `pattern` is drawn over it: 1 slanted lines, 2 dots.
  mutating func box(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String = "none",
    pattern: Int = 0
  ) {
    let place =
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
      + "height=\"\(Self.number(height))\""
    body += "\(place) fill=\"\(fill)\" stroke=\"\(stroke)\"/>\n"
    if pattern > 0 { body += "\(place) fill=\"url(#\(patternID(pattern)))\"/>\n" }
  }

  /// A line through points.
  mutating func path(
    _ points: [(x: Double, y: Double)], colour: String, width: Double = 1.5, dashes: String = ""
  ) {
    let dash = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    body +=
      "<polyline points=\"\(Self.list(points))\" fill=\"none\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\"\(dash)/>\n"
  }

  /// A filled area.
  mutating func area(_ points: [(x: Double, y: Double)], fill: String) {
    body += "<polygon points=\"\(Self.list(points))\" fill=\"\(fill)\"/>\n"
  }

  /// A disc with a letter in it: full, or hollow with a dark letter.
  mutating func badge(_ letter: String, x: Double, y: Double, full: Bool) {
    body +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"9\" "
      + "fill=\"\(full ? Self.blue : "#ffffff")\" stroke=\"\(Self.blue)\" stroke-width=\"1.5\"/>\n"
      + "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y + 4))\" text-anchor=\"middle\" "
      + "font-size=\"11\" font-weight=\"bold\" fill=\"\(full ? "#ffffff" : "#1a1a1a")\">"
      + "\(Self.escaped(letter))</text>\n"
  }

  private static func list(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  private func patternID(_ number: Int) -> String {
    // The page's id isn't known while drawing: it replaces this mark.
    "@id@pattern-\(number)"
  }

  private var patterns: String {
    guard body.contains("url(#") else { return "" }
    return """
      <defs>
      <pattern id="@id@pattern-1" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="#ffffff" \
      stroke-width="3"/></pattern>
      <pattern id="@id@pattern-2" width="6" height="6" patternUnits="userSpaceOnUse">\
      <circle cx="3" cy="3" r="1.5" fill="#1a1a1a"/></pattern>
      </defs>

      """
  }

  /// The whole picture: a file of its own, or a part of a page.
  var document: String {
    let prefix = id.isEmpty ? "" : id + "-"
    // Inside a page the name space is known.
    let space = id.isEmpty ? "xmlns=\"http://www.w3.org/2000/svg\" " : ""
    return """
      <svg \(space)role="img" \
      aria-labelledby="\(prefix)title \(prefix)description" \
      viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
      width="\(Self.number(width))" height="\(Self.number(height))" \
      font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">
      <title id="\(prefix)title">\(Self.escaped(title))</title>
      <desc id="\(prefix)description">\(Self.escaped(description))</desc>
      \(patterns)<rect width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>

      """.replacing("@id@", with: prefix)
  }

  /// The picture as part of a page.
  func inline(_ id: String) -> String {
    var copy = self
    copy.id = id
    return copy.document
  }

  /// Text that cannot end an element or an attribute, in one line.
  ///
  /// Scalar by scalar: a mark that combines with `<` makes one character of both. What XML doesn't
  /// allow in any spelling is replaced.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "'": result += "&#39;".unicodeScalars
      case "\n", "\r", "\t": result.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
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

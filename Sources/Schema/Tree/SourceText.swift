/// A text made ready for the YAML library, and the way back from its marks.
///
/// Two disguises, both undone in ``NodeWalk``. Every `*` is replaced by a private character before
/// parsing, so that an alias arrives as text: it can then be reported at its place, and no alias
/// can ever expand. The first character of a key that occurs twice is replaced, so that the
/// library goes on and the walk sees all of them.
struct SourceText {
  let file: String
  /// The scalars of each line, without its line break.
  private var lines: [[Unicode.Scalar]] = []
  /// The text with its disguises.
  private(set) var prepared = ""
  /// What a disguised key began with, by line and column (both from 1).
  private var firsts: [Position: Unicode.Scalar] = [:]

  /// Where a key was disguised.
  struct Position: Hashable {
    var line: Int
    var column: Int
  }

  /// Stands for `*`.
  static let star: Unicode.Scalar = "\u{F8F0}"
  /// The private characters that a text may not hold.
  private static let reserved: ClosedRange<UInt32> = 0xF800...0xF8F0

  /// What keeps the text from being read at all: a character that YAML or this reader forbids.
  private(set) var forbidden: Problem?

  init(_ text: String, file: String) {
    self.file = file
    // A byte order mark is no part of the text.
    let scalars = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text).dropFirst() : text[...]
    for line in Lines.split(String(scalars)) { lines.append(Array(line.unicodeScalars)) }
    search()
    if forbidden == nil { prepare() }
  }

  /// A place of the library's marks; those behind the end of the text become its end.
  func place(_ line: Int, _ column: Int) -> Place {
    if line > lines.count, let last = lines.last {
      return Place(file: file, line: lines.count, column: last.count + 1)
    }
    return Place(file: file, line: max(1, line), column: max(1, column))
  }

  /// The scalar at a place, counted from 1.
  func scalar(line: Int, column: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else {
      return nil
    }
    return lines[line - 1][column - 1]
  }

  /// A tab that indents a line, or the line before it, where the library gave up.
  func indentingTab(near line: Int) -> Place? {
    for row in [line - 1, line - 2] where lines.indices.contains(row) {
      let indent = lines[row].prefix { $0 == " " || $0 == "\t" }
      if let column = indent.firstIndex(of: "\t") { return place(row + 1, column + 1) }
    }
    return nil
  }

  private mutating func search() {
    for (row, line) in lines.enumerated() {
      for (column, scalar) in line.enumerated() where !Self.isAllowed(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        forbidden = Problem(
          .forbiddenCharacter, "the character U+\(hex) cannot stand in a file",
          at: place(row + 1, column + 1), help: "remove it")
        return
      }
    }
  }

  /// The characters that YAML allows in a stream, less those reserved here.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0xD7FF, 0x10000...0x10FFFF: true
    case 0xE000...0xFFFD: scalar.value != 0xFEFF && !reserved.contains(scalar.value)
    default: false
    }
  }

  private mutating func prepare() {
    var out = String.UnicodeScalarView()
    for (row, line) in lines.enumerated() {
      if row > 0 { out.append("\n") }
      for scalar in line { out.append(scalar == "*" ? Self.star : scalar) }
    }
    // The library keeps a pointer into the text, which is only sound for a text that is not
    // stored inside the string value itself.
    while out.count < 32 { out.append("\n") }
    prepared = String(out)
    prepared.makeContiguousUTF8()
  }

  /// Makes a key unique by changing its first character.
  ///
  /// - Returns: Whether it could: keys that are collections or block texts cannot be changed so.
  mutating func disguise(line: Int, column: Int) -> Bool {
    var column = column
    guard var first = scalar(line: line, column: column) else { return false }
    if first == "\"" || first == "'" {
      column += 1
      guard let inner = scalar(line: line, column: column), inner != first, inner != "\\" else {
        return false
      }
      first = inner
    } else if "&!|>[]{}?:,#%@`\\".unicodeScalars.contains(first) {
      return false
    }
    guard firsts[Position(line: line, column: column)] == nil,
      let mark = Unicode.Scalar(Self.reserved.lowerBound + UInt32(firsts.count))
    else { return false }
    firsts[Position(line: line, column: column)] = first
    lines[line - 1][column - 1] = mark
    prepare()
    return true
  }

  /// The key as it was written.
  func original(_ key: String, line: Int, column: Int, quoted: Bool) -> String {
    guard !firsts.isEmpty,
      let first = firsts[Position(line: line, column: quoted ? column + 1 : column)]
    else { return Self.restored(key) }
    var out = String.UnicodeScalarView([first])
    out.append(contentsOf: key.unicodeScalars.dropFirst())
    return Self.restored(String(out))
  }

  /// The text with its stars back.
  static func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(star) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == star ? "*" : $0 }))
  }
}

/// A language of pages that people read. Tables and the terminal are in English.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case en
  /// French.
  case fr

  /// Its own name, for a switch between languages.
  public var name: String {
    switch self {
    case .en: "English"
    case .fr: "Français"
    }
  }
}

/// The same words in every language: one without the other does not compile.
///
/// Places for values are written `{1}` to `{9}` in the order of `callAsFunction`'s values, so that a
/// language may put them where its grammar wants them.
public struct Phrase: Sendable, Equatable {
  /// In English.
  public let en: String
  /// In French.
  public let fr: String

  /// The words in English, then in French, whose high marks get their thin no-break spaces here.
  public init(_ en: String, _ fr: String) {
    self.en = en
    var text = fr.replacing("« ", with: "«\u{202F}")
    for mark in [";", ":", "!", "?", "%", "»"] {
      text = text.replacing(" " + mark, with: "\u{202F}" + mark)
    }
    self.fr = text.replacing("1 000", with: "1\u{202F}000")
  }

  /// What is the same in every language, such as a name.
  public init(same text: String) { self.init(text, text) }

  /// The words in one language, with values in their places.
  public func callAsFunction(_ language: Language, _ values: String...) -> String {
    // In one pass, so that braces inside a value stay what they are.
    let pieces = (language == .en ? en : fr).split(
      separator: "{", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(String(pieces[0])) { text, piece in
      guard piece.dropFirst().first == "}", let place = piece.first?.wholeNumberValue,
        values.indices.contains(place - 1)
      else { return text + "{" + piece }
      return text + values[place - 1] + piece.dropFirst(2)
    }
  }

  /// The highest number of a place in each language; both must agree.
  var places: (en: [Int], fr: [Int]) {
    let numbers = { (text: String) in (1...9).filter { text.contains("{\($0)}") } }
    return (numbers(en), numbers(fr))
  }
}

extension StringProtocol {
  /// The text in one line, as headlines and tables need it: every run of white space is one space.
  public var oneLine: String {
    split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }

  /// The text with its first letter as a capital.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// What fits into so many characters: a picture's words can't wrap, and the table has them all.
  func shortened(to count: Int) -> String {
    self.count <= count ? String(self) : prefix(count - 1) + "…"
  }
}

import Schema

/// Which points of a sweep are left out: those that have all of one rule.
struct SkipRules {
  /// What one parameter must be for a rule to hold.
  struct Condition {
    /// The column that it is about.
    let column: Int
    let holds: (_ cell: String) -> Bool
  }

  /// Rules; each a list of conditions that must all hold.
  var rules: [[Condition]] = []

  /// Whether a point is left out.
  func skip(_ cells: [Tree.Scalar]) -> Bool {
    rules.contains { rule in rule.allSatisfy { $0.holds(cells[$0.column].text) } }
  }
}

extension SkipRules.Condition {
  /// Signs that a bound begins with, the longer first.
  private static let signs: [(text: String, holds: @Sendable (Double, Double) -> Bool)] = [
    ("<=", { $0 <= $1 }), (">=", { $0 >= $1 }), ("<", { $0 < $1 }), (">", { $0 > $1 }),
  ]

  /// A condition as it is written; nil where it is no value of the parameter.
  ///
  /// - Parameter text: A value, or a bound: a sign and a number.
  static func reading(_ text: String, of parameter: Settable) -> ((String) -> Bool)? {
    let number = { (text: String) -> Double? in
      guard let unit = parameter.unit else { return nil }
      return try? unit.parse(parameter.written(Tree.Scalar(text, at: .nowhere)).text)
    }
    if let sign = signs.first(where: { text.hasPrefix($0.text) }) {
      let rest = text.dropFirst(sign.text.count).drop { $0 == " " }
      guard let bound = number(String(rest)) else { return nil }
      return { cell in number(cell).map { sign.holds($0, bound) } ?? false }
    }
    if parameter.unit != nil {
      guard let value = number(text) else { return nil }
      return { number($0) == value }
    }
    let word = { parameter.written(Tree.Scalar($0, at: .nowhere)).text }
    let wanted = word(text)
    guard parameter.words.contains(wanted) else { return nil }
    return { word($0) == wanted }
  }
}

extension Place {
  /// Of a text that stands in no file.
  static let nowhere = Place(file: "", line: 1, column: 1)
}

extension Unit {
  /// Why a text is not a value of the family.
  public enum Fault: Error, Hashable, Sendable {
    /// A number stands alone where a unit is needed.
    case missingUnit
    /// Anything else.
    case unreadable
  }

  /// The value of a text, in the unit inside.
  ///
  /// - Throws: ``Fault``.
  public func parse(_ text: String) throws(Fault) -> Double {
    guard let (number, rest) = Number.leading(text) else { throw .unreadable }
    var word = rest
    while word.utf8.first == 0x20 { word = word.dropFirst() }
    let per = self == .rate && word.hasPrefix("per ")
    for scale in scales
    where per ? scale.word.dropFirst() == word.dropFirst(4) : scale.word == word {
      let value = number * scale.times / scale.by
      guard value.isFinite else { throw .unreadable }
      return value
    }
    throw word.isEmpty ? .missingUnit : .unreadable
  }

  /// A value of the unit inside, written so that it reads back exactly, in a readable unit.
  ///
  /// Among the ways to write it, the one with the fewest digits, numbers of at least 1 preferred.
  public func text(_ value: Double) -> String {
    guard value.isFinite else {
      return value > 0 ? "no limit" : value < 0 ? "no limit" : "undefined"
    }
    var best: (text: String, cost: Int)?
    for scale in scales {
      let exact = value * scale.by / scale.times
      // 0.14 × 100 is 14.000000000000002; what counts is that "14 %" reads back as 0.14.
      for number in [exact, Number.rounded(exact)] where number.isFinite {
        let digits = Number.text(number)
        let text = scale.word.isEmpty ? digits : digits + " " + scale.word
        var cost = digits.utf8.count + (abs(number) < 1 && value != 0 ? 3 : 0)
        if self == .share, scale.word.isEmpty { cost += 3 }
        if cost < best?.cost ?? .max, (try? parse(text)) == value { best = (text, cost) }
      }
    }
    return best?.text ?? Number.text(value)
  }

  /// A legal range for people: `0 h to 30 d`, `0 or more`, `any number`.
  public func text(_ range: ClosedRange<Double>) -> String {
    switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
    case (true, true): "\(text(range.lowerBound)) to \(text(range.upperBound))"
    case (true, false): "\(text(range.lowerBound)) or more"
    case (false, true): "\(text(range.upperBound)) or less"
    case (false, false): "any number"
    }
  }

  /// The problem of a text that did not parse.
  func problem(_ fault: Fault, _ text: String, at place: Place, length: Int) -> Problem {
    if fault == .missingUnit {
      return Problem(
        .missingUnit, "\"\(text)\" has no unit", at: place, length: length,
        help: "write \(examples(text))")
    }
    return Problem(
      code, "\"\(Self.shortened(text))\" is not \(noun)", at: place, length: length,
      help: help(for: text))
  }

  /// What could have been meant by a bare number.
  private func examples(_ number: String) -> String {
    switch self {
    case .duration: "\(number) d or \(number) min"
    case .rate: "\(number) /d or \(number) /min"
    default: scales.first.map { "\(number) \($0.word)" } ?? number
    }
  }

  private func help(for text: String) -> String? {
    switch self {
    case .duration: "units of time: \(words)"
    case .rate: "units of a rate: \(words)"
    case .share: "write 12 % or 0.12"
    case .age: "write 18 y"
    case .money: "write 40 EUR"
    case .moneyPerHour: "write 40 EUR/h"
    case .count, .factor:
      text.contains(" ") || text.contains(",") || text.contains("_")
        ? "write digits without gaps, and a point before decimals" : nil
    }
  }

  static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : text.prefix(57) + "…"
  }
}

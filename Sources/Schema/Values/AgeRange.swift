/// Ages from one birthday to the day before another: `0 y .. 17 y` holds everybody under 18.
public struct AgeRange: Hashable, Sendable, CustomStringConvertible {
  /// The youngest age in completed years.
  public var low: Int
  /// The oldest age in completed years; somebody of 17.9 years is 17.
  public var high: Int

  /// The oldest age that can be written.
  public static let limit = 130

  /// Ages in completed years, both included.
  public init(_ low: Int, _ high: Int) { (self.low, self.high) = (low, high) }

  /// Ages written `0 y .. 17 y`, or `18 y` for that one year; anything else is `nil`.
  public init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    let parts = text.replacing("..", with: "\u{0}", maxReplacements: 1).split(
      separator: "\u{0}", omittingEmptySubsequences: false)
    let ages = parts.map { Self.age($0) }
    guard let first = ages.first, let last = ages.last, ages.count <= 2, let low = first,
      let high = last, low <= high
    else { return nil }
    self.init(low, high)
  }

  private static func age(_ text: Substring) -> Int? {
    var word = text
    while word.first == " " { word = word.dropFirst() }
    while word.last == " " { word = word.dropLast() }
    guard let years = try? Unit.age.parse(String(word)), let whole = Int(exactly: years),
      (0...limit).contains(whole)
    else { return nil }
    return whole
  }

  /// Whether somebody of that age, in years with fractions, is among them.
  public func contains(_ years: Double) -> Bool {
    years >= Double(low) && years < Double(high) + 1
  }

  /// `0 y .. 17 y`.
  public var description: String { "\(low) y .. \(high) y" }
}

/// Values of one parameter, one for each draw, in place of a value or a distribution.
public struct ByDraw: Hashable, Sendable {
  /// For words and switches: what the position counts that is noted as drawn; empty for numbers.
  public var words: [String]
  /// What stands for all of them where a value is printed: the value itself if they are equal.
  public var summary: String

  /// Describes a list of values.
  public init(words: [String], summary: String) { (self.words, self.summary) = (words, summary) }
}

/// Values of one parameter, one for each row of a table, in place of a value or a distribution.
public struct ByRow: Hashable, Sendable {
  /// What the rows of the table are.
  public enum Rows: String, Hashable, Sendable {
    /// Draws of the uncertain parameters.
    case draws
    /// Settings of the varied parameters.
    case points

    /// One of them.
    public var one: String { self == .draws ? "draw" : "point" }
  }

  /// What the rows are.
  public var rows: Rows
  /// For words and switches: what the position counts that is noted as drawn; empty for numbers.
  public var words: [String]
  /// What stands for all of them where a value is printed: the value itself if they are equal.
  public var summary: String

  /// Describes a list of values.
  public init(_ rows: Rows, words: [String], summary: String) {
    (self.rows, self.words, self.summary) = (rows, words, summary)
  }
}

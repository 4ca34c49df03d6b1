import Schema

/// One figure of the model beside the answer that mathematics gives.
///
/// Numbers are kept at ten significant digits, half-widths at four, so that the table is the same on
/// every processor; the verdict is that of the numbers kept.
public struct KnownAnswer: Sendable, Equatable {
  /// How estimate and answer are compared.
  public enum Comparison: String, Sendable {
    /// Neither above nor below by more than the half-width.
    case twoSided = "two-sided"
    /// Not below by more than the half-width.
    case atLeast = "at least"
    /// Not above by more than the half-width.
    case atMost = "at most"
    /// The same, but for what the arithmetic itself loses; chance has no part in it.
    case identity
  }

  /// The answer's number in the list of tests: V3.
  public let id: String
  /// What is looked at.
  public let what: String
  /// Under which inputs.
  public let setting: String
  /// What mathematics says.
  public let exact: Double
  /// What the engine says; NaN where its runs leave it undefined.
  public let estimate: Double
  /// How far chance may carry the estimate, at the level that all rows of all families share; in an
  /// identity, what its arithmetic may lose.
  public let halfWidth: Double
  /// How the two are compared.
  public let comparison: Comparison

  /// Makes a row.
  public init(
    id: String, what: String, setting: String, exact: Double, estimate: Double,
    halfWidth: Double, comparison: Comparison
  ) {
    (self.id, self.what, self.setting) = (id, what, setting)
    self.exact = Number.rounded(exact, digits: 10)
    self.estimate = Number.rounded(estimate, digits: 10)
    self.halfWidth = Number.rounded(halfWidth, digits: 4)
    self.comparison = comparison
  }

  /// Whether the engine gives the answer.
  public var isMet: Bool {
    let gap = estimate - exact
    return switch comparison {
    case .twoSided, .identity: abs(gap) <= halfWidth
    case .atLeast: gap >= -halfWidth
    case .atMost: gap <= halfWidth
    }
  }
}

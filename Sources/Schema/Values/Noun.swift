/// A noun in the number that a count asks for: the one place that knows when a noun is plural.
public struct Noun: Sendable, Equatable {
  /// For one: `pair`.
  public let one: String
  /// For several: `pairs`.
  public let many: String
  /// Whether none is singular too: as in French, and not in English.
  public let isOneForNone: Bool

  /// A noun; the plural adds an s unless it is given.
  public init(_ one: String, _ many: String? = nil, isOneForNone: Bool = false) {
    (self.one, self.many) = (one, many ?? one + "s")
    self.isOneForNone = isOneForNone
  }

  /// The noun alone, as it stands after a count: `pair` after 1.
  public func after(_ count: Int) -> String {
    count == 1 || (count == 0 && isOneForNone) ? one : many
  }

  /// The count and the noun: `1 pair`, `8 pairs`.
  public func counted(_ count: Int) -> String { "\(count) \(after(count))" }
}

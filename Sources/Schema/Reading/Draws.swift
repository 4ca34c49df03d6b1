/// Where the values of uncertain parameters come from.
public enum Draws: Sendable {
  /// The median of each, cut to its legal range.
  case medians
  /// A quantile for each path, strictly between 0 and 1; a pure function of the path. Of values
  /// given draw by draw those of this draw, from 1.
  case keyed(draw: Int = 1, @Sendable (_ path: String) -> Double)

  func quantile(_ path: String) -> Double {
    switch self {
    case .medians: 0.5
    case .keyed(_, let quantile): quantile(path)
    }
  }
}

/// What an uncertain parameter turned out to be.
public struct Drawn: Hashable, Sendable {
  /// The path: `people.minor_share`, `people.visits.median`.
  public var path: String
  /// The value drawn, in the unit inside; of a choice between words or switches the position of
  /// the word in its list, from 0, with the unit `count`.
  public var value: Double
  /// The median of its distribution, cut to the legal range.
  public var median: Double
  /// The unit.
  public var unit: Unit
}

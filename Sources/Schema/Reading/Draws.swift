/// Where the values of uncertain parameters come from, and which of the values given in rows count.
public struct Draws: Sendable {
  /// The draw, from 1; nil where uncertain parameters stand at their medians.
  public let draw: Int?
  /// The setting of the varied parameters, from 1; nil where none are varied.
  public let point: Int?
  private let quantiles: @Sendable (_ path: String) -> Double

  /// The median of each, cut to its legal range.
  public static let medians = Draws.medians(point: nil)

  /// The median of each, at one setting of the varied parameters.
  public static func medians(point: Int?) -> Draws {
    Draws(draw: nil, point: point) { _ in 0.5 }
  }

  /// A quantile for each path, strictly between 0 and 1; a pure function of the path.
  public static func keyed(
    draw: Int = 1, point: Int? = nil, _ quantile: @escaping @Sendable (_ path: String) -> Double
  ) -> Draws {
    Draws(draw: draw, point: point, quantiles: quantile)
  }

  private init(
    draw: Int?, point: Int?, quantiles: @escaping @Sendable (_ path: String) -> Double
  ) {
    (self.draw, self.point, self.quantiles) = (draw, point, quantiles)
  }

  func quantile(_ path: String) -> Double { quantiles(path) }

  /// The row that counts of values given in rows, from 1; nil where none is asked for.
  func row(_ rows: ByRow.Rows) -> Int? {
    switch rows {
    case .draws: draw
    case .points: point
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

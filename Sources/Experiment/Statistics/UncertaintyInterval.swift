/// How the limits of an uncertainty interval were found.
public enum UncertaintyMethod: String, Sendable, CaseIterable {
  /// Quantiles of the draws (type 6): from the number of draws on at which they exist.
  case percentile
  /// Where the next draw falls, if the logarithms are normal: 8 draws or more.
  case prediction
  /// The least and the greatest draw, which hold less than the level asked for.
  case range
}

/// Limits between which plausible worlds lie, with the error of each limit.
///
/// These don't close in as draws are added: they hold what nobody knows, not the error of a mean.
public struct UncertaintyInterval: Sendable, Equatable {
  /// Lower limit; nil where it lies among draws that were lost.
  public var low: Double?
  /// Upper limit; nil where it lies among draws that were lost.
  public var high: Double?
  /// How the limits were found.
  public let method: UncertaintyMethod
  /// Whether the limits hold the chance within draws beside the uncertainty between them.
  public var holdsChance = true
  /// Error of the lower limit, outer side; nil below 146 draws at 95 %, and without percentiles.
  ///
  /// All four errors are those of draws made at random. Designed draws do a little better, so that
  /// these are upper bounds.
  public var lowFrom: Double?
  /// Error of the lower limit, inner side.
  public var lowTo: Double?
  /// Error of the upper limit, inner side.
  public var highFrom: Double?
  /// Error of the upper limit, outer side; nil below 146 draws at 95 %.
  public var highTo: Double?

  /// Whether a value lies between the limits, or may: a limit that is empty keeps nothing out.
  public func contains(_ value: Double) -> Bool {
    (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }

  /// The interval with every number put through a function that keeps their order.
  func mapped(_ change: (Double) -> Double) -> UncertaintyInterval {
    UncertaintyInterval(
      low: low.map(change), high: high.map(change), method: method, holdsChance: holdsChance,
      lowFrom: lowFrom.map(change), lowTo: lowTo.map(change), highFrom: highFrom.map(change),
      highTo: highTo.map(change))
  }

  /// The interval cut off at some limits, and wide enough to hold its middle.
  ///
  /// Taking chance out pulls the limits in towards the mean, but not the median.
  func clipped(to limits: ClosedRange<Double>, holding middle: Double?) -> UncertaintyInterval {
    var cut = mapped { min(max($0, limits.lowerBound), limits.upperBound) }
    if let middle {
      cut.low = cut.low.map { min($0, middle) }
      cut.high = cut.high.map { max($0, middle) }
    }
    return cut
  }
}

extension UncertaintyInterval {
  /// Draws below which the limits are the range.
  static let fewestForPrediction = 8

  /// The limits over draws, one number for each; nil below two draws.
  ///
  /// - Parameters:
  ///   - level: Share that the limits hold, above 0 and below 1.
  ///   - lost: Draws without a number since their runs were stopped, and on which side they lie.
  /// - Complexity: O(n log n).
  static func over(
    _ draws: [Double], level: Double, lost: LostDraws = .none
  ) -> UncertaintyInterval? {
    guard draws.count >= 2 else { return nil }
    let order = OrderedDraws(draws, lost: lost)
    if OrderedDraws.hasQuantiles(draws: order.total, level: level) {
      return percentile(order, level: level)
    }
    let (least, greatest) = (order.sorted[0], order.sorted[draws.count - 1])
    // So few draws have no quantile beyond one that was lost.
    let isOpen = lost.count > 0
    if draws.count >= fewestForPrediction, least > 0,
      let found = Statistics.prediction(ofLogarithms: draws.map(Statistics.logarithm), level: level)
    {
      return UncertaintyInterval(
        low: isOpen && lost.side == .either ? nil : Statistics.exponential(found.low),
        high: isOpen ? nil : Statistics.exponential(found.high), method: .prediction)
    }
    return UncertaintyInterval(
      low: isOpen && lost.side == .either ? nil : least, high: isOpen ? nil : greatest,
      method: .range)
  }

  private static func percentile(_ order: OrderedDraws, level: Double) -> UncertaintyInterval {
    let tail = OrderedDraws.tail(level)
    let ranks = OrderedDraws.ranks(around: tail, draws: order.total, level: level)
    let last = order.total + 1, ends = order.limits(level: level)
    return UncertaintyInterval(
      low: ends.low, high: ends.high,
      method: .percentile,
      lowFrom: ranks.from.flatMap { order.low(at: Double($0)) },
      lowTo: ranks.to.flatMap { order.low(at: Double($0)) },
      highFrom: ranks.to.flatMap { order.high(at: Double(last - $0)) },
      highTo: ranks.from.flatMap { order.high(at: Double(last - $0)) })
  }
}

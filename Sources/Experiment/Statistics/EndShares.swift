/// How often something holds at either end of an input: in the lowest and in the highest third of
/// its values. Of an input with few values, such as a choice, the ends are the values at which it
/// holds least and most often.
public struct EndShares: Sendable, Equatable {
  /// The share of draws at the low end, with Wilson's limits.
  public let low: Interval
  /// The share of draws at the high end.
  public let high: Interval
  /// The greatest value of the low end; of few values the one it stands for.
  public let lowValue: Double
  /// The least value of the high end; of few values the one it stands for.
  public let highValue: Double

  init(low: Interval, high: Interval, lowValue: Double, highValue: Double) {
    (self.low, self.high) = (low, high)
    (self.lowValue, self.highValue) = (lowValue, highValue)
  }

  /// - Parameters:
  ///   - holds: For each draw 1 where it holds, 0 where it doesn't, ½ for a tie.
  ///   - values: Of the input, for the same draws; all defined.
  ///   - level: For the limits.
  /// - Returns: Nil where the input doesn't vary.
  init?(_ holds: [Double], by values: [Double], level: Double) {
    guard let ends = EndShares.ends(of: holds, by: values) else { return nil }
    self.init(holds, at: ends, by: values, level: level)
  }

  /// The same where it is known which draws lie at either end.
  init?(
    _ holds: [Double], at ends: (low: [Int], high: [Int]), by values: [Double], level: Double
  ) {
    guard let low = EndShares.share(of: holds, ends.low, level: level),
      let high = EndShares.share(of: holds, ends.high, level: level),
      let lowValue = ends.low.map({ values[$0] }).max(),
      let highValue = ends.high.map({ values[$0] }).min()
    else { return nil }
    self.init(low: low, high: high, lowValue: lowValue, highValue: highValue)
  }

  /// Whether the limits leave no share in common.
  public var areApart: Bool { low.high < high.low || high.high < low.low }

  /// Whether it holds in most draws at one end and in few at the other, limits apart.
  public var turn: Bool { areApart && (low.estimate - 0.5) * (high.estimate - 0.5) < 0 }

  /// Positions of the draws at either end; nil where the input doesn't vary.
  static func ends(of holds: [Double], by values: [Double]) -> (low: [Int], high: [Int])? {
    let groups = Dictionary(grouping: values.indices) { values[$0] }
    guard groups.count > 1 else { return nil }
    guard groups.count <= values.count / 4 else {
      let ranks = RankCorrelation.ranks(values), third = Double(values.count + 1) / 3
      return (
        ranks.indices.filter { ranks[$0] <= third }, ranks.indices.filter { ranks[$0] >= 2 * third }
      )
    }
    // In the order of the values: where it holds equally often, the ends are those of the values.
    let ordered = groups.sorted { $0.key < $1.key }.map(\.value)
    let shares = ordered.map { places in Statistics.mean(places.map { holds[$0] }) ?? 0 }
    let least = shares.firstIndex(of: shares.min() ?? 0) ?? 0
    let most = shares.lastIndex(of: shares.max() ?? 0) ?? 0
    return (ordered[least], ordered[most])
  }

  private static func share(of holds: [Double], _ places: [Int], level: Double) -> Interval? {
    Statistics.mean(places.map { holds[$0] }).flatMap {
      Statistics.share($0, of: places.count, level: level)
    }
  }
}

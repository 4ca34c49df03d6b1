/// What drives the spread between draws: for each drawn input the share of the spread that its ranks
/// explain, with the bound that the greatest of all reaches by chance.
///
/// - SeeAlso: Saltelli et al. 2008, Global sensitivity analysis, §1.2 (squared rank correlations);
///   Westfall & Young 1993, Resampling-based multiple testing (the greatest over permutations).
public enum ExplainedShare {
  /// One input.
  public struct Input: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Rank correlation with the effect, −1…1.
    public let correlation: Double
    /// Share explained by rank: the squared correlation less what chance gives on average, not below 0.
    public let share: Double
    /// Whether the share is above the bound; if not, it isn't told from chance at this number of draws.
    public let isTold: Bool
    /// The shares of draws with less at the two ends of the input.
    public let less: EndShares?
  }

  /// The inputs of one outcome.
  public struct Result: Sendable, Equatable {
    /// Largest share first; equal ones in the order given.
    public let inputs: [Input]
    /// The share that the greatest of all inputs exceeds by chance in 5 % of cases.
    public let bound: Double
    /// What neither inputs above the bound nor chance explain, not below 0.
    public let unexplained: Double
    /// Draws behind it.
    public let draws: Int
  }

  /// Draws below which nothing is said.
  public static let fewest = 64

  /// Permutations of the effects. With 399 the 380th of their greatest shares is the bound at 95 %.
  static let permutations = 399

  /// - Parameters:
  ///   - effects: One for each draw; undefined ones are left out.
  ///   - differences: Of the same draws, for the sign; the effects themselves if those have a sign.
  ///   - inputs: Values of each drawn input that the policy or its baseline reads, for the same draws.
  ///   - chanceShare: The part of the spread that is chance within draws, where it is known.
  ///   - level: For the limits of the shares of draws with less, and for the bound.
  /// - Returns: Nil below ``fewest`` draws, or where nothing varies.
  /// - Complexity: O(permutations × inputs × draws).
  public static func found(
    of effects: [Double], differences: [Double], on inputs: [(name: String, values: [Double])],
    chanceShare: Double? = nil, level: Double = 0.95
  ) -> Result? {
    let whole = effects.indices.filter { draw in
      effects[draw].isFinite && draw < differences.count && differences[draw].isFinite
        && inputs.allSatisfy { draw < $0.values.count && $0.values[draw].isFinite }
    }
    let names = inputs.filter { input in
      whole.contains { input.values[$0] != input.values[whole[0]] }
    }
    let ranks = names.map { input in RankCorrelation.ranks(whole.map { input.values[$0] }) }
    guard whole.count >= fewest, !names.isEmpty,
      let target = standardized(RankCorrelation.ranks(whole.map { effects[$0] }))
    else { return nil }
    let columns = ranks.compactMap(standardized)
    let bound = bound(of: target, on: columns, level: level)
    let isLess = whole.map { differences[$0] < 0 ? 1 : differences[$0] == 0 ? 0.5 : 0 }
    let found = names.indices.map { place in
      let correlation = min(1, max(-1, product(columns[place], target)))
      let share = share(correlation, draws: whole.count)
      return Input(
        name: names[place].name, correlation: correlation, share: share, isTold: share > bound,
        less: EndShares(isLess, by: whole.map { names[place].values[$0] }, level: level))
    }
    let told = found.filter(\.isTold).map(\.share).reduce(0, +)
    return Result(
      inputs: sorted(found), bound: bound, unexplained: max(0, 1 - told - (chanceShare ?? 0)),
      draws: whole.count)
  }

  /// What is left of a squared correlation without its mean under no relation, 1/(D − 1).
  private static func share(_ correlation: Double, draws: Int) -> Double {
    max(0, correlation * correlation - 1 / Double(draws - 1))
  }

  private static func sorted(_ inputs: [Input]) -> [Input] {
    inputs.enumerated().sorted { first, second in
      first.element.share == second.element.share
        ? first.offset < second.offset : first.element.share > second.element.share
    }.map(\.element)
  }

  /// Ranks less their mean over their length, so that products are correlations; nil if all are equal.
  private static func standardized(_ ranks: [Double]) -> [Double]? {
    let middle = Double(ranks.count + 1) / 2
    let centred = ranks.map { $0 - middle }
    let length = product(centred, centred).squareRoot()
    return length > 0 ? centred.map { $0 / length } : nil
  }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for place in first.indices { sum += first[place] * second[place] }
    return sum
  }
}

extension ExplainedShare {
  /// The quantile of the greatest share over all inputs when the effects are dealt out to the draws
  /// anew: what the best of so many inputs reaches without any relation.
  private static func bound(of target: [Double], on columns: [[Double]], level: Double) -> Double {
    var random = Random(state: 0x5eed_0f5a_ba1d_0001)
    var dealt = target
    let greatest = (0..<permutations).map { _ in
      random.shuffle(&dealt)
      let correlation = columns.map { abs(product($0, dealt)) }.max() ?? 0
      return share(correlation, draws: target.count)
    }.sorted()
    let rank = Int((Statistics.steady(level * Double(permutations + 1))).rounded(.up))
    return greatest[min(permutations, max(1, rank)) - 1]
  }
}

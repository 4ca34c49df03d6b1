/// How one option fares among all others in the same draws: a row of ranking.csv. The reference is an
/// option like any other: to leave things as they are.
public struct RankingRow: Sendable, Equatable {
  /// The reference of the options.
  public let baseline: String
  /// The option.
  public let scenario: String
  /// Name of the outcome.
  public let outcome: String
  /// Draws counted: those in which all options have a value and the reference isn't 0.
  public let draws: Int
  /// What was found; nil below ``Ranking/fewest`` draws.
  public let finding: Finding?

  /// What was found.
  public struct Finding: Sendable, Equatable {
    /// The share of draws in which no option has less harm, with Wilson's limits; equals are best
    /// together.
    public let best: Interval
    /// Regret, as share of the reference's harm in the same draw: its mean over draws.
    public let regretMean: Double
    /// Its median.
    public let regretMedian: Double
    /// Its 95 % quantile; nil below 19 draws, where there is none.
    public let regretHigh: Double?
    /// The greatest.
    public let regretMax: Double
  }
}

extension Sequence<RankingRow> {
  /// The options with what was found of an outcome: those that are best most often first, of several the one with
  /// the least mean regret; none where nothing was found.
  public func ranked(by outcome: String) -> [(row: RankingRow, finding: RankingRow.Finding)] {
    let found = compactMap { row in
      row.outcome == outcome ? row.finding.map { (row: row, finding: $0) } : nil
    }
    return found.enumerated().sorted { one, two in
      let (a, b) = (one.element.finding, two.element.finding)
      if a.best.estimate != b.best.estimate { return a.best.estimate > b.best.estimate }
      return a.regretMean == b.regretMean ? one.offset < two.offset : a.regretMean < b.regretMean
    }.map(\.element)
  }
}

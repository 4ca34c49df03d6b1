/// Which option is best of all, how often, and what is lost where another one would have been.
///
/// *Regret* of an option in a draw is its harm less the least harm of any option there: what is lost
/// against somebody who knew which world is the true one. An option that is best in most worlds may
/// have a great regret in the rest; one that is never best may have a small one everywhere. Savage's
/// choice is the option whose greatest regret is least (minimax regret). It needs no weights for the
/// draws, where the share of draws and the mean take the distributions of the inputs at their word.
/// The greatest of the draws made grows with their number: the 95 % quantile stands beside it.
///
/// Harms are means over the replicates of a draw. Where a draw has one, chance decides with the
/// parameters which option is best there, and regret holds chance, too.
///
/// - SeeAlso: Savage 1951, The theory of statistical decision, doi:10.1080/01621459.1951.10500768.
public enum Ranking {
  /// Draws below which nothing is said.
  public static let fewest = 8
  /// Alternatives below which nothing is ranked: differences.csv says all about one.
  public static let fewestAlternatives = 2
  /// The share of draws whose regret isn't above `regret_high`.
  static let high = 0.95

  /// What is found about each option, in their order.
  ///
  /// - Parameters:
  ///   - options: The reference first.
  ///   - level: For the limits of the shares.
  /// - Returns: The draws counted, and one finding for each option, or none below ``fewest`` draws.
  /// - Complexity: O(options × draws × log draws).
  static func found(
    _ options: OptionHarms, level: Double
  ) -> (draws: Int, findings: [RankingRow.Finding]) {
    let options = options.keeping { options.reference[$0] > 0 }
    let draws = options.draws.count
    guard draws >= fewest else { return (draws, []) }
    let best = BestPolicies(Array(zip(options.names, options.harms)).map { ($0, $1) })
    let least = (0..<draws).map { draw in options.harms.map { $0[draw] }.min() ?? 0 }
    let findings = options.harms.indices.compactMap { option -> RankingRow.Finding? in
      let regrets = (0..<draws).map { draw in
        (options.harms[option][draw] - least[draw]) / options.reference[draw]
      }
      return finding(best.isBest[option], regrets, level: level)
    }
    return (draws, findings)
  }

  private static func finding(
    _ isBest: [Double], _ regrets: [Double], level: Double
  ) -> RankingRow.Finding? {
    let order = OrderedDraws(regrets), position = Double(regrets.count + 1) * high
    guard let share = Statistics.mean(isBest),
      let best = Statistics.share(share, of: isBest.count, level: level),
      let mean = Statistics.mean(regrets), let median = Uncertainty.median(regrets),
      let greatest = order.sorted.last
    else { return nil }
    return RankingRow.Finding(
      best: best, regretMean: mean, regretMedian: median,
      regretHigh: order.high(at: Statistics.steady(position)), regretMax: greatest)
  }
}

import Experiment

/// Which option is best in most worlds, and what choosing it may cost, in at most three lines.
struct RankingWords {
  /// Of ranking.csv.
  let rows: [RankingRow]

  /// The best by the headline, that by serious harm, and who has the least greatest regret where that is
  /// another one; none where nothing is known.
  var lines: [String] {
    guard let first = best(OutcomeWords.headline) else { return [] }
    let found = first.finding
    let head =
      "Best in this model, burdens aside: \(share(first)) of plausible worlds\(limits(first)); its harm is "
      + "\(NumberText.percent(found.regretMean)) of \(first.row.baseline)'s above the least of all "
      + "on average (mean regret), at most \(NumberText.percent(found.regretMax))"
    let second = best(OutcomeWords.serious).map { own in
      "By serious harm: \(share(own))\(limits(own)); mean regret "
        + "\(NumberText.percent(own.finding.regretMean)), at most "
        + NumberText.percent(own.finding.regretMax)
    }
    return [head] + [second, leastRegret].compactMap { $0 }
  }

  private typealias Found = (row: RankingRow, finding: RankingRow.Finding)

  private func best(_ outcome: String) -> Found? { rows.ranked(by: outcome).first }

  /// Who is safest against a wrong choice, where that isn't who is best most often.
  private var leastRegret: String? {
    let others = [OutcomeWords.headline, OutcomeWords.serious].compactMap { outcome -> String? in
      let found = rows.ranked(by: outcome)
      guard let best = found.first,
        let safe = found.min(by: { $0.finding.regretMax < $1.finding.regretMax }),
        safe.finding.regretMax < best.finding.regretMax
      else { return nil }
      let by = outcome == OutcomeWords.serious ? " by serious harm" : ""
      return "\(safe.row.scenario)\(by) (at most \(NumberText.percent(safe.finding.regretMax)))"
    }
    return others.isEmpty ? nil : "Least greatest regret: " + others.joined(separator: "; ")
  }

  private func share(_ own: Found) -> String {
    "\(own.row.scenario) in \(NumberText.percent(own.finding.best.estimate))"
  }

  private func limits(_ own: Found) -> String {
    let best = own.finding.best
    return " (\(NumberText.percent(best.low)) to \(NumberText.percent(best.high)))"
  }
}

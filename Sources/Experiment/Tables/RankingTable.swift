/// ranking.csv: how often each option is best of all, and what is lost where it isn't.
public enum RankingTable {
  static let file = "ranking.csv"

  /// The table; nil where nothing is ranked.
  static func table(_ rows: [RankingRow]) -> Table? {
    guard !rows.isEmpty else { return nil }
    return Table(
      name: "ranking",
      description:
        "How often each scenario, the baseline among them, has the least harm of all that "
        + "are compared with the baseline, and its regret: its harm less the least harm in the same "
        + "draw, as share of the baseline's harm there. Draws in which one of them has no value or "
        + "the baseline's harm is 0 are left out. From \(Ranking.fewest) draws on; below that all "
        + "that is found is empty.",
      fields: fields, key: ["scenario", "outcome"], rows: rows.map(cells))
  }

  private static let fields = [
    Field("baseline", .text, "The scenario that all are compared with.", required: true),
    Field("scenario", .text, "The option; the baseline is one.", required: true),
    Field("outcome", .text, "The outcome.", required: true),
    Field("draws", .integer, unit: "draws", "Draws counted.", required: true, minimum: 0),
    Field(
      "p_best", .number, "Share of draws with the least harm of all; equals are best together."),
    Field("p_best_low", .number, "Its lower limit (Wilson, at the study's level)."),
    Field("p_best_high", .number, "Its upper limit (Wilson, at the study's level)."),
    Field(
      "regret_mean", .number, "Mean regret over draws, as share of the baseline's harm in the draw."
    ),
    Field("regret_median", .number, "Median regret over draws."),
    Field(
      "regret_high", .number,
      "Regret that 95 % of plausible worlds don't exceed (type 6); empty below 19 draws."),
    Field(
      "regret_max", .number,
      "Greatest regret of the draws made; the option where it is least is the minimax choice."),
  ]

  private static func cells(_ row: RankingRow) -> [Cell] {
    let found = row.finding
    return [
      .text(row.baseline), .text(row.scenario), .text(row.outcome), .index(row.draws),
      .optional(found?.best.estimate), .optional(found?.best.low), .optional(found?.best.high),
      .optional(found?.regretMean), .optional(found?.regretMedian), .optional(found?.regretHigh),
      .optional(found?.regretMax),
    ]
  }

  /// The rows of a ranking.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(of bytes: [UInt8]) throws(NamedRows.Fault) -> [RankingRow] {
    let rows = try NamedRows(bytes, table: file, columns: fields.map(\.name))
    return rows.indices.map { row in
      RankingRow(
        baseline: rows.text(row, "baseline"), scenario: rows.text(row, "scenario"),
        outcome: rows.text(row, "outcome"), draws: rows.whole(row, "draws") ?? 0,
        finding: finding(rows, row))
    }
  }

  private static func finding(_ rows: NamedRows, _ row: Int) -> RankingRow.Finding? {
    guard let best = rows.interval(row, "p_best", "p_best_low", "p_best_high"),
      let mean = rows.number(row, "regret_mean"), let median = rows.number(row, "regret_median"),
      let greatest = rows.number(row, "regret_max")
    else { return nil }
    return RankingRow.Finding(
      best: best, regretMean: mean, regretMedian: median,
      regretHigh: rows.number(row, "regret_high"), regretMax: greatest)
  }
}

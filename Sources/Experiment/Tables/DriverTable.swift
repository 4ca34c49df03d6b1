/// drivers.csv: what drives each policy's effect, and what turns its sign or its rank.
public enum DriverTable {
  static let file = "drivers.csv"

  /// The table; nil where nothing was drawn, or nothing can be said of any outcome.
  static func table(_ rows: [DriverRow]) -> Table? {
    guard !rows.isEmpty else { return nil }
    return Table(
      name: "drivers",
      description: "What each drawn parameter does to each policy's change against the baseline. "
        + "From \(ExplainedShare.fewest) draws on; below that all that is found is empty.",
      fields: fields, key: ["scenario", "outcome", "parameter"], rows: rows.map(cells))
  }

  private static let fields =
    [
      Field("baseline", .text, "The scenario compared with; empty where the level is explained."),
      Field("scenario", .text, "The policy.", required: true),
      Field("outcome", .text, "The outcome.", required: true),
      Field(
        "parameter", .text, "Column of runs.csv: a parameter of the policy or of its baseline.",
        required: true),
      Field("unit", .text, "Unit of low and high values; 1 for numbers and positions of words."),
      Field("draws", .integer, unit: "draws", "Draws behind the row.", required: true, minimum: 0),
      Field(
        "share_explained", .number,
        "Share explained by rank: squared rank correlation less what chance gives, from 0."),
      Field(
        "bound", .number,
        "The share that the greatest of all parameters exceeds by chance in 5 % of cases."),
      Field("told", .flag, "Whether the share is above the bound: told from chance."),
      Field(
        "unexplained", .number,
        "What neither parameters above the bound nor chance explain; one for each policy."),
      Field(
        "correlation", .number,
        "Rank correlation with the ratio to the baseline: below 0, more of it means less harm."),
    ]
    + ends(
      "less", "draws with less than the baseline",
      "Whether less is in most draws at one end and in few at the other, limits apart.", "sign")
    + ends(
      "best", "draws in which the policy is the best of all",
      "Whether the limits are apart and another policy leads at the other end.", "rank")
    + [
      Field("leader_at_low", .text, "The policy that is best most often at the low end."),
      Field("leader_at_high", .text, "The policy that is best most often at the high end."),
    ]

  /// The columns of what holds at either end.
  private static func ends(
    _ name: String, _ what: String, _ turns: String, _ turned: String
  ) -> [Field] {
    let few = "of a parameter with few values that at which the share is"
    let sides = [
      ("low", "lowest third of the parameter", "Greatest value there", "least"),
      ("high", "highest third of the parameter", "Least value there", "greatest"),
    ]
    return sides.flatMap { side, third, value, extreme in
      [
        Field("\(name)_\(side)_value", .number, "\(value); \(few) \(extreme)."),
        Field("p_\(name)_at_\(side)", .number, "Share of \(what), in the \(third)."),
        Field("p_\(name)_at_\(side)_from", .number, "Its lower limit (Wilson, 95 %)."),
        Field("p_\(name)_at_\(side)_to", .number, "Its upper limit (Wilson, 95 %)."),
      ]
    } + [Field("turns_\(turned)", .flag, turns)]
  }

  private static func cells(_ row: DriverRow) -> [Cell] {
    let found = row.finding
    let named: [Cell] = [
      row.baseline.map(Cell.text) ?? .empty, .text(row.scenario), .text(row.outcome),
      .text(row.parameter), .text(row.unit), .index(row.draws),
    ]
    return named + [
      .optional(found?.share), .optional(found?.bound), found.map { .flag($0.isTold) } ?? .empty,
      .optional(found?.unexplained), .optional(found?.correlation),
    ] + cells(found?.less, found?.turnsSign) + cells(found?.best, found?.turnsRank) + [
      (found?.leaders?.low).map(Cell.text) ?? .empty,
      (found?.leaders?.high).map(Cell.text) ?? .empty,
    ]
  }

  private static func cells(_ ends: EndShares?, _ turns: Bool?) -> [Cell] {
    guard let ends, let turns else { return Array(repeating: .empty, count: 9) }
    let sides = [(ends.lowValue, ends.low), (ends.highValue, ends.high)]
    return sides.flatMap { value, share -> [Cell] in
      [.number(value), .number(share.estimate), .number(share.low), .number(share.high)]
    } + [.flag(turns)]
  }
}

extension DriverTable {
  /// The rows of a drivers.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(of bytes: [UInt8]) throws(NamedRows.Fault) -> [DriverRow] {
    let rows = try NamedRows(
      bytes, table: file, columns: fields.map(\.name))
    return rows.indices.map { row in
      let baseline = rows.text(row, "baseline")
      return DriverRow(
        baseline: baseline.isEmpty ? nil : baseline, scenario: rows.text(row, "scenario"),
        outcome: rows.text(row, "outcome"), parameter: rows.text(row, "parameter"),
        unit: rows.text(row, "unit"), draws: rows.whole(row, "draws") ?? 0,
        finding: finding(rows, row))
    }
  }

  private static func finding(_ rows: NamedRows, _ row: Int) -> DriverRow.Finding? {
    guard let share = rows.number(row, "share_explained"), let bound = rows.number(row, "bound"),
      let unexplained = rows.number(row, "unexplained"),
      let correlation = rows.number(row, "correlation")
    else { return nil }
    let (low, high) = (rows.text(row, "leader_at_low"), rows.text(row, "leader_at_high"))
    return DriverRow.Finding(
      share: share, bound: bound, unexplained: unexplained, correlation: correlation,
      less: ends(rows, row, "less"), best: ends(rows, row, "best"),
      leaders: low.isEmpty ? nil : DriverRow.Leaders(low: low, high: high))
  }

  private static func ends(_ rows: NamedRows, _ row: Int, _ name: String) -> EndShares? {
    func share(_ side: String) -> Interval? {
      let column = "p_\(name)_at_\(side)"
      return rows.interval(row, column, column + "_from", column + "_to")
    }
    guard let low = share("low"), let high = share("high"),
      let first = rows.number(row, name + "_low_value"),
      let last = rows.number(row, name + "_high_value")
    else { return nil }
    return EndShares(low: low, high: high, lowValue: first, highValue: last)
  }
}

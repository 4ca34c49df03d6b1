/// information.csv: what it would be worth to know each parameter before a policy is chosen.
public enum InformationTable {
  static let file = "information.csv"

  /// The table; nil where nothing is said.
  static func table(_ rows: [InformationRow]) -> Table? {
    guard !rows.isEmpty else { return nil }
    return Table(
      name: "information",
      description:
        "What it would be worth to know each drawn parameter before one of the scenarios "
        + "compared with the baseline, or the baseline, is chosen by its mean harm: harm avoided on "
        + "average, as share of the baseline's mean harm. From \(Information.fewest) draws on. "
        + "What offenders are and do is not among the rows: no setting of theirs "
        + "is searched or ranked. They vary in all draws, and evpi holds them.",
      fields: fields, key: ["outcome", "parameter"], rows: rows.map(cells))
  }

  private static let fields = [
    Field("baseline", .text, "The scenario that all are compared with.", required: true),
    Field("outcome", .text, "The outcome.", required: true),
    Field(
      "rank", .integer, "Place among the outcome's parameters; the greatest worth first.",
      required: true, minimum: 1),
    Field(
      "parameter", .text, "Column of runs.csv: a parameter that one of the scenarios reads.",
      required: true),
    Field("unit", .text, "Unit of its values; 1 for numbers and positions of words."),
    Field("draws", .integer, unit: "draws", "Draws behind the row.", required: true, minimum: 0),
    Field(
      "evpi", .number,
      "Worth of knowing everything, chance within draws among it: an upper bound; one for each "
        + "outcome.", required: true),
    Field("evppi", .number, "Worth of knowing the parameter alone.", required: true),
    Field(
      "bound", .number,
      "The worth that the greatest of all parameters exceeds by chance in 5 % of cases.",
      required: true),
    Field("told", .flag, "Whether the worth is above the bound: told from chance.", required: true),
    Field("leader", .text, "The scenario with the least mean harm of all.", required: true),
    Field(
      "leader_at_low", .text,
      "That with the least mean harm in the lowest third of the parameter, or at its least value "
        + "where it has six or fewer.", required: true),
    Field(
      "leader_at_high", .text,
      "That with the least mean harm in the highest third, or at the greatest value.",
      required: true),
  ]

  private static func cells(_ row: InformationRow) -> [Cell] {
    [
      .text(row.baseline), .text(row.outcome), .index(row.rank), .text(row.parameter),
      .text(row.unit), .index(row.draws), .number(row.evpi), .number(row.evppi),
      .number(row.bound), .flag(row.isTold), .text(row.leader), .text(row.leaders.low),
      .text(row.leaders.high),
    ]
  }

  /// The rows of an information.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(of bytes: [UInt8]) throws(NamedRows.Fault) -> [InformationRow] {
    let rows = try NamedRows(bytes, table: file, columns: fields.map(\.name))
    return rows.indices.compactMap { row in
      guard let evpi = rows.number(row, "evpi"), let evppi = rows.number(row, "evppi"),
        let bound = rows.number(row, "bound")
      else { return nil }
      return InformationRow(
        baseline: rows.text(row, "baseline"), outcome: rows.text(row, "outcome"),
        rank: rows.whole(row, "rank") ?? row + 1, parameter: rows.text(row, "parameter"),
        unit: rows.text(row, "unit"), draws: rows.whole(row, "draws") ?? 0, evpi: evpi,
        evppi: evppi, bound: bound, leader: rows.text(row, "leader"),
        leaders: DriverRow.Leaders(
          low: rows.text(row, "leader_at_low"), high: rows.text(row, "leader_at_high")))
    }
  }
}

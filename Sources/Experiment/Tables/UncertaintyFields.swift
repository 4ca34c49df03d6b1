import Simulation

/// The columns that summary.csv and differences.csv have in common.
enum UncertaintyFields {
  static let period = Field(
    "period", .text,
    "How long the policy had been in force: the window's first 7, 30 or 90 days, all of it, or until the "
      + "end of the follow-up, which some draws have.",
    required: true, allowed: Period.allCases.map(\.rawValue))

  static let point = Field(
    "point_id", .integer, "Setting of the varied parameters.", required: true, minimum: 1)

  static let chanceShare = Field(
    "chance_share", .number,
    "Part of the variance between draws that is chance; empty where no draw has two replicates.",
    minimum: 0)

  /// Level, method and errors of some limits.
  static func limits(of what: String) -> [Field] {
    [
      Field("ui_level", .number, "Share of plausible worlds that the limits hold.", required: true),
      Field(
        "ui_method", .text,
        "How the limits were found: quantiles of the draws (type 6), where the next draw falls "
          + "(below 39 draws), or the least and the greatest draw.",
        allowed: UncertaintyMethod.allCases.map(\.rawValue)),
      Field(
        "ui_low_from", .number,
        "Error of the lower of \(what) by order statistics, outer side; an upper bound for designed "
          + "draws, empty below 146 draws."),
      Field("ui_low_to", .number, "The same, inner side."),
      Field("ui_high_from", .number, "Error of the upper limit, inner side."),
      Field("ui_high_to", .number, "Error of the upper limit, outer side."),
      Field(
        "ui_holds_chance", .flag,
        "Whether the limits hold the chance within draws, too; false where it was taken out."),
    ]
  }

  /// The cell of a method.
  static func method(_ limits: UncertaintyInterval?) -> Cell {
    limits.map { .text($0.method.rawValue) } ?? .empty
  }

  /// The cells of the errors.
  static func errors(_ limits: UncertaintyInterval?) -> [Cell] {
    [limits?.lowFrom, limits?.lowTo, limits?.highFrom, limits?.highTo].map(Cell.optional)
      + [limits.map { .flag($0.holdsChance) } ?? .empty]
  }

  /// Limits read back.
  static func read(
    _ rows: NamedRows, _ row: Int, _ low: String, _ high: String, method: String = "ui_method"
  ) -> UncertaintyInterval? {
    guard let method = UncertaintyMethod(rawValue: rows.text(row, method)) else { return nil }
    var found = UncertaintyInterval(
      low: rows.number(row, low), high: rows.number(row, high), method: method)
    (found.lowFrom, found.lowTo) = (
      rows.number(row, "ui_low_from"), rows.number(row, "ui_low_to")
    )
    (found.highFrom, found.highTo) = (
      rows.number(row, "ui_high_from"), rows.number(row, "ui_high_to")
    )
    found.holdsChance = rows.text(row, "ui_holds_chance") != "false"
    return found
  }
}

/// warm_up.csv: the baseline day by day from the run's beginning, and what leaving days out would do.
public enum WarmUpTable {
  static let file = "warm_up.csv"

  /// One row per day.
  static func table(_ found: WarmUp) -> Table {
    Table(
      name: "warm_up",
      description: "One row per day since the beginning of the runs, under the baseline: whether "
        + "the warm-up is long enough (MSER-5). Only where runs have 20 days or more.",
      fields: fields, key: ["scenario", "day"],
      rows: found.contacts.enumerated().map { day, contacts in
        [
          .text(found.scenario), .index(day + 1), .index(found.draws),
          .flag(day < found.simulated), .number(contacts), .optional(found.error(from: day)),
          .flag(day < found.suggested),
        ]
      })
  }

  private static let fields = [
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field("day", .integer, "Day since the run's beginning, from 1.", required: true, minimum: 1),
    Field(
      "draws", .integer, "Draws that were watched longest: contacts are means over them.",
      required: true, minimum: 1),
    Field("in_warm_up", .flag, "Whether the study leaves the day out.", required: true),
    Field(
      "contacts", .number, "Unwanted contacts to minors on the platform and at its rivals.",
      required: true),
    Field(
      "error_from_here", .number,
      "Standard error of the mean of batches of five days from this day on; empty within a batch, "
        + "and beyond half of the days.", minimum: 0),
    Field(
      "suggested", .flag, "Whether the day should be left out: before the least of those errors.",
      required: true),
  ]

  /// What a table says; nil for an empty one.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func warmUp(of bytes: [UInt8]) throws(NamedRows.Fault) -> WarmUp? {
    let rows = try NamedRows(
      bytes, table: file, columns: ["scenario", "draws", "in_warm_up", "contacts"])
    guard let first = rows.indices.first else { return nil }
    return WarmUp(
      scenario: rows.text(first, "scenario"), draws: rows.whole(first, "draws") ?? 0,
      simulated: rows.indices.count { rows.flag($0, "in_warm_up") == true },
      contacts: rows.indices.map { rows.number($0, "contacts") ?? .nan },
      errors: rows.indices.compactMap { rows.number($0, "error_from_here") })
  }
}

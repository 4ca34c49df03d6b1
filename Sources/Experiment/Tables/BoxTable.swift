/// The boxes of a discovery, step by step.
public enum BoxTable {
  /// A row for each limit of each box; of a box without limits one.
  public static func table(_ found: [Discovery.Finding]) -> Table {
    Table(
      name: "boxes", description: "One row per scenario, step and limited input.", fields: fields,
      rows: found.flatMap { finding in
        finding.boxes.enumerated().flatMap { step, box -> [[Cell]] in
          let head: [Cell] = [
            .text(finding.scenario), .index(step), .index(box.worlds), .number(box.coverage),
            .number(box.density), .number(box.mass),
          ]
          if box.limits.isEmpty { return [head + Array(repeating: .empty, count: 5)] }
          return box.limits.map { limit in
            head + [
              .text(limit.input), .optional(limit.low), .optional(limit.high),
              .text(limit.words.joined(separator: " ")), .number(limit.chance),
            ]
          }
        }
      })
  }

  private static let fields = [
    Field("scenario", .text, "Name of the scenario."),
    Field("step", .integer, "Step of the peeling, from 0: all worlds."),
    Field("worlds", .integer, "Worlds inside."),
    Field("coverage", .number, "Share of the worlds of interest that are inside."),
    Field("density", .number, "Share of interest of those inside."),
    Field("mass", .number, "Share of all worlds that are inside."),
    Field("input", .text, "Path of a limited input."),
    Field("low", .number, "Lower end, in the unit of parameters.csv."),
    Field("high", .number, "Upper end."),
    Field("words", .text, "Words that are left."),
    Field("chance", .number, "Chance of such a density if the limit did nothing."),
  ]
}

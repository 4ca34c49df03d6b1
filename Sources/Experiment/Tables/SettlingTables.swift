import Simulation

/// settling.csv and curve.csv: whether effects have come to rest, and how they got there.
public enum SettlingTables {
  static let file = "settling.csv", curveFile = "curve.csv"

  /// One row per policy.
  static func settling(_ found: [Settling]) -> Table {
    Table(
      name: "settling",
      description:
        "One row per compared scenario: whether the change of contacts on the platform and at its "
        + "rivals has come to rest within the window, or the follow-up.",
      fields: settlingFields, key: ["baseline", "scenario", "period"],
      rows: found.map { one in
        [
          .text(one.baseline), .text(one.scenario), .text(one.period.rawValue),
          one.isSettled.map(Cell.flag) ?? .empty, .index(one.days.count), .index(one.third),
          .optional(one.first), .optional(one.last), .optional(one.change),
          .optional(one.changeLow), .optional(one.changeHigh), .optional(one.pointsAWeek),
          one.halfTime.map(Cell.index) ?? .empty,
        ]
      })
  }

  /// One row per policy and day.
  static func curve(_ found: [Settling]) -> Table {
    Table(
      name: "curve",
      description:
        "One row per compared scenario, period and day: contacts on the platform and at its rivals "
        + "over the baseline's.",
      fields: curveFields, key: ["baseline", "scenario", "period", "day"],
      rows: found.flatMap { one in
        one.days.map { day in
          [
            .text(one.baseline), .text(one.scenario), .text(one.period.rawValue),
            .index(day.number), .index(day.draws),
            .optional(day.median), .optional(day.ui?.low), .optional(day.ui?.high),
            UncertaintyFields.method(day.ui),
          ]
        }
      })
  }

  private static let naming = [
    Field("baseline", .text, "Scenario compared with.", required: true),
    Field("scenario", .text, "Scenario compared.", required: true),
    Field(
      "period", .text, "The window in all draws, or the follow-up in those that have it.",
      required: true, allowed: [Period.window, .followUp].map(\.rawValue)),
  ]

  private static let settlingFields =
    naming + [
      Field(
        "settled", .flag,
        "true: the 90 % interval of the median change from the second to the last third of the days "
          + "lies inside 2 points (as much less as a third is shorter than a week), and the remaining "
          + "contacts change by less than a tenth; false: it lies outside; empty: nobody can tell."),
      Field("window_d", .integer, unit: "days", "Whole days that are looked at.", required: true),
      Field("third_d", .integer, unit: "days", "Days of a third; 0 below 3 days.", required: true),
      Field(
        "ratio_first", .number,
        "Scenario over baseline at first, median over the same draws: in the first week, or in the first "
          + "third where that is shorter."),
      Field("ratio_last", .number, "Scenario over baseline in the last third, median over draws."),
      Field(
        "change_points", .number, unit: "points",
        "Median change of the effect from the second to the last third."),
      Field("change_low", .number, unit: "points", "90 % interval of that median, lower limit."),
      Field("change_high", .number, unit: "points", "90 % interval of that median, upper limit."),
      Field(
        "points_per_week", .number, unit: "points per week",
        "How fast the effect still moves; empty below a week."),
      Field(
        "half_time_d", .integer, unit: "days",
        "First day on which the effect is half of that of the last third."),
    ]

  private static let curveFields =
    naming + [
      Field(
        "day", .integer, "Day since the window's beginning, from 1.", required: true, minimum: 1),
      Field("draws", .integer, "Draws with a ratio.", required: true, minimum: 0),
      Field("ratio_median", .number, "Scenario over baseline, median over draws."),
      Field("ratio_ui_low", .number, "Lower limit of the ratio in plausible worlds."),
      Field("ratio_ui_high", .number, "Upper limit of the ratio in plausible worlds."),
      Field(
        "ui_method", .text, "How the limits were found.",
        allowed: UncertaintyMethod.allCases.map(\.rawValue)),
    ]
}

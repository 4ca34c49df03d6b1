import Schema
import Simulation

/// differences.csv: every scenario but the reference, in the order of the plan.
public enum Differences {
  /// Below this number of pairs an interval leans on the normal law more than it should.
  public static let fewestPairs = 8
  /// Below this many events on both sides together, a rare outcome isn't compared.
  public static let fewestEvents = 5.0

  /// The rows of one scenario against its reference in one period, in the order of columns.
  ///
  /// - Parameters:
  ///   - level: Share that the limits hold. If `simultaneous`, the level of the Monte Carlo errors is
  ///     shared out over the compared scenarios (Bonferroni).
  /// - Complexity: O(columns × runs × log runs).
  static func rows(
    _ own: Replicates, against base: Replicates, scenario: Int, period: Period = .window,
    plan: Plan, level: Double, simultaneous: Bool, outcomes: Set<String> = []
  ) -> [DifferenceRow] {
    let reference = plan.scenarios[scenario].reference ?? scenario
    let share =
      simultaneous ? Statistics.simultaneousLevel(level, comparisons: plan.compared) : level
    return plan.places(of: outcomes).map { index in
      let column = plan.columns[index]
      var row = row(
        column, values: own.draws(index), reference: base.draws(index),
        names: (plan.scenarios[reference].name, plan.scenarios[scenario].name), period: period,
        level: level, mcLevel: share, lost: own.lostPairs(with: base),
        isKnown: events(of: column, [own, base], plan) >= fewestEvents, simultaneous: simultaneous)
      row.point = plan.scenarios[scenario].point
      return row
    }
  }

  /// The table of some rows; that of a sweep tells points apart, too.
  public static func table(_ rows: [DifferenceRow], isSweep: Bool = false) -> Table {
    Table(
      name: "differences",
      description: "One row per compared scenario, period and outcome: paired, on the same draws "
        + "and random streams.",
      fields: isSweep ? [UncertaintyFields.point] + fields : fields,
      key: (isSweep ? [UncertaintyFields.point.name] : [])
        + ["baseline", "scenario", "period", "outcome"],
      rows: rows.map { (isSweep ? [.index($0.point)] : []) + cells($0) })
  }

  /// What a reader should hear before the rows, in words; each scenario once. What no pair has is
  /// undefined, which the rows say themselves.
  public static func warnings(_ rows: [DifferenceRow]) -> [String] {
    var warnings: [String] = [], told: Set<String> = []
    for row in rows where row.pairs > 0 && row.pairs < fewestPairs {
      guard told.insert(row.scenario).inserted else { continue }
      warnings.append(
        "\(row.scenario): only \(pairNoun.counted(row.pairs)) in \(row.column.name); "
          + "below \(fewestPairs) "
          + "the limits are those of the runs made, and plausible worlds lie beyond")
    }
    return warnings
  }

  /// What pairs are called in warnings.
  public static let pairNoun = Noun("pair")

  /// One outcome over draws from anywhere, such as the runs of a class.
  ///
  /// - Parameters:
  ///   - lost: Draws of which a run was stopped on one side or the other.
  ///   - isKnown: Whether enough events stand behind a rare outcome for it to be compared.
  public static func row(
    _ column: Column, values: DrawValues, reference: DrawValues,
    names: (baseline: String, scenario: String), period: Period = .window, level: Double,
    mcLevel: Double? = nil, lost: Int = 0, isKnown: Bool = true, simultaneous: Bool = false
  ) -> DifferenceRow {
    let found = Uncertainty.effect(
      values, reference: reference, level: level, mcLevel: mcLevel, lost: lost,
      limits: column.limits)
    return DifferenceRow(
      baseline: names.baseline, scenario: names.scenario, period: period, column: column,
      level: level, pairs: found?.pairs ?? 0, estimate: isKnown ? found : nil,
      simultaneous: simultaneous)
  }

  /// Counts of a rare outcome, not sums of its rates: two meetings on a small platform are a large rate.
  private static func events(
    of column: Column, _ sides: [Replicates], _ plan: Plan
  ) -> Double {
    guard let name = column.events,
      let place = plan.columns.firstIndex(where: { $0.name == name })
    else { return .infinity }
    return sides.reduce(0) { sum, runs in
      sum + runs.values(place).filter(\.isFinite).reduce(0, +)
    }
  }

  private static func cells(_ row: DifferenceRow) -> [Cell] {
    let found = row.estimate, ui = found?.ratioUI ?? found?.diffUI
    let mc = found?.mc ?? found?.diffMC
    return [
      .text(row.baseline), .text(row.scenario), .text(row.period.rawValue),
      .text(row.column.name), .text(row.column.unit), .index(found?.draws ?? 0),
      .index(row.pairs), .optional(found?.diffMedian), .optional(found?.diffUI?.low),
      .optional(found?.diffUI?.high), .optional(found?.ratioMedian),
      .optional(found?.ratioUI?.low), .optional(found?.ratioUI?.high), .number(row.level),
      UncertaintyFields.method(ui),
    ] + UncertaintyFields.errors(ui) + [
      .optional(found?.chanceShare), .optional(mc?.low), .optional(mc?.high),
      .optional(found?.diffMC?.low), .optional(found?.diffMC?.high),
      UncertaintyFields.method(found?.diffUI), .index(found?.drawsWithoutRatio ?? 0),
      .optional(found?.pLess), .optional(found?.pLessLow),
      .optional(found?.pLessHigh),
      .flag(row.isClear), row.settled.map(Cell.flag) ?? .empty, .flag(row.simultaneous),
      .optional(found?.correlation),
    ]
  }

  private static let fields =
    naming
    + UncertaintyFields.limits(
      of: "the ratio's limits, or the "
        + "difference's where there is no ratio,") + certainty

  private static let naming = [
    Field("baseline", .text, "Scenario compared with.", required: true),
    Field("scenario", .text, "Scenario compared.", required: true),
    UncertaintyFields.period,
    Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
    Field("unit", .text, "Unit of the outcome and of its difference."),
    Field("draws", .integer, "Draws that are compared.", required: true, minimum: 0),
    Field("pairs", .integer, "Runs defined on both sides.", required: true, minimum: 0),
    Field("diff_median", .number, "Scenario minus baseline: median over draws."),
    Field(
      "diff_ui_low", .number,
      "Lower limit of the difference in plausible worlds: over draws, not the error of a mean."),
    Field("diff_ui_high", .number, "Upper limit of the difference in plausible worlds."),
    Field(
      "ratio_median", .number,
      "Scenario over baseline: median over draws of the ratios of the means over replicates; 0 is "
        + "-100 %. Empty where the baseline has none of it in more than 5 % of the draws."),
    Field("ratio_ui_low", .number, "Lower limit of the ratio in plausible worlds."),
    Field("ratio_ui_high", .number, "Upper limit of the ratio in plausible worlds."),
  ]

  private static let certainty = [
    UncertaintyFields.chanceShare,
    Field(
      "mc_low", .number,
      "Monte Carlo error of the middle: lower limit of Student's interval of the mean ratio, or of "
        + "the mean difference where there is no ratio. It says whether more runs would help."),
    Field("mc_high", .number, "Monte Carlo error of the middle, upper limit."),
    Field("diff_mc_low", .number, "Monte Carlo error of the mean difference, lower limit."),
    Field("diff_mc_high", .number, "Monte Carlo error of the mean difference, upper limit."),
    Field(
      "diff_ui_method", .text,
      "How the limits of the difference were found: below 39 draws the range where some are not above "
        + "0.", allowed: UncertaintyMethod.allCases.map(\.rawValue)),
    Field(
      "draws_without_ratio", .integer, "Draws whose baseline has none of it.", required: true,
      minimum: 0),
    Field(
      "p_less", .number, "Share of draws in which the scenario has less; ties half.", minimum: 0),
    Field("p_less_low", .number, "Wilson's lower limit of that share.", minimum: 0),
    Field("p_less_high", .number, "Wilson's upper limit of that share.", minimum: 0),
    Field(
      "clear", .flag,
      "Whether the limits of the difference, its Monte Carlo error, and the limits of the ratio if there "
        + "is one leave out no change.",
      required: true),
    Field(
      "settled", .flag, "Whether the effect has come to rest; empty where nobody can tell."),
    Field(
      "simultaneous", .flag, "Whether mc_low and mc_high hold for all compared scenarios at once.",
      required: true),
    Field("correlation", .number, "Correlation between the two sides of the pairs."),
  ]
}

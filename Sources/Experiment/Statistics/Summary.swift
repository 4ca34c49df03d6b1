import Simulation

/// Which uncertainty an interval holds.
public enum IntervalKind: String, Sendable {
  /// Between replicates with the same parameters.
  case chance
  /// Also that of parameters drawn anew for each replicate.
  case chanceAndParameters = "chance+parameters"
}

/// How an interval was made.
public enum IntervalMethod: String, Sendable {
  /// Student's t on the replicates.
  case studentT = "student_t"
  /// Student's t on paired differences.
  case pairedT = "paired_t"
  /// Student's t on the logarithms of paired ratios.
  case pairedLogRatio = "paired_log_ratio"
}

/// One scenario and one outcome in numbers: a row of summary.csv. Nil is undefined.
public struct SummaryRow: Sendable, Equatable {
  /// The scenario's name.
  public let scenario: String
  /// The setting of the varied parameters.
  public let point: Int
  /// The outcome.
  public let column: Column
  /// Replicates in which the outcome is defined.
  public let count: Int
  /// Mean over those, with its interval where there are two or more.
  public let mean: Double?
  /// Standard deviation between replicates.
  public let deviation: Double?
  /// Interval of the mean, cut off at the outcome's own limits.
  public let interval: Interval?
  /// Coverage of the interval.
  public let level: Double
  /// What the interval holds.
  public let kind: IntervalKind
  /// Middle of the replicates.
  public let median: Double?
  /// Quantile 0.05 of the replicates.
  public let low: Double?
  /// Quantile 0.95 of the replicates.
  public let high: Double?

  /// Half of the interval, before it was cut off, over the size of the mean.
  public var relativeHalfWidth: Double? {
    guard let mean, let deviation else { return nil }
    return Statistics.interval(mean: mean, deviation: deviation, count: count, level: level)
      .flatMap(Statistics.relativeHalfWidth)
  }
}

/// summary.csv: every scenario and outcome, in the order of the plan.
public enum Summary {
  /// The rows of one scenario, in the order of columns.
  ///
  /// - Parameter level: Coverage of the intervals.
  /// - Complexity: O(columns × runs × log runs).
  static func rows(
    _ runs: Replicates, scenario: Int, plan: Plan, level: Double
  ) -> [SummaryRow] {
    plan.columns.indices.map { column in
      row(
        runs.values(column).filter(\.isFinite), plan.scenarios[scenario], plan.columns[column],
        plan, level)
    }
  }

  /// The table of some rows.
  public static func table(_ rows: [SummaryRow]) -> Table {
    Table(
      name: "summary", description: "One row per scenario and outcome, over replicates.",
      fields: fields, key: ["scenario", "point_id", "outcome"], rows: rows.map(cells))
  }

  private static func row(
    _ values: [Double], _ scenario: PlannedScenario, _ column: Column, _ plan: Plan,
    _ level: Double
  ) -> SummaryRow {
    let sorted = values.sorted()
    return SummaryRow(
      scenario: scenario.name, point: scenario.point, column: column, count: values.count,
      mean: Statistics.mean(values), deviation: Statistics.deviation(values),
      interval: Statistics.interval(values, level: level)?.clipped(to: column.limits),
      level: level, kind: plan.intervalKind,
      median: Statistics.quantile(0.5, ofSorted: sorted),
      low: Statistics.quantile(0.05, ofSorted: sorted),
      high: Statistics.quantile(0.95, ofSorted: sorted))
  }

  private static func cells(_ row: SummaryRow) -> [Cell] {
    let method: Cell = row.interval == nil ? .empty : .text(IntervalMethod.studentT.rawValue)
    return [
      .text(row.scenario), .index(row.point), .text(row.column.name), .text(row.column.unit),
      .index(row.count), .optional(row.mean), .optional(row.deviation),
      .optional(row.interval?.low), .optional(row.interval?.high), .number(row.level),
      .text(row.kind.rawValue), method, .optional(row.median), .optional(row.low),
      .optional(row.high), .optional(row.relativeHalfWidth),
    ]
  }

  private static let fields = [
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field("point_id", .integer, "Setting of the varied parameters.", required: true, minimum: 1),
    Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
    Field("unit", .text, "Unit of the outcome."),
    Field("n", .integer, "Replicates in which it is defined.", required: true, minimum: 0),
    Field("mean", .number, "Mean over replicates."),
    Field("sd", .number, "Standard deviation between replicates (n - 1).", minimum: 0),
    Field(
      "ci_low", .number,
      "Lower limit of the interval of the mean, at least 0: the error of the mean over replicates."),
    Field(
      "ci_high", .number, "Upper limit of the interval of the mean, at most 1 for shares."),
    Field("ci_level", .number, "Coverage of the interval.", required: true),
    Field(
      "ci_kind", .text, "The uncertainty that the interval holds.", required: true,
      allowed: ["chance", "chance+parameters"]),
    Field("ci_method", .text, "How the interval was made.", allowed: ["student_t"]),
    Field("median", .number, "Median of the replicates."),
    Field("p05", .number, "Quantile 0.05 of the replicates (type 7)."),
    Field("p95", .number, "Quantile 0.95 of the replicates (type 7)."),
    Field(
      "half_width_rel", .number,
      "Half of the interval, before it was cut off, over the size of the mean.", minimum: 0),
  ]
}

extension Plan {
  /// What the intervals of this plan hold.
  public var intervalKind: IntervalKind { drawn.isEmpty ? .chance : .chanceAndParameters }
}

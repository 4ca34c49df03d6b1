import Simulation

/// Which uncertainty an interval holds.
public enum IntervalKind: Sendable {
  /// Between replicates with the same parameters.
  case chance
  /// Also that of parameters drawn anew for each draw.
  case chanceAndParameters
}

/// One scenario, period and outcome in numbers: a row of summary.csv. Nil is undefined.
public struct SummaryRow: Sendable, Equatable {
  /// The scenario's name.
  public let scenario: String
  /// The setting of the varied parameters.
  public let point: Int
  /// How long the policy had been in force.
  public let period: Period
  /// The outcome.
  public let column: Column
  /// Share that the limits hold.
  public let level: Double
  /// What the draws say; nil where the outcome is undefined in all of them.
  public let estimate: LevelEstimate?

  /// Middle of the draws; with a single draw of its replicates.
  public var median: Double? { estimate?.median }
  /// Mean over draws: what parts of a whole are shares of.
  public var mean: Double? { estimate?.mean }
  /// Limits of plausible worlds round the median; with a single draw the Monte Carlo error of the
  /// mean, round the mean.
  public var interval: Interval? {
    guard let estimate else { return nil }
    if let ui = estimate.ui { return Interval(ui, middle: estimate.median) }
    return estimate.draws == 1 ? estimate.mc : nil
  }
  /// What `interval` holds.
  public var kind: IntervalKind {
    (estimate?.draws ?? 1) > 1 ? .chanceAndParameters : .chance
  }
}

extension Interval {
  /// The limits of plausible worlds round a middle; nil where one of them is empty.
  public init?(_ limits: UncertaintyInterval, middle: Double) {
    guard let low = limits.low, let high = limits.high else { return nil }
    self.init(estimate: middle, low: low, high: high)
  }
}

/// summary.csv: every scenario, period and outcome, in the order of the plan.
public enum Summary {
  /// The rows of one scenario and period, in the order of columns.
  ///
  /// - Parameters:
  ///   - level: Share that the limits hold.
  ///   - outcomes: Names of those wanted; empty for all.
  /// - Complexity: O(columns × runs × log runs).
  static func rows(
    _ runs: Replicates, scenario: Int, period: Period = .window, plan: Plan, level: Double,
    outcomes: Set<String> = []
  ) -> [SummaryRow] {
    let planned = plan.scenarios[scenario]
    return plan.places(of: outcomes).map { index in
      let column = plan.columns[index]
      return SummaryRow(
        scenario: planned.name, point: planned.point, period: period, column: column,
        level: level,
        estimate: Uncertainty.level(
          runs.draws(index), level: level, lost: runs.lost, limits: column.limits))
    }
  }

  /// The table of some rows.
  public static func table(_ rows: [SummaryRow]) -> Table {
    Table(
      name: "summary",
      description: "One row per scenario, period and outcome, over draws of the uncertain "
        + "parameters.",
      fields: fields, key: ["scenario", "point_id", "period", "outcome"], rows: rows.map(cells))
  }

  private static func cells(_ row: SummaryRow) -> [Cell] {
    let found = row.estimate
    return [
      .text(row.scenario), .index(row.point), .text(row.period.rawValue),
      .text(row.column.name), .text(row.column.unit), .index(found?.draws ?? 0),
      .index(found?.replicates ?? 0), .optional(found?.median), .optional(found?.mean),
      .optional(found?.deviation), .optional(found?.ui?.low), .optional(found?.ui?.high),
      .number(row.level), UncertaintyFields.method(found?.ui),
    ] + UncertaintyFields.errors(found?.ui) + [
      .optional(found?.chanceShare), .optional(found?.mc?.low), .optional(found?.mc?.high),
    ]
  }

  private static let fields =
    [
      Field("scenario", .text, "Name of the scenario.", required: true),
      UncertaintyFields.point,
      UncertaintyFields.period,
      Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
      Field("unit", .text, "Unit of the outcome."),
      Field("draws", .integer, "Draws in which it is defined.", required: true, minimum: 0),
      Field(
        "replicates", .integer, "Runs in which it is defined, over all draws.", required: true,
        minimum: 0),
      Field("median", .number, "Median over draws; of a single draw over its replicates."),
      Field("mean", .number, "Mean over draws."),
      Field(
        "sd", .number,
        "Standard deviation between draws (n - 1); of a single draw between its "
          + "replicates.", minimum: 0),
      Field(
        "ui_low", .number,
        "Lower limit of plausible worlds: over draws, not the error of a mean. Empty with a single "
          + "draw."),
      Field("ui_high", .number, "Upper limit of plausible worlds."),
    ] + UncertaintyFields.limits(of: "ui_low and ui_high") + [
      UncertaintyFields.chanceShare,
      Field(
        "mc_low", .number,
        "Monte Carlo error of the middle: lower limit of Student's interval of the mean. It says "
          + "whether more runs would help, and nothing about the world."),
      Field("mc_high", .number, "Monte Carlo error of the middle, upper limit."),
    ]
}

extension Plan {
  /// Positions of the columns of some outcomes; of all where none are named.
  func places(of outcomes: Set<String>) -> [Int] {
    outcomes.isEmpty
      ? Array(columns.indices) : columns.indices.filter { outcomes.contains(columns[$0].name) }
  }

  /// What the intervals of this plan hold.
  public var intervalKind: IntervalKind { draws > 1 ? .chanceAndParameters : .chance }
}

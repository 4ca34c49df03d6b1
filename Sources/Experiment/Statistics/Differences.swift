import Schema
import Simulation

/// One scenario against the reference in one outcome: a row of differences.csv. Nil is undefined,
/// or not compared.
public struct DifferenceRow: Sendable, Equatable {
  /// The reference scenario's name.
  public let baseline: String
  /// The other scenario's name.
  public let scenario: String
  /// The outcome.
  public let column: Column
  /// Replicates in which the outcome is defined on both sides.
  public let pairs: Int
  /// Scenario minus baseline.
  public let difference: Double?
  /// Its interval, from two pairs on, cut off at what the outcome's own limits allow.
  public let interval: Interval?
  /// Scenario over baseline with its interval: the geometric mean over pairs, or the ratio of the
  /// means where the scenario has a 0; nil if the baseline has one, and below two pairs.
  public let ratio: Interval?
  /// What the intervals hold.
  public let kind: IntervalKind
  /// Whether the intervals hold for all compared scenarios at once.
  public let simultaneous: Bool
  /// Share of pairs in which the scenario is better; ties count half.
  public let shareBetter: Double?
  /// Correlation between the two sides of the pairs.
  public let correlation: Double?
  /// Scenario over baseline of a single pair, which has no interval.
  public var singleRatio: Double?

  /// Scenario over baseline, with or without an interval.
  public var ratioEstimate: Double? { ratio?.estimate ?? singleRatio }
}

/// differences.csv: every scenario but the reference, in the order of the plan.
public enum Differences {
  /// Below this number of pairs an interval leans on the normal law more than it should.
  public static let fewestPairs = 8
  /// Below this many events on both sides together, a rare outcome isn't compared.
  public static let fewestEvents = 5.0

  /// The rows of one scenario against its reference, in the order of columns.
  ///
  /// - Parameter level: Coverage; shared out over the compared scenarios if `simultaneous`
  ///   (Bonferroni).
  /// - Complexity: O(columns × runs × log runs).
  static func rows(
    _ own: Replicates, against base: Replicates, scenario: Int, plan: Plan, level: Double,
    simultaneous: Bool
  ) -> [DifferenceRow] {
    let reference = plan.scenarios[scenario].reference ?? scenario
    let others = plan.scenarios.enumerated().count { place, other in
      other.reference.map { $0 != place } ?? false
    }
    let share =
      simultaneous ? Statistics.simultaneousLevel(level, comparisons: others) : level
    return plan.columns.indices.map { column in
      let pairs = zip(own.values(column), base.values(column))
        .filter { $0.isFinite && $1.isFinite }
      let compared = Pairs(
        values: pairs.map(\.0), reference: pairs.map(\.1),
        events: events(of: plan.columns[column], [own, base], plan))
      return row(
        compared, names: (plan.scenarios[reference].name, plan.scenarios[scenario].name),
        column: plan.columns[column], kind: plan.intervalKind, level: share,
        simultaneous: simultaneous)
    }
  }

  /// The table of some rows.
  public static func table(_ rows: [DifferenceRow]) -> Table {
    Table(
      name: "differences",
      description: "One row per compared scenario and outcome: paired, on the same random streams.",
      fields: fields, key: ["baseline", "scenario", "outcome"], rows: rows.map(cells))
  }

  /// What a reader should hear before the rows, in words; each scenario once. What no pair has is
  /// undefined, which the rows say themselves.
  public static func warnings(_ rows: [DifferenceRow]) -> [String] {
    var warnings: [String] = []
    for row in rows where row.pairs > 0 && row.pairs < fewestPairs {
      let same = warnings.last?.hasPrefix("\(row.scenario): ") == true
      if same { continue }
      warnings.append(
        "\(row.scenario): only \(pairNoun.counted(row.pairs)) in \(row.column.name); "
          + "below \(fewestPairs) "
          + "the intervals are rough")
    }
    return warnings
  }

  /// What pairs are called in warnings.
  public static let pairNoun = Noun("pair")

  /// One outcome over pairs from anywhere, such as the runs of a class; undefined pairs are left out.
  public static func row(
    _ column: Column, values: [Double], reference: [Double],
    names: (baseline: String, scenario: String), kind: IntervalKind, level: Double
  ) -> DifferenceRow {
    let pairs = zip(values, reference).filter { $0.isFinite && $1.isFinite }
    return row(
      Pairs(values: pairs.map(\.0), reference: pairs.map(\.1), events: .infinity),
      names: names, column: column, kind: kind, level: level, simultaneous: false)
  }

  private struct Pairs {
    let values: [Double]
    let reference: [Double]
    /// How many events stand behind a rare outcome, both sides together; infinite for others.
    let events: Double
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

  private static func row(
    _ pairs: Pairs, names: (baseline: String, scenario: String), column: Column,
    kind: IntervalKind, level: Double, simultaneous: Bool
  ) -> DifferenceRow {
    let (values, reference) = (pairs.values, pairs.reference)
    let known = pairs.events >= fewestEvents
    let differences = zip(values, reference).map { $0 - $1 }
    let better =
      column.better == .neither
      ? nil
      : Statistics.shareBetter(
        values, than: reference, lowerIsBetter: column.better == .lower)
    return DifferenceRow(
      baseline: names.baseline, scenario: names.scenario, column: column, pairs: values.count,
      difference: known ? Statistics.mean(differences) : nil,
      interval: known
        ? Statistics.difference(values, from: reference, level: level)?
          .clipped(to: column.differenceLimits(values, reference)) : nil,
      ratio: known ? ratio(pairs, level: level) : nil, kind: kind,
      simultaneous: simultaneous, shareBetter: known ? better : nil,
      correlation: known ? Statistics.correlation(values, reference) : nil,
      singleRatio: known && values.count == 1
        ? Statistics.ratioOfMeans(values, to: reference) : nil)
  }

  /// Of logarithms where there are any; a scenario with none left has a ratio all the same.
  private static func ratio(_ pairs: Pairs, level: Double) -> Interval? {
    Statistics.ratio(pairs.values, to: pairs.reference, level: level)
      ?? Statistics.ratioOfMeans(pairs.values, to: pairs.reference, level: level)
  }

  private static func cells(_ row: DifferenceRow) -> [Cell] {
    [
      .text(row.baseline), .text(row.scenario), .text(row.column.name), .text(row.column.unit),
      .index(row.pairs), .optional(row.difference), .optional(row.interval?.low),
      .optional(row.interval?.high), .optional(row.ratioEstimate), .optional(row.ratio?.low),
      .optional(row.ratio?.high), .text(row.kind.rawValue), .flag(row.simultaneous),
      .optional(row.shareBetter), .optional(row.correlation),
    ]
  }

  private static let fields = [
    Field("baseline", .text, "Scenario compared with.", required: true),
    Field("scenario", .text, "Scenario compared.", required: true),
    Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
    Field("unit", .text, "Unit of the outcome and of its difference."),
    Field("pairs", .integer, "Replicates defined on both sides.", required: true, minimum: 0),
    Field("diff", .number, "Mean of scenario minus baseline, pair by pair."),
    Field(
      "diff_ci_low", .number,
      "Lower limit of the difference (paired_t), cut off where the outcome can't be below 0."),
    Field(
      "diff_ci_high", .number,
      "Upper limit of the difference (paired_t), cut off where the outcome can't be below 0."),
    Field(
      "ratio", .number,
      "Geometric mean of scenario over baseline; the ratio of means if the scenario has a 0; "
        + "empty if the baseline has one."),
    Field(
      "ratio_ci_low", .number,
      "Lower limit of the ratio (paired_log_ratio; Student's of the linear ratio with a 0)."),
    Field(
      "ratio_ci_high", .number,
      "Upper limit of the ratio (paired_log_ratio; Student's of the linear ratio with a 0)."),
    Field(
      "ci_kind", .text, "The uncertainty that the intervals hold.", required: true,
      allowed: ["chance", "chance+parameters"]),
    Field(
      "simultaneous", .flag, "Whether the intervals hold for all compared scenarios at once.",
      required: true),
    Field("share_better", .number, "Share of pairs in which the scenario is better; ties half."),
    Field("correlation", .number, "Correlation between the two sides of the pairs."),
  ]
}

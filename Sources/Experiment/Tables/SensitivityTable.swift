import Simulation

/// One index of one input: a row of sensitivity.csv.
public struct SensitivityRow: Sendable, Equatable {
  /// What an outcome is looked at as.
  public enum Kind: String, CaseIterable, Sendable {
    case level, difference, ratio

    /// An outcome's value so looked at; undefined for a ratio to nothing.
    func value(_ own: Double, against base: Double) -> Double {
      switch self {
      case .level: own
      case .difference: own - base
      case .ratio: base > 0 ? own / base : .nan
      }
    }
  }

  /// What is said of an input.
  public enum Index: String, CaseIterable, Sendable {
    case mu, sigma
    case muStar = "mu_star"
    case first = "S1"
    case total = "ST"
  }

  /// The table's file in a folder of results.
  public static let file = "sensitivity.csv"

  /// The scenario compared with; nil of a reference.
  public let baseline: String?
  /// The scenario.
  public let scenario: String
  /// The outcome: a column of runs.csv.
  public let outcome: String
  /// What the outcome is looked at as.
  public let kind: Kind
  /// The input's path, or `chance`.
  public let input: String
  /// What is said.
  public let index: Index
  /// The index with its limits; those of sigma are undefined.
  public let value: Interval
  /// Rows of the sample in which the output is defined everywhere, of those planned.
  public let rows: Int, planned: Int
}

extension Sample {
  /// What stands for the random streams among the inputs, and for all inputs that aren't among them.
  public static let chance = "chance", others = "others"

  /// Inputs, then what else is changed, in the order of their indices.
  var names: [String] { inputs + (kind == .sobol ? [Self.others] : []) + [Self.chance] }
}

/// sensitivity.csv: what inputs do to outcomes and to the effects of policies.
public enum SensitivityTable {
  /// The rows of a sensitivity.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(of bytes: [UInt8]) throws(NamedRows.Fault) -> [SensitivityRow] {
    let rows = try NamedRows(
      bytes, table: SensitivityRow.file,
      columns: ["baseline", "scenario", "outcome", "output", "input", "index", "value"])
    return rows.indices.compactMap { row in
      guard let kind = SensitivityRow.Kind(rawValue: rows.text(row, "output")),
        let index = SensitivityRow.Index(rawValue: rows.text(row, "index")),
        let value = rows.number(row, "value")
      else { return nil }
      let baseline = rows.text(row, "baseline")
      return SensitivityRow(
        baseline: baseline.isEmpty ? nil : baseline, scenario: rows.text(row, "scenario"),
        outcome: rows.text(row, "outcome"), kind: kind, input: rows.text(row, "input"),
        index: index,
        value: Interval(
          estimate: value, low: rows.number(row, "ci_low") ?? .nan,
          high: rows.number(row, "ci_high") ?? .nan),
        rows: rows.whole(row, "rows") ?? 0, planned: rows.whole(row, "rows_planned") ?? 0)
    }
  }

  static func table(_ rows: [SensitivityRow]) -> Table {
    Table(
      name: "sensitivity",
      description:
        "One row per scenario, outcome, input and index. Outputs that are the same at all "
        + "points, or undefined in too many, have no rows.",
      fields: fields, key: ["scenario", "outcome", "output", "input", "index"],
      rows: rows.map { row in
        [
          .text(row.baseline ?? ""), .text(row.scenario), .text(row.outcome),
          .text(row.kind.rawValue), .text(row.input), .text(row.index.rawValue),
          .number(row.value.estimate), .number(row.value.low), .number(row.value.high),
          .index(row.rows), .index(row.planned),
        ]
      })
  }

  private static let fields = [
    Field("baseline", .text, "Scenario compared with; empty of a reference."),
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
    Field(
      "output", .text,
      "The outcome's level, its difference from the baseline at the same point, or the ratio.",
      required: true, allowed: SensitivityRow.Kind.allCases.map(\.rawValue)),
    Field(
      "input", .text,
      "Path of the uncertain parameter; chance: the same point with other random streams; "
        + "others: all inputs that the sample doesn't name.",
      required: true),
    Field(
      "index", .text,
      "mu_star: mean size of the change over the input's whole range (Morris), mu: with its sign, sigma: "
        + "its standard deviation; S1: share of the variance explained by the input alone, ST: share left "
        + "if it alone is unknown (Sobol').",
      required: true, allowed: SensitivityRow.Index.allCases.map(\.rawValue)),
    Field("value", .number, "The index; S1 may be below 0 by chance."),
    Field("ci_low", .number, "95 % bootstrap limits over rows of the sample, lower."),
    Field("ci_high", .number, "Upper limit."),
    Field(
      "rows", .integer, "Rows of the sample in which the output is defined at all points.",
      required: true, minimum: 0),
    Field("rows_planned", .integer, "Rows of the sample.", required: true, minimum: 0),
  ]
}

import Simulation

extension Column {
  /// A column of this program, or one that only a table knows.
  static func named(_ name: String, unit: String, among columns: [Column]) -> Column {
    columns.first { $0.name == name }
      ?? Column(name: name, unit: unit, meaning: "", better: .neither, role: .context)
  }
}

extension Differences {
  /// The rows of a differences.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(
    of bytes: [UInt8], columns known: [Column] = Outcomes.columns
  ) throws(NamedRows.Fault) -> [DifferenceRow] {
    let columns = ["baseline", "scenario", "outcome", "diff", "diff_ci_low", "diff_ci_high"]
    let ratio = ["ratio", "ratio_ci_low", "ratio_ci_high"]
    let rows = try NamedRows(bytes, table: "differences.csv", columns: columns + ratio)
    return rows.indices.map { row in
      DifferenceRow(
        baseline: rows.text(row, "baseline"), scenario: rows.text(row, "scenario"),
        column: .named(
          rows.text(row, "outcome"), unit: rows.text(row, "unit"), among: known),
        pairs: rows.whole(row, "pairs") ?? 0, difference: rows.number(row, "diff"),
        interval: rows.interval(row, "diff", "diff_ci_low", "diff_ci_high"),
        ratio: rows.interval(row, "ratio", "ratio_ci_low", "ratio_ci_high"),
        kind: IntervalKind(rawValue: rows.text(row, "ci_kind")) ?? .chance,
        simultaneous: rows.text(row, "simultaneous") == "true",
        shareBetter: rows.number(row, "share_better"),
        correlation: rows.number(row, "correlation"),
        singleRatio: rows.number(row, "ratio_ci_low") == nil ? rows.number(row, "ratio") : nil)
    }
  }
}

extension Summary {
  /// The rows of a summary.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(
    of bytes: [UInt8], columns known: [Column] = Outcomes.columns
  ) throws(NamedRows.Fault) -> [SummaryRow] {
    let rows = try NamedRows(
      bytes, table: "summary.csv", columns: ["scenario", "outcome", "n", "mean", "ci_low"])
    return rows.indices.map { row in
      SummaryRow(
        scenario: rows.text(row, "scenario"), point: rows.whole(row, "point_id") ?? 1,
        column: .named(
          rows.text(row, "outcome"), unit: rows.text(row, "unit"), among: known),
        count: rows.whole(row, "n") ?? 0, mean: rows.number(row, "mean"),
        deviation: rows.number(row, "sd"),
        interval: rows.interval(row, "mean", "ci_low", "ci_high"),
        level: rows.number(row, "ci_level") ?? 0.95,
        kind: IntervalKind(rawValue: rows.text(row, "ci_kind")) ?? .chance,
        median: rows.number(row, "median"), low: rows.number(row, "p05"),
        high: rows.number(row, "p95"))
    }
  }
}

extension ParameterRow {
  /// The rows of a parameters.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func rows(of bytes: [UInt8]) throws(NamedRows.Fault) -> [ParameterRow] {
    let rows = try NamedRows(bytes, table: "parameters.csv", columns: ["key", "value", "source"])
    return rows.indices.map { row in
      ParameterRow(
        key: rows.text(row, "key"), value: rows.text(row, "value"), unit: rows.text(row, "unit"),
        standard: rows.text(row, "default"), low: rows.number(row, "low"),
        high: rows.number(row, "high"), source: rows.text(row, "source"),
        setIn: rows.text(row, "set_in"))
    }
  }
}

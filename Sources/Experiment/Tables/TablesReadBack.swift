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
  /// - Parameter known: Outcomes that are described by more than the table.
  /// - Throws: `NamedRows.Fault`.
  public static func rows(
    of bytes: [UInt8], columns known: [Column] = Outcomes.columns
  ) throws(NamedRows.Fault) -> [DifferenceRow] {
    let columns = ["baseline", "scenario", "period", "outcome", "diff_median", "diff_ui_low"]
    let ratio = ["ratio_median", "ratio_ui_low", "ratio_ui_high", "ui_method", "mc_low", "clear"]
    let rows = try NamedRows(bytes, table: "differences.csv", columns: columns + ratio)
    let isSweep = rows.columns.contains(UncertaintyFields.point.name)
    return rows.indices.map { row in
      DifferenceRow(
        baseline: rows.text(row, "baseline"), scenario: rows.text(row, "scenario"),
        point: isSweep ? rows.whole(row, UncertaintyFields.point.name) ?? 1 : 1,
        period: Period(rawValue: rows.text(row, "period")) ?? .window,
        column: .named(
          rows.text(row, "outcome"), unit: rows.text(row, "unit"), among: known),
        level: rows.number(row, "ui_level") ?? 0.95, pairs: rows.whole(row, "pairs") ?? 0,
        estimate: estimate(rows, row), simultaneous: rows.text(row, "simultaneous") == "true",
        settled: rows.flag(row, "settled"))
    }
  }

  private static func estimate(_ rows: NamedRows, _ row: Int) -> EffectEstimate? {
    guard let middle = rows.number(row, "diff_median") else { return nil }
    let ratio = rows.number(row, "ratio_median")
    let mc = rows.interval(row, "ratio_median", "mc_low", "mc_high")
    return EffectEstimate(
      draws: rows.whole(row, "draws") ?? 0, pairs: rows.whole(row, "pairs") ?? 0,
      diffMedian: middle,
      diffUI: UncertaintyFields.read(
        rows, row, "diff_ui_low", "diff_ui_high", method: "diff_ui_method"),
      diffMC: rows.interval(row, "diff_median", "diff_mc_low", "diff_mc_high"), ratioMedian: ratio,
      ratioUI: ratio == nil
        ? nil : UncertaintyFields.read(rows, row, "ratio_ui_low", "ratio_ui_high"),
      mc: mc, drawsWithoutRatio: rows.whole(row, "draws_without_ratio") ?? 0,
      chanceShare: rows.number(row, "chance_share"), pLess: rows.number(row, "p_less"),
      pLessLow: rows.number(row, "p_less_low"), pLessHigh: rows.number(row, "p_less_high"),
      isClear: rows.text(row, "clear") == "true", correlation: rows.number(row, "correlation"))
  }
}

extension Summary {
  /// The rows of a summary.csv.
  ///
  /// - Parameter known: Outcomes that are described by more than the table.
  /// - Throws: `NamedRows.Fault`.
  public static func rows(
    of bytes: [UInt8], columns known: [Column] = Outcomes.columns
  ) throws(NamedRows.Fault) -> [SummaryRow] {
    let rows = try NamedRows(
      bytes, table: "summary.csv",
      columns: ["scenario", "period", "outcome", "draws", "median", "mean", "ui_low", "mc_low"])
    return rows.indices.map { row in
      SummaryRow(
        scenario: rows.text(row, "scenario"), point: rows.whole(row, "point_id") ?? 1,
        period: Period(rawValue: rows.text(row, "period")) ?? .window,
        column: .named(
          rows.text(row, "outcome"), unit: rows.text(row, "unit"), among: known),
        level: rows.number(row, "ui_level") ?? 0.95, estimate: estimate(rows, row))
    }
  }

  private static func estimate(_ rows: NamedRows, _ row: Int) -> LevelEstimate? {
    guard let median = rows.number(row, "median"), let mean = rows.number(row, "mean") else {
      return nil
    }
    return LevelEstimate(
      median: median, mean: mean, deviation: rows.number(row, "sd"),
      ui: UncertaintyFields.read(rows, row, "ui_low", "ui_high"),
      chanceShare: rows.number(row, "chance_share"),
      mc: rows.interval(row, "mean", "mc_low", "mc_high"), draws: rows.whole(row, "draws") ?? 0,
      replicates: rows.whole(row, "replicates") ?? 0)
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

extension SettlingTables {
  /// The rows of a folder's settling.csv, each with its days from curve.csv; none where it has none.
  ///
  /// - Parameter isListed: Whether the folder has a file of that name.
  /// - Throws: `NamedRows.Fault`, `DiskError`.
  public static func settlings(
    in folder: String, _ isListed: (String) -> Bool
  ) throws -> [Settling] {
    guard isListed(file), isListed(curveFile), let settling = try Disk.read(folder + "/" + file),
      let curve = try Disk.read(folder + "/" + curveFile)
    else { return [] }
    let rows = try NamedRows(
      settling, table: file, columns: ["baseline", "scenario", "period", "third_d"])
    let days = try days(of: curve)
    return rows.indices.map { row in
      let (scenario, period) = (rows.text(row, "scenario"), rows.text(row, "period"))
      return Settling(
        period: Period(rawValue: period) ?? .window, baseline: rows.text(row, "baseline"),
        scenario: scenario, third: rows.whole(row, "third_d") ?? 0,
        first: rows.number(row, "ratio_first"), last: rows.number(row, "ratio_last"),
        change: rows.number(row, "change_points"),
        changeLow: rows.number(row, "change_low"), changeHigh: rows.number(row, "change_high"),
        isSettled: rows.flag(row, "settled"), pointsAWeek: rows.number(row, "points_per_week"),
        halfTime: rows.whole(row, "half_time_d"), days: days[[scenario, period]] ?? [])
    }
  }

  /// The days of a curve.csv by scenario and period.
  private static func days(of bytes: [UInt8]) throws -> [[String]: [Settling.Day]] {
    let rows = try NamedRows(
      bytes, table: curveFile, columns: ["scenario", "period", "day", "ratio_median"])
    var days: [[String]: [Settling.Day]] = [:]
    for row in rows.indices {
      days[[rows.text(row, "scenario"), rows.text(row, "period")], default: []].append(
        Settling.Day(
          number: rows.whole(row, "day") ?? 0, draws: rows.whole(row, "draws") ?? 0,
          median: rows.number(row, "ratio_median"),
          ui: UncertaintyFields.read(rows, row, "ratio_ui_low", "ratio_ui_high")))
    }
    return days
  }
}

extension NamedRows {
  /// A cell that says true or false; nil for an empty one.
  func flag(_ row: Int, _ column: String) -> Bool? {
    let text = text(row, column)
    return text.isEmpty ? nil : text == "true"
  }
}

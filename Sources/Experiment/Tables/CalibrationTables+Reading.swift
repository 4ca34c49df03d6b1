extension CalibrationFindings {
  /// The rows of a patterns.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func patterns(of bytes: [UInt8]) throws(NamedRows.Fault) -> [Pattern] {
    let rows = try NamedRows(
      bytes, table: patternsFile, columns: ["outcome", "role", "median", "prior_median"])
    return rows.indices.compactMap { row in
      guard let role = Target.Role(rawValue: rows.text(row, "role")) else { return nil }
      return Pattern(
        target: Target(
          outcome: rows.text(row, "outcome"), low: rows.number(row, "low"),
          target: rows.number(row, "target"), high: rows.number(row, "high"),
          unit: rows.text(row, "unit"), role: role, source: rows.text(row, "source"),
          tolerance: nil),
        prior: spread(rows, row, "prior_"), plausible: spread(rows, row, ""),
        priorInside: rows.number(row, "prior_inside") ?? .nan,
        plausibleInside: rows.number(row, "inside") ?? .nan)
    }
  }

  /// The rows of an inputs.csv.
  ///
  /// - Throws: `NamedRows.Fault`.
  public static func learnt(of bytes: [UInt8]) throws(NamedRows.Fault) -> [Learnt] {
    let rows = try NamedRows(bytes, table: inputsFile, columns: ["input", "correlation"])
    return rows.indices.map { row in
      let number = { (name: String) in rows.number(row, name) ?? 0 }
      return Learnt(
        input: rows.text(row, "input"), unit: rows.text(row, "unit"),
        prior: spread(rows, row, "prior_"), plausible: spread(rows, row, ""),
        narrower: number("narrower"), moved: number("moved"),
        priorCorrelation: number("prior_correlation"), correlation: number("correlation"))
    }
  }

  private static func spread(_ rows: NamedRows, _ row: Int, _ prefix: String) -> Spread {
    let number = { (name: String) in rows.number(row, prefix + name) ?? .nan }
    return Spread(median: number("median"), low: number("ui_low"), high: number("ui_high"))
  }
}

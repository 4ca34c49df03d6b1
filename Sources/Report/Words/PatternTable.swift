import Experiment

/// Estimates beside what sources say, with a verdict for each.
public struct PatternTable: Sendable {
  private let targets: [Target]
  private let rows: [String: SummaryRow]
  private let language: Language
  private let numerals: Numerals

  /// - Parameter rows: Summary rows by outcome.
  public init(targets: [Target], rows: [String: SummaryRow], language: Language = .en) {
    (self.targets, self.rows, self.language) = (targets, rows, language)
    numerals = Numerals(language)
  }

  /// The table for a terminal; nothing without targets.
  public var lines: [String] {
    guard !targets.isEmpty else { return [] }
    var table = TextTable(header, right: [1, 2])
    for row in cells { table.add(row) }
    return [""] + table.lines
  }

  /// Names of the columns.
  var header: [String] {
    Self.columns.map { $0(language) }
  }

  /// One row for each target: outcome, target, estimate, interval, unit, role, verdict.
  var cells: [[String]] {
    targets.map { target in
      let row = rows[target.outcome]
      let limits = row?.interval.map {
        numerals.limits(numerals.number($0.low), numerals.number($0.high))
      }
      return [
        OutcomeLabels.text(target.outcome, language), range(target), numerals.number(row?.median),
        limits ?? "", UnitLabels.text(target.unit, language),
        Self.role(target.role.rawValue, language), verdict(target, row),
      ]
    }
  }

  private func verdict(_ target: Target, _ row: SummaryRow?) -> String {
    Self.verdict(target.verdict(row?.median, row?.interval), language)
  }

  /// A role in words.
  static func role(_ role: String, _ language: Language) -> String {
    roles[role].map { $0(language) } ?? role
  }

  /// A verdict in words.
  static func verdict(_ word: String, _ language: Language) -> String {
    verdicts[word].map { $0(language) } ?? word
  }

  private func range(_ target: Target) -> String {
    let middle = target.target.map { numerals.number($0) }
    let limits: String
    switch (target.low, target.high) {
    case (nil, nil): return middle ?? ""
    case (let low?, nil): limits = Self.least(language, numerals.number(low))
    case (nil, let high?): limits = Self.most(language, numerals.number(high))
    case (let low?, let high?):
      if low == high { return numerals.number(low) }
      limits = numerals.limits(numerals.number(low), numerals.number(high))
    }
    return middle.map { "\($0) (\(limits))" } ?? limits
  }

  private static let columns = [
    Phrase("Patterns", "Repères"), Phrase("target", "cible"), Phrase("estimate", "estimation"),
    Phrase("limits", "limites"), Phrase("unit", "unité"), Phrase("role", "rôle"),
    Phrase("verdict", "verdict"),
  ]
  private static let least = Phrase("≥ {1}", "≥ {1}")
  private static let most = Phrase("≤ {1}", "≤ {1}")
  private static let roles = [
    "fitted": Phrase("fitted", "ajusté"), "predicted": Phrase("predicted", "prédit"),
  ]
  private static let verdicts = [
    "inside": Phrase("inside", "dedans"),
    "inside (interval)": Phrase("inside (interval)", "dedans (intervalle)"),
    "miss": Phrase("miss", "manqué"), "undefined": Phrase("undefined", "indéfini"),
  ]
}

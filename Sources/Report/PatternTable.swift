import Experiment

/// Estimates beside what sources say, with a verdict for each.
public struct PatternTable: Sendable {
  private let targets: [Target]
  private let rows: [String: SummaryRow]

  /// - Parameter rows: Summary rows by outcome.
  public init(targets: [Target], rows: [String: SummaryRow]) {
    self.targets = targets
    self.rows = rows
  }

  /// The table for people; nothing without targets.
  public var lines: [String] {
    guard !targets.isEmpty else { return [] }
    var table = TextTable(
      ["Patterns", "target", "estimate", "95 % interval", "unit", "role", "verdict"],
      right: [1, 2])
    for target in targets {
      let row = rows[target.outcome]
      table.add([
        OutcomeLabels.text(target.outcome, .en), range(target), Figures.number(row?.mean),
        Figures.limits(row?.interval), target.unit, target.role.rawValue,
        target.verdict(row?.mean, row?.interval),
      ])
    }
    return [""] + table.lines
  }

  private func range(_ target: Target) -> String {
    let middle = target.target.map { Figures.number($0) }
    let limits: String
    switch (target.low, target.high) {
    case (nil, nil): return middle ?? ""
    case (let low?, nil): limits = "at least " + Figures.number(low)
    case (nil, let high?): limits = "at most " + Figures.number(high)
    case (let low?, let high?):
      if low == high { return Figures.number(low) }
      limits = "\(Figures.number(low)) to \(Figures.number(high))"
    }
    return middle.map { "\($0) (\(limits))" } ?? limits
  }
}

import Simulation

/// One alternative in words: benefit, burden and displacement, each with its interval.
public struct PolicyWords: Sendable {
  private let rows: [String: DifferenceRow]
  private let name: String

  /// - Parameter rows: The differences of one alternative.
  public init(name: String, rows: [DifferenceRow]) {
    self.name = name
    var byName: [String: DifferenceRow] = [:]
    for row in rows { byName[row.column.name] = row }
    self.rows = byName
  }

  /// One sentence, which says "in this model".
  public var sentence: String {
    "In this model, \(name) \(benefit); \(burden); \(displacement)."
  }

  /// Rows of burdens whose interval keeps clear of no change, in the order of the list.
  public var movedBurdens: [DifferenceRow] {
    OutcomeWords.burdens.compactMap { rows[$0] }.filter { moved($0) }
  }

  private var benefit: String {
    let what = OutcomeWords.title(OutcomeWords.headline)
    guard let row = rows[OutcomeWords.headline], row.difference != nil else {
      return "has no measured effect on \(what)"
    }
    guard row.interval != nil else {
      return "changes \(what) by \(Figures.change(row.ratio?.estimate ?? .nan)), "
        + "with no interval from a single pair"
    }
    if let ratio = row.ratio {
      if ratio.contains(1) {
        return "shows no clear change of \(what) "
          + "(95 % interval \(Figures.change(ratio.low)) to \(Figures.change(ratio.high)))"
      }
      let falls = ratio.estimate < 1
      let ends = [abs(1 - ratio.low), abs(1 - ratio.high)].sorted()
      return "\(falls ? "lowers" : "raises") \(what) by "
        + "\(Figures.percent(abs(1 - ratio.estimate))) "
        + "(95 % interval \(Figures.percent(ends[0])) to \(Figures.percent(ends[1])))"
    }
    return moved(row)
      ? "changes \(what) by \(amount(row))" : "shows no clear change of \(what) (\(amount(row)))"
  }

  private var burden: String {
    let moved = movedBurdens
    if moved.isEmpty { return "none of the burdens looked at moves clearly" }
    let parts = moved.map { "\(OutcomeWords.title($0.column.name)) change by \(amount($0))" }
    return parts.joined(separator: ", ")
  }

  private var displacement: String {
    guard let row = rows["unwanted_contacts_elsewhere"], row.difference != nil else {
      return "how much harm moves elsewhere is undefined"
    }
    if !moved(row) {
      let limits = row.interval == nil ? "no interval" : Figures.limits(row.interval)
      return "no clear change of the harm elsewhere (\(limits) \(row.column.unit))"
    }
    return "unwanted contacts elsewhere change by \(amount(row))"
  }

  private func amount(_ row: DifferenceRow) -> String {
    let limits = row.interval.map { " (\(Figures.signed($0.low)) to \(Figures.signed($0.high)))" }
    let unit = row.column.unit == "share" || row.column.unit == "1" ? "" : " " + row.column.unit
    if row.column.unit == "share" {
      let points = row.interval.map {
        " (\(Figures.signed($0.low * 100)) to \(Figures.signed($0.high * 100)))"
      }
      return Figures.signed(row.difference.map { $0 * 100 }) + (points ?? "") + " points"
    }
    return Figures.signed(row.difference) + (limits ?? "") + unit
  }

  /// Whether the interval keeps clear of no change; without one, whether anything changed.
  private func moved(_ row: DifferenceRow) -> Bool {
    if let interval = row.interval { return interval.low > 0 || interval.high < 0 }
    return row.difference.map { $0 != 0 } ?? false
  }
}

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

  /// Rows of burdens that changed at all, in the order of the list: a burden whose size is unclear is
  /// still said beside the benefit.
  public var movedBurdens: [DifferenceRow] {
    OutcomeWords.burdens.compactMap { rows[$0] }.filter { ($0.difference ?? 0) != 0 }
  }

  /// A burden that moved, in a few words with its interval:
  /// `adults refused by age checks +8.2 (+6.8 to +10.2) points`.
  public static func short(_ row: DifferenceRow) -> String {
    let isShare = row.column.unit == "share", scale = isShare ? 100.0 : 1
    var text = "\(OutcomeWords.title(row.column.name)) "
    text += Figures.signed(row.difference.map { $0 * scale }) + " "
    if let interval = row.interval, interval.low != interval.high {
      text +=
        "(\(Figures.signed(interval.low * scale)) to \(Figures.signed(interval.high * scale))) "
    }
    return text + (isShare ? "points" : row.column.unit)
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
      if ratio.low == 1, ratio.high == 1 { return "leaves \(what) exactly as they are" }
      if ratio.contains(1) {
        return "shows no clear change of \(what) "
          + "(95 % interval \(Figures.change(ratio.low)) to \(Figures.change(ratio.high)))"
      }
      let ends = [abs(1 - ratio.low), abs(1 - ratio.high)].sorted()
      return "\(ratio.estimate < 1 ? "lowers" : "raises") \(what) by "
        + "\(Figures.percent(abs(1 - ratio.estimate))) "
        + "(95 % interval \(Figures.percent(ends[0])) to \(Figures.percent(ends[1])))"
    }
    return moved(row) ? change(row) : "shows no clear change of \(what) (\(limits(row)))"
  }

  private var burden: String {
    let moved = movedBurdens
    if moved.isEmpty { return "it moves none of the burdens looked at" }
    let words = moved.map { row in
      self.moved(row)
        ? change(row)
        : "leaves it unclear whether \(OutcomeWords.title(row.column.name)) changes (\(limits(row)))"
    }
    return "it " + words.joined(separator: ", ")
  }

  private var displacement: String {
    guard let row = rows["unwanted_contacts_elsewhere"], row.difference != nil else {
      return "how much harm moves elsewhere is undefined"
    }
    let victims =
      moved(row)
      ? "and it \(change(row))"
      : row.difference == 0
        ? "no harm moves elsewhere" : "whether harm moves elsewhere is unclear (\(limits(row)))"
    guard let other = rows["contacts_by_displaced_offenders"], (other.difference ?? 0) > 0 else {
      return victims
    }
    return victims + "; beside that, offenders who are kept out would make "
      + "\(Figures.number(other.difference)) contacts elsewhere (\(limits(other)))"
  }

  /// `raises moderation hours by 12 h per day (95 % interval 10 to 14)`.
  private func change(_ row: DifferenceRow) -> String {
    let scale = row.column.unit == "share" ? 100.0 : 1
    let unit = row.column.unit == "share" ? " points" : " " + row.column.unit
    let size = (row.difference ?? .nan) * scale
    var text = "\(size < 0 ? "lowers" : "raises") \(OutcomeWords.title(row.column.name)) by "
    text += Figures.number(abs(size)) + unit
    guard let interval = row.interval else { return text + " (a single pair: no interval)" }
    let ends = [abs(interval.low), abs(interval.high)].sorted().map { $0 * scale }
    return text + " (95 % interval \(Figures.number(ends[0])) to \(Figures.number(ends[1])))"
  }

  private func limits(_ row: DifferenceRow) -> String {
    guard let interval = row.interval else { return "a single pair: no interval" }
    return "95 % interval \(Figures.signed(interval.low)) to \(Figures.signed(interval.high)) "
      + row.column.unit
  }

  /// Whether the interval keeps clear of no change; without one, whether anything changed.
  private func moved(_ row: DifferenceRow) -> Bool {
    if let interval = row.interval { return interval.low > 0 || interval.high < 0 }
    return row.difference.map { $0 != 0 } ?? false
  }
}

/// One figure that shows whether a method keeps its word, found on a model with a known answer.
public struct ValidationRow: Sendable, Equatable {
  /// What was looked at.
  public let topic: ValidationTopic
  /// The model.
  public let setting: String
  /// Draws of a study.
  public let draws: Int
  /// Replicates of a draw.
  public let replicates: Int
  /// The part of the variance between effects that is chance.
  public let chanceShare: Double
  /// The method that the figure is of.
  public let method: String
  /// The figure, mean over studies.
  public let value: Double
  /// Its own error over studies, 95 %.
  public let low: Double
  /// Its own error over studies, 95 %.
  public let high: Double
  /// Between what the figure must lie; nil where it is only shown.
  public let bar: ClosedRange<Double>?

  /// Whether the figure is within its bar; nil without one.
  public var isMet: Bool? { bar.map { $0.contains(value) } }
}

/// What can be validated.
public enum ValidationTopic: String, CaseIterable, Sendable {
  /// The share of plausible worlds that limits hold.
  case coverage
  /// What designed draws are worth beside draws at random.
  case draws
  /// Fits of a model whose posterior is known, and known inputs found again.
  case calibration
  /// The engine where mathematics says what must come out; its rows are `KnownAnswer`s.
  case model
}

/// The table of validation rows.
public enum Validation {
  /// As CSV, with the names of the columns first.
  public static func csv(_ rows: [ValidationRow]) -> String {
    let names = [
      "topic", "setting", "draws", "replicates", "chance_share", "method", "value", "low", "high",
      "bar", "verdict",
    ]
    let cells = rows.map { row -> [Cell] in
      [
        .text(row.topic.rawValue), .text(row.setting), .index(row.draws), .index(row.replicates),
        .number(row.chanceShare), .text(row.method), .number(row.value), .number(row.low),
        .number(row.high), row.bar.map { .text(words($0)) } ?? .empty,
        row.isMet.map { .text($0 ? "met" : "missed") } ?? .empty,
      ]
    }
    return CSV.line(names.map(Cell.text)) + cells.map(CSV.line).joined()
  }

  /// As aligned lines.
  public static func lines(_ rows: [ValidationRow]) -> [String] {
    var table = TextTable(
      ["setting", "draws", "replicates", "chance", "method", "value", "error", "bar", "verdict"],
      right: [1, 2, 3, 5, 6])
    for row in rows {
      let figure = row.topic == .coverage ? Self.share : NumberText.number
      table.add([
        row.setting, String(row.draws), String(row.replicates), NumberText.number(row.chanceShare),
        row.method, figure(row.value), figure(row.low) + " to " + figure(row.high),
        row.bar.map(words) ?? "", row.isMet.map { $0 ? "met" : "missed" } ?? "",
      ])
    }
    return table.lines
  }

  private static func share(_ value: Double?) -> String {
    NumberText.number(value.map { ($0 * 1_000).rounded() / 10 }) + " %"
  }

  private static func words(_ bar: ClosedRange<Double>) -> String {
    bar.upperBound == 1
      ? "\(CSV.shortest(bar.lowerBound)) or more"
      : "\(CSV.shortest(bar.lowerBound)) to \(CSV.shortest(bar.upperBound))"
  }

  /// A mean with its error, to six digits after the point: beyond those a last bit of the C library
  /// could show.
  static func figure(_ values: [Double]) -> Interval {
    let found =
      Statistics.interval(values, level: 0.95)
      ?? Interval(estimate: .nan, low: .nan, high: .nan)
    return Interval(
      estimate: rounded(found.estimate), low: rounded(found.low), high: rounded(found.high))
  }

  static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

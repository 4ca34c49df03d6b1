import Experiment

/// Changes against a baseline with their intervals, one row per scenario: a forest plot.
///
/// - SeeAlso: Lewis & Clarke 2001, Forest plots: trying to see the wood and the trees.
public struct IntervalChart: Sendable {
  /// An estimate with its interval, as a change: −0.4 is 40 % less.
  public struct Bar: Sendable, Equatable {
    /// Estimate and interval.
    public var estimate: Double, low: Double, high: Double

    /// A bar; `nil` where one of the numbers is undefined.
    public init?(_ estimate: Double, _ low: Double, _ high: Double) {
      guard estimate.isFinite, low.isFinite, high.isFinite else { return nil }
      (self.estimate, self.low, self.high) = (estimate, low, high)
    }

    /// A bar of an interval, less a value that counts as no change.
    init?(_ interval: Interval, minus shift: Double) {
      self.init(interval.estimate - shift, interval.low - shift, interval.high - shift)
    }
  }

  /// One scenario: a label and one bar per series, `nil` where undefined.
  public struct Row: Sendable {
    /// What is compared with the baseline.
    public var label: String
    /// In the order of the chart's series; at most two.
    public var bars: [Bar?]

    /// A row.
    public init(_ label: String, _ bars: [Bar?]) { (self.label, self.bars) = (label, bars) }
  }

  /// What it shows, in one line, and what must be said with it.
  public var title: String, note: String
  /// Names of the series, at most two: drawn as discs and as diamonds.
  public var series: [String]
  /// From top to bottom.
  public var rows: [Row]
  /// In which language.
  var language = Language.en
  /// Whether the bars are shares, which have no sign, in place of changes.
  var isShare = false

  /// A chart.
  public init(title: String, note: String, series: [String], rows: [Row]) {
    (self.title, self.note, self.series, self.rows) = (title, note, series, rows)
  }

  private static let colours = ["#0b4f8a", "#a63a00"]
  private static let left = 290.0, right = 770.0, top = 84.0, rowHeight = 40.0

  /// The picture.
  public var svg: String { picture.document }

  /// The picture, to be a file or a part of a page.
  var picture: SVG {
    let height = Self.top + Double(rows.count) * Self.rowHeight + 66
    var picture = SVG(width: 800, height: height, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    drawLegend(&picture)
    let scale = Scale(rows: rows, from: Self.left, to: Self.right)
    drawAxis(&picture, scale, bottom: height - 58)
    for (index, row) in rows.enumerated() {
      let y = Self.top + (Double(index) + 0.5) * Self.rowHeight
      picture.text(row.label.shortened(to: 45), x: Self.left - 14, y: y + 5, anchor: .end)
      for (place, bar) in row.bars.prefix(2).enumerated() {
        guard let bar else { continue }
        draw(bar, &picture, scale, y: y + (place == 0 ? -7 : 8), place: place)
      }
    }
    picture.text(note, x: 16, y: height - 14, size: 11)
    return picture
  }

  /// The same in words, for those who cannot see it.
  var words: String {
    rows.map { row in
      let parts = zip(series, row.bars).map { name, bar in
        guard let bar else { return "\(name) \(Self.undefined(language))" }
        let ends = Numerals(language).limits(text(bar.low), text(bar.high))
        return "\(name) \(text(bar.estimate)) (\(ends))"
      }
      return "\(row.label): \(parts.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

  /// A change in whole per cent, with its sign.
  public static func percent(_ change: Double) -> String {
    let rounded = (change * 100).rounded()
    guard rounded.isFinite, abs(rounded) < 1e9 else { return "undefined" }
    let whole = Int(rounded)
    return whole < 0 ? "−\(-whole) %" : whole > 0 ? "+\(whole) %" : "0 %"
  }

  private static let undefined = Phrase("undefined", "indéfini")

  private func text(_ value: Double) -> String {
    let text = Self.percent(value)
    return Numerals(language).local(isShare ? text.replacing("+", with: "") : text)
  }

  private func drawLegend(_ picture: inout SVG) {
    var x = 22.0
    for (place, name) in series.prefix(2).enumerated() {
      picture.mark(x: x, y: 51, radius: 6, colour: Self.colours[place], diamond: place == 1)
      picture.text(name, x: x + 12, y: 55)
      x += 40 + Double(name.count) * 7
    }
  }

  private func drawAxis(_ picture: inout SVG, _ scale: Scale, bottom: Double) {
    for tick in scale.ticks {
      let x = scale.place(tick)
      picture.line(
        from: (x, Self.top), to: (x, bottom), colour: tick == 0 ? "#1a1a1a" : "#cccccc",
        width: tick == 0 ? 1.5 : 1, dashes: tick == 0 ? "" : "3 3")
      picture.text(text(tick), x: x, y: bottom + 18, anchor: .middle, size: 12)
    }
  }

  private func draw(
    _ bar: Bar, _ picture: inout SVG, _ scale: Scale, y: Double, place: Int
  ) {
    picture.line(
      from: (scale.place(bar.low), y), to: (scale.place(bar.high), y),
      colour: Self.colours[place], width: 3)
    picture.mark(
      x: scale.place(bar.estimate), y: y, radius: 6, colour: Self.colours[place],
      diamond: place == 1)
  }
}

/// From changes to places on the axis.
private struct Scale {
  let low: Double, high: Double, from: Double, to: Double
  let ticks: [Double]

  init(rows: [IntervalChart.Row], from: Double, to: Double) {
    let bars = rows.flatMap(\.bars).compactMap { $0 }
    let least = min(0, bars.map(\.low).min() ?? -1), most = max(0, bars.map(\.high).max() ?? 0)
    let step = Self.step(most - least)
    low = (least / step).rounded(.down) * step
    high = max(low + step, (most / step).rounded(.up) * step)
    (self.from, self.to) = (from, to)
    let count = min(40, max(1, ((high - low) / step).rounded()))
    let first = low
    ticks = (0...Int(count)).map { tick in
      let value = first + Double(tick) * step
      return abs(value) < step / 1e6 ? 0 : value
    }
  }

  /// A round distance between ticks, for about eight of them.
  private static func step(_ range: Double) -> Double {
    for step in [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10] where range / step <= 9 {
      return step
    }
    return max(20, range / 8)
  }

  func place(_ change: Double) -> Double { from + (change - low) / (high - low) * (to - from) }
}

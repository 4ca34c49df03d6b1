import Experiment

/// Small panels side by side, each with lines over the same time: medians with their bands.
struct CourseChart {
  /// One line: a median for each period, with its band where there is one.
  struct Line {
    let levels: [Course.Level]
    /// The one that others are compared with: dashed and grey, without a band.
    let isReference: Bool
  }

  /// One panel.
  struct Panel {
    let title: String
    let lines: [Line]
  }

  let title: String, note: String
  let panels: [Panel]
  /// Hours since a midnight at which the periods begin, and how long they last.
  let starts: [Double], length: Double
  /// Whether all panels have one scale.
  let sharesScale: Bool
  /// Where bands are cut off: limits of few draws may reach further than any picture.
  var mostOfBands = Double.infinity
  let language: Language

  private static let panelHeight = 150.0, top = 48.0
  private static let left = 16.0, inset = 44.0
  /// What the name of a day takes.
  private static let dayWidth = 44.0

  /// Panels side by side: few are wider.
  private var columns: Int { max(1, min(3, panels.count)) }
  private var panelWidth: Double { 770 / Double(columns) - 10 }

  /// The picture.
  var picture: SVG {
    let rows = (panels.count + columns - 1) / columns
    let height = Self.top + Double(rows) * Self.panelHeight + 26
    var picture = SVG(width: 800, height: height, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    for (index, panel) in panels.enumerated() {
      let x = Self.left + Double(index % columns) * (panelWidth + 10)
      let y = Self.top + Double(index / columns) * Self.panelHeight
      draw(panel, at: (x, y), of: &picture)
    }
    picture.text(note, x: 16, y: height - 8, size: 11)
    return picture
  }

  /// The same in words: the mean over periods and the highest period of each line.
  private var words: String {
    let numerals = Numerals(language)
    return panels.map { panel in
      let lines = panel.lines.map { line in
        let middles = line.levels.map(\.middle).filter(\.isFinite)
        let mean = Statistics.mean(middles).map { numerals.number($0) } ?? NumberText.undefined
        let name = line.isReference ? Self.reference(language) : panel.title
        return Self.words(language, name, mean, numerals.number(middles.max()))
      }
      return lines.joined(separator: "; ")
    }.joined(separator: ". ")
  }

  private func draw(
    _ panel: Panel, at origin: (x: Double, y: Double), of picture: inout SVG
  ) {
    let left = origin.x + Self.inset, right = origin.x + panelWidth
    let top = origin.y + 26, bottom = origin.y + Self.panelHeight - 26
    picture.text(
      panel.title.shortened(to: Int(panelWidth / 6.6)), x: origin.x, y: origin.y + 14, size: 12,
      bold: true)
    let axis = Axis(tops(sharesScale ? panels : [panel]), from: bottom, to: top, count: 3)
    for tick in axis.ticks {
      let y = axis.place(tick)
      picture.line(from: (left, y), to: (right, y), colour: "#cccccc")
      picture.text(
        Numerals(language).number(tick), x: left - 5, y: y + 4, anchor: .end, size: 11)
    }
    drawDays(from: left, to: right, top: top, bottom: bottom, of: &picture)
    // The reference last, so that no band hides it.
    for line in panel.lines.reversed() {
      draw(line, axis, from: left, to: right, of: &picture)
    }
  }

  private func tops(_ panels: [Panel]) -> [Double] {
    panels.flatMap(\.lines).flatMap { line in
      line.levels.map { level in
        line.isReference ? level.middle : level.interval.map { top($0, level) } ?? level.middle
      }
    }
  }

  /// The upper edge of a band: cut off, but never below its line.
  private func top(_ band: Interval, _ level: Course.Level) -> Double {
    max(level.middle, min(band.high, mostOfBands))
  }

  /// A mark at each midnight, or at fewer where there are many.
  private func drawDays(
    from left: Double, to right: Double, top: Double, bottom: Double, of picture: inout SVG
  ) {
    guard let first = starts.first, let last = starts.last else { return }
    let end = last + length, day = 24.0
    var number = (first / day).rounded(.up)
    let most = max(2, ((right - left) / Self.dayWidth).rounded(.down))
    let every = max(1, ((end - first) / day / most).rounded(.up))
    while number * day <= end {
      let x = left + (number * day - first) / (end - first) * (right - left)
      picture.line(from: (x, top), to: (x, bottom + 4), colour: "#8a8a8a", dashes: "2 3")
      if x < right - 14 {
        picture.text(
          Self.day(language, Numerals(language).number(number + 1)), x: x + 2, y: bottom + 15,
          size: 11)
      }
      number += every
    }
  }

  private func draw(
    _ line: Line, _ axis: Axis, from left: Double, to right: Double, of picture: inout SVG
  ) {
    let count = Double(max(1, line.levels.count))
    let x = { (index: Int) in left + (Double(index) + 0.5) / count * (right - left) }
    let middles = line.levels.enumerated().filter { $0.element.middle.isFinite }
      .map { (x: x($0.offset), y: axis.place($0.element.middle)) }
    if line.isReference {
      return picture.path(middles, colour: SVG.grey, width: 1.5, dashes: "4 3")
    }
    let bands = line.levels.enumerated().compactMap { index, level in
      level.interval.map {
        let high = top($0, level)
        return (x: x(index), low: axis.place(min($0.low, high)), high: axis.place(high))
      }
    }
    picture.area(
      bands.map { (x: $0.x, y: $0.high) } + bands.reversed().map { (x: $0.x, y: $0.low) },
      fill: SVG.tint)
    picture.path(middles, colour: SVG.blue, width: 2)
  }

  private static let day = Phrase("day {1}", "jour {1}")
  private static let reference = Phrase("reference", "référence")
  private static let words = Phrase(
    "{1}: mean {2}, highest period {3}", "{1} : moyenne {2}, période la plus haute {3}")
}

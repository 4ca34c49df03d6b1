import Experiment

/// What a sweep found, parameter by parameter: a row of panels for each policy, in each panel one mark for
/// each point, and where points share a value the median of those that do.
struct SweepChart {
  /// One point in one panel.
  struct Mark {
    /// The parameter's value; for words the position among them.
    let x: Double
    let y: Double
    /// The limits; nil where they aren't drawn.
    let limits: (low: Double, high: Double)?
  }

  /// One parameter.
  struct Column {
    let title: String
    /// The words in their order; empty for numbers.
    let words: [String]
    let unit: String
  }

  let title: String, note: String
  let columns: [Column]
  /// Names of policies, each with the marks of each column.
  let rows: [(label: String, marks: [[Mark]])]
  /// How a value of the vertical axis is written.
  let written: @Sendable (Double) -> String
  let numerals: Numerals

  private static let left = 70.0, gap = 26.0, top = 76.0, height = 150.0
  /// Different values of one parameter up to which medians are joined.
  private static let mostSteps = 12
  private var wide: Double { max(150, (720 - Self.gap * 3) / Double(max(1, columns.count))) }

  /// The picture.
  var picture: SVG {
    let width = Self.left + Double(columns.count) * (wide + Self.gap) + 10
    let block = Self.height + 86
    var picture = SVG(
      width: max(800, width), height: Self.top + Double(rows.count) * block + 10, title: title,
      description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    picture.text(note, x: 16, y: 48, size: 11)
    for (place, row) in rows.enumerated() {
      draw(row, y: Self.top + Double(place) * block, of: &picture)
    }
    return picture
  }

  private func draw(
    _ row: (label: String, marks: [[Mark]]), y: Double, of picture: inout SVG
  ) {
    picture.text(row.label, x: 16, y: y + 4, bold: true)
    let top = y + 18, bottom = top + Self.height
    let all = row.marks.flatMap { $0 }
    // Far limits would press all middles onto one line: beyond the ends bars are cut.
    let middles = all.map(\.y), reach = max(abs(middles.min() ?? 0), abs(middles.max() ?? 0)) * 1.6
    let ends = all.compactMap(\.limits).flatMap { [$0.low, $0.high] }
    let axis = Axis(
      middles + ends.map { min(max($0, -reach), reach) }, from: bottom, to: top, count: 4)
    for (place, marks) in row.marks.enumerated() {
      let x = Self.left + Double(place) * (wide + Self.gap)
      drawFrame(columns[place], axis, from: x, bottom: bottom, isFirst: place == 0, of: &picture)
      drawMarks(marks, columns[place], axis, from: x, of: &picture)
    }
  }

  private func drawFrame(
    _ column: Column, _ axis: Axis, from x: Double, bottom: Double, isFirst: Bool,
    of picture: inout SVG
  ) {
    for tick in axis.ticks {
      let y = axis.place(tick)
      picture.line(
        from: (x, y), to: (x + wide, y), colour: tick == 0 ? "#1a1a1a" : "#dddddd")
      if isFirst { picture.text(written(tick), x: x - 6, y: y + 4, anchor: .end, size: 11) }
    }
    for line in column.title.wrapped(to: Int(wide / 6.4), lines: 2).enumerated() {
      picture.text(
        line.element, x: x + wide / 2, y: bottom + 34 + Double(line.offset) * 14,
        anchor: .middle, size: 12)
    }
  }

  private func drawMarks(
    _ marks: [Mark], _ column: Column, _ axis: Axis, from left: Double, of picture: inout SVG
  ) {
    let values = Array(Set(marks.map(\.x))).sorted(), inset = 14.0
    guard let low = values.first, let high = values.last else { return }
    let place = { (x: Double) in
      high > low
        ? left + inset + (x - low) / (high - low) * (wide - 2 * inset) : left + wide / 2
    }
    let y = axis.place(axis.low) + 16
    let shown = column.words.isEmpty ? (high > low ? [low, high] : [low]) : values
    for value in shown {
      let text =
        column.words.isEmpty
        ? numerals.value(value, unit: column.unit)
        : column.words.indices.contains(Int(value)) ? column.words[Int(value)] : ""
      picture.text(
        text.shortened(to: max(6, Int(wide / Double(shown.count) / 6))), x: place(value), y: y,
        anchor: .middle, size: 11)
    }
    for mark in marks {
      if let limits = mark.limits {
        picture.line(
          from: (place(mark.x), axis.place(limits.low)),
          to: (place(mark.x), axis.place(limits.high)), colour: SVG.tint, width: 2)
      }
    }
    for mark in marks {
      picture.mark(
        x: place(mark.x), y: axis.place(mark.y), radius: 3, colour: SVG.blue, diamond: false)
    }
    if values.count > Self.mostSteps || values.count < 2 { return }
    picture.path(
      values.map { value in
        (place(value), axis.place(Self.median(marks.filter { $0.x == value }.map(\.y))))
      }, colour: SVG.rust, width: 2)
  }

  private static func median(_ values: [Double]) -> Double {
    Statistics.quantile(0.5, ofSorted: values.sorted()) ?? 0
  }

  private var words: String {
    rows.map { row in
      let middles = row.marks.first?.map(\.y) ?? []
      return
        "\(row.label): \(numerals.limits(written(middles.min() ?? 0), written(middles.max() ?? 0)))"
    }.joined(separator: "; ")
  }
}

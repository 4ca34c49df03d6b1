extension GlanceChart {
  private static let narrowWidth = 380.0, narrowTop = 78.0

  /// The same picture for a telephone: policy below policy, and in words what each costs whom.
  var narrow: SVG {
    let blocks = rows.map { narrowWords($0).wrapped(to: 54, lines: 5) }
    let heights = blocks.map { 82 + Double($0.count) * 15 }
    let lines = notes.flatMap { $0.wrapped(to: 58, lines: 5) }
    let bottom = Self.narrowTop + heights.reduce(0, +)
    let height = bottom + 30 + Double(lines.count) * 14
    var picture = SVG(width: Self.narrowWidth, height: height, title: title, description: words)
    for (place, name) in headlines.prefix(2).enumerated() {
      let y = 20 + Double(place) * 22
      picture.mark(x: 16, y: y - 4, radius: 6, colour: Self.colours[place], diamond: place == 1)
      picture.text(name, x: 30, y: y)
    }
    let scale = GlanceScale(rows.flatMap(\.changes), from: 20, to: 230)
    drawTicks(scale, y: Self.narrowTop - 10, of: &picture)
    var y = Self.narrowTop
    for (row, (block, height)) in zip(rows, zip(blocks, heights)) {
      picture.line(from: (4, y), to: (Self.narrowWidth - 4, y), colour: "#cccccc")
      picture.text(row.label.shortened(to: 44), x: 4, y: y + 18, bold: true)
      for tick in scale.ticks { drawTick(tick, scale, from: y + 24, to: y + 72, of: &picture) }
      drawChanges(row, y: y + 14, scale, of: &picture)
      for (place, change) in row.changes.prefix(2).enumerated() {
        picture.text(text(change), x: 240, y: y + 39 + Double(place) * 22, size: 12)
      }
      for (place, line) in block.enumerated() {
        picture.text(line, x: 4, y: y + 86 + Double(place) * 15, size: 12)
      }
      y += height
    }
    for (place, line) in lines.enumerated() {
      picture.text(line, x: 4, y: bottom + 18 + Double(place) * 14, size: 11)
    }
    return picture
  }

  private func drawTicks(_ scale: GlanceScale, y: Double, of picture: inout SVG) {
    for tick in scale.ticks {
      picture.text(
        numerals.signed(tick * 100) + numerals.local(" %"), x: scale.place(tick), y: y,
        anchor: .middle, size: 11)
    }
  }

  /// `Minors: harm elsewhere¹ +2,000, hours here¹ −1,300. Adults: at gates, points +20.`
  private func narrowWords(_ row: Row) -> String {
    zip(columns, row.burdens).map { column, numbers in
      let parts = zip(column.names, numbers).map { "\($0) \($1.text)" }
      return "\(column.head)\(numerals.language == .en ? "" : "\u{202F}"): "
        + parts.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}

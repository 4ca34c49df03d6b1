/// Where harm happens under each policy: parts of one bar, and beside it what is in no sum.
struct PlacesChart {
  /// One policy.
  struct Row {
    let label: String
    /// The parts of the sum, in the order of the chart's names.
    let parts: [Double]
    /// What offenders who are kept out would do elsewhere, to others.
    let beside: Double
  }

  let title: String, note: String
  /// Names of the parts, and of what stands beside them.
  let names: [String], beside: String?
  let rows: [Row]
  let numerals: Numerals

  private static let left = 250.0, right = 700.0, top = 92.0, rowHeight = 42.0
  private static let fills = [SVG.blue, SVG.rust, "#e0b080", "#8fb88f", "#c8b8d8", "#9a9a9a"]

  /// The look of a part: a colour, and for every second one a pattern, so that they differ in grey too.
  private static func look(_ place: Int) -> (fill: String, pattern: Int) {
    (fills[min(fills.count - 1, place)], place == 1 || place == 4 ? 1 : place == 2 ? 2 : 0)
  }

  /// The picture.
  var picture: SVG {
    let height = Self.top + Double(rows.count) * Self.rowHeight + 56
    var picture = SVG(width: 800, height: height, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    drawKey(&picture)
    let sums = rows.flatMap { [$0.parts.reduce(0, +), $0.beside] }
    let axis = Axis(sums, from: Self.left, to: Self.right)
    for tick in axis.ticks {
      let x = axis.place(tick)
      picture.line(from: (x, Self.top), to: (x, height - 48), colour: "#cccccc", dashes: "3 3")
      picture.text(numerals.number(tick), x: x, y: height - 32, anchor: .middle, size: 11)
    }
    for (index, row) in rows.enumerated() {
      draw(row, y: Self.top + Double(index) * Self.rowHeight + 5, axis, of: &picture)
    }
    picture.text(note, x: 16, y: height - 8, size: 11)
    return picture
  }

  private var words: String {
    rows.map { row in
      let all = names + [beside].compactMap { $0 }
      let parts = zip(all, row.parts + [row.beside]).map { name, value in
        "\(name) \(numerals.number(value))"
      }
      return "\(row.label): \(parts.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

  private func drawKey(_ picture: inout SVG) {
    var x = 16.0
    for (place, name) in (names + [beside].compactMap { $0 }).enumerated() {
      let look = place < names.count ? Self.look(place) : ("#ffffff", 0)
      picture.box(
        x: x, y: 46, width: 22, height: 13, fill: look.0, stroke: "#1a1a1a", pattern: look.1)
      picture.text(name, x: x + 28, y: 57, size: 12)
      x += 46 + Double(name.count) * 6.4
    }
  }

  private func draw(_ row: Row, y: Double, _ axis: Axis, of picture: inout SVG) {
    picture.text(row.label.shortened(to: 40), x: Self.left - 10, y: y + 15, anchor: .end, size: 12)
    var sum = 0.0
    for (place, part) in row.parts.enumerated() {
      let from = axis.place(sum)
      sum += part
      let look = Self.look(place)
      picture.box(
        x: from, y: y, width: axis.place(sum) - from, height: 19, fill: look.fill,
        stroke: "#1a1a1a", pattern: look.pattern)
    }
    picture.text(numerals.number(sum), x: axis.place(sum) + 6, y: y + 14, size: 12, bold: true)
    if row.beside > 0 {
      picture.box(
        x: axis.place(0), y: y + 21, width: axis.place(row.beside) - axis.place(0), height: 9,
        fill: "#ffffff", stroke: "#1a1a1a")
    }
  }
}

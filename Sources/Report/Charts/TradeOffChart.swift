import Experiment

/// What policies gain against what they cost others, one panel for each burden.
struct TradeOffChart {
  /// One policy in one panel: changes against the reference.
  struct Point {
    /// What stands in its badge and in the key.
    let letter: String, name: String
    let burden: Interval, harm: Interval
  }

  /// One burden.
  struct Panel {
    let title: String, unit: String
    let points: [Point]

    /// Whether no other point of this panel is at least as good in both and better in one.
    func isOnFront(_ point: Point) -> Bool {
      let values = { (point: Point) in [point.harm.estimate, point.burden.estimate] }
      // Doing nothing, at no change and no burden, is a choice too.
      return !ParetoFront.dominates([0, 0], values(point))
        && !points.contains { ParetoFront.dominates(values($0), values(point)) }
    }
  }

  let title: String, note: String
  let panels: [Panel]
  let numerals: Numerals

  private static let width = 385.0, height = 250.0, top = 44.0

  /// The picture.
  var picture: SVG {
    let rows = Double((panels.count + 1) / 2)
    let height = Self.top + rows * Self.height + 26
    var picture = SVG(width: 800, height: height, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    for (index, panel) in panels.enumerated() {
      let x = 16 + Double(index % 2) * (Self.width + 5)
      draw(panel, x: x, y: Self.top + Double(index / 2) * Self.height, of: &picture)
    }
    picture.text(note, x: 16, y: height - 8, size: 11)
    return picture
  }

  private var words: String {
    panels.map { panel in
      let names = panel.points.filter(panel.isOnFront).map { "\($0.letter) \($0.name)" }
      return "\(panel.title): " + Self.front(numerals.language, names.joined(separator: ", "))
    }.joined(separator: ". ")
  }

  private func draw(_ panel: Panel, x: Double, y: Double, of picture: inout SVG) {
    let left = x + 62, right = x + Self.width - 16
    let top = y + 42, bottom = y + Self.height - 32
    let across = Axis(
      panel.points.flatMap { [$0.burden.low, $0.burden.high] }, from: left, to: right, count: 4)
    let up = Axis(
      panels.flatMap(\.points).flatMap { [$0.harm.low, $0.harm.high] }, from: bottom, to: top,
      count: 7)
    picture.text(panel.title.shortened(to: 56), x: x, y: y + 12, size: 12, bold: true)
    picture.text(panel.unit, x: x, y: y + 27, size: 11)
    for tick in up.ticks {
      let y = up.place(tick)
      picture.line(
        from: (left, y), to: (right, y), colour: tick == 0 ? "#1a1a1a" : "#cccccc")
      picture.text(numerals.change(1 + tick), x: left - 13, y: y + 4, anchor: .end, size: 11)
    }
    for tick in across.ticks {
      let x = across.place(tick)
      picture.line(from: (x, bottom), to: (x, bottom + 4), colour: "#1a1a1a")
      picture.text(numerals.signed(tick), x: x, y: bottom + 17, anchor: .middle, size: 11)
    }
    drawFront(panel, across, up, of: &picture)
    var taken: [(x: Double, y: Double)] = []
    for point in panel.points { draw(point, panel, across, up, besides: &taken, of: &picture) }
  }

  /// Steps from one point of the front to the next: nothing in the panel lies below them.
  private func drawFront(_ panel: Panel, _ across: Axis, _ up: Axis, of picture: inout SVG) {
    let front = panel.points.filter(panel.isOnFront).sorted {
      ($0.burden.estimate, $0.harm.estimate) < ($1.burden.estimate, $1.harm.estimate)
    }
    var line = [(x: across.place(0), y: up.place(0))]
    for point in front {
      let (x, y) = (across.place(point.burden.estimate), up.place(point.harm.estimate))
      line += [(x: x, y: line[line.count - 1].y), (x: x, y: y)]
    }
    line.append((x: across.place(across.high), y: line[line.count - 1].y))
    picture.path(line, colour: SVG.grey, width: 1, dashes: "5 3")
  }

  private func draw(
    _ point: Point, _ panel: Panel, _ across: Axis, _ up: Axis,
    besides taken: inout [(x: Double, y: Double)], of picture: inout SVG
  ) {
    let (x, y) = (across.place(point.burden.estimate), up.place(point.harm.estimate))
    picture.line(
      from: (across.place(point.burden.low), y), to: (across.place(point.burden.high), y),
      colour: SVG.blue)
    picture.line(
      from: (x, up.place(point.harm.low)), to: (x, up.place(point.harm.high)), colour: SVG.blue)
    // Where badges would hide each other the later one moves right, tied to its place by a line.
    var free = x
    while taken.contains(where: { abs($0.x - free) < 19 && abs($0.y - y) < 19 }) { free += 5 }
    taken.append((free, y))
    if free > x { picture.line(from: (x, y), to: (free, y), colour: SVG.grey, dashes: "2 2") }
    picture.badge(point.letter, x: free, y: y, full: panel.isOnFront(point))
  }

  private static let front = Phrase("on the front: {1}", "sur le front : {1}")
}

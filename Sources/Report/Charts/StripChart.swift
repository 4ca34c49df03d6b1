import Experiment

/// One mark for each replicate along a line, with mean and interval below: how far runs spread.
struct StripChart {
  let title: String, note: String
  let values: [Double]
  let interval: Interval?
  /// What the bar below is, such as `mean, 95 % interval`.
  let label: String
  let numerals: Numerals

  private static let left = 30.0, right = 770.0
  /// Up to so many values each has its mark; of more, one mark for each pixel.
  private static let mostMarks = 1_000
  /// Five levels, so that equal values stay apart.
  private static let levels = 5

  /// The picture.
  var picture: SVG {
    var picture = SVG(width: 800, height: 190, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    let ends = interval.map { [$0.low, $0.high] } ?? []
    let axis = Axis(values + ends, from: Self.left, to: Self.right, count: 8)
    for tick in axis.ticks {
      let x = axis.place(tick)
      picture.line(from: (x, 46), to: (x, 136), colour: "#cccccc", dashes: "3 3")
      picture.text(numerals.number(tick), x: x, y: 154, anchor: .middle, size: 11)
    }
    var marked: Set<Int> = []
    for (index, value) in values.enumerated() {
      let x = axis.place(value), level = index % Self.levels
      // What lies on another mark can't be seen, and a hundred thousand of them fill a page.
      let pixel = Int(x) * Self.levels + level
      guard marked.insert(pixel).inserted || values.count <= Self.mostMarks else { continue }
      picture.mark(x: x, y: 56 + Double(level) * 8, radius: 4, colour: SVG.blue, diamond: true)
    }
    if let interval {
      picture.line(
        from: (axis.place(interval.low), 112), to: (axis.place(interval.high), 112),
        colour: SVG.rust, width: 3)
      picture.mark(
        x: axis.place(interval.estimate), y: 112, radius: 6, colour: SVG.rust, diamond: false)
      picture.text(label, x: axis.place(interval.estimate), y: 132, anchor: .middle, size: 12)
    }
    picture.text(note, x: 16, y: 180, size: 11)
    return picture
  }

  private var words: String {
    let middle = interval.map {
      numerals.bracketed(
        numerals.number($0.estimate), numerals.number($0.low), numerals.number($0.high))
    }
    let ends = numerals.limits(numerals.number(values.min()), numerals.number(values.max()))
    return "\(label): \(middle ?? NumberText.undefined). \(ends), n = \(values.count)"
  }
}

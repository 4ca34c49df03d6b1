import Foundation

/// Worlds by two positive quantities, both on scales of powers of ten: those of the priors and those that fit.
struct RidgeChart {
  /// One world.
  struct Point {
    let x: Double, y: Double
    /// Whether it is one of those that fit.
    let isPlausible: Bool
  }

  let title: String, note: String
  let across: String, up: String
  /// What the two kinds of marks are.
  let names: (prior: String, plausible: String)
  let points: [Point]
  let numerals: Numerals
  private static let left = 110.0, right = 770.0, top = 70.0, bottom = 430.0

  /// The picture.
  var picture: SVG {
    var picture = SVG(width: 800, height: 500, title: title, description: words)
    picture.text(title, x: 16, y: 28, size: 17, bold: true)
    let known = points.filter { $0.x > 0 && $0.y > 0 }
    let across = LogAxis(known.map(\.x), from: Self.left, to: Self.right)
    let up = LogAxis(known.map(\.y), from: Self.bottom, to: Self.top)
    for tick in across.ticks {
      let x = across.place(tick)
      picture.line(from: (x, Self.top), to: (x, Self.bottom), colour: "#dddddd")
      picture.text(numerals.number(tick), x: x, y: Self.bottom + 18, anchor: .middle, size: 12)
    }
    for tick in up.ticks {
      let y = up.place(tick)
      picture.line(from: (Self.left, y), to: (Self.right, y), colour: "#dddddd")
      picture.text(numerals.number(tick), x: Self.left - 8, y: y + 4, anchor: .end, size: 12)
    }
    for isPlausible in [false, true] {
      for point in known where point.isPlausible == isPlausible {
        picture.mark(
          x: across.place(point.x), y: up.place(point.y), radius: isPlausible ? 2.2 : 3,
          colour: isPlausible ? SVG.blue : "#b8b8b8", diamond: !isPlausible)
      }
    }
    key(of: &picture)
    picture.text(self.up, x: 16, y: Self.top - 12, size: 12)
    picture.text(self.across, x: Self.right, y: Self.bottom + 38, anchor: .end, size: 12)
    picture.text(note, x: 16, y: 488, size: 11)
    return picture
  }

  private func key(of picture: inout SVG) {
    picture.mark(x: 470, y: Self.top - 16, radius: 4, colour: "#b8b8b8", diamond: true)
    picture.text(names.prior, x: 480, y: Self.top - 12, size: 12)
    picture.mark(x: 640, y: Self.top - 16, radius: 4, colour: SVG.blue, diamond: false)
    picture.text(names.plausible, x: 650, y: Self.top - 12, size: 12)
  }

  private var words: String {
    let count = points.count { $0.isPlausible }
    return "\(names.prior): n = \(points.count - count). \(names.plausible): n = \(count)."
  }
}

/// From positive values to places along a line by their logarithms, with ticks at powers of ten.
struct LogAxis {
  let ticks: [Double]
  private let low: Double, high: Double
  private let from: Double, to: Double

  /// An axis that holds all values.
  init(_ values: [Double], from: Double, to: Double) {
    let logs = values.map { log10($0) }
    low = (logs.min() ?? 0).rounded(.down)
    high = max(low + 1, (logs.max() ?? 1).rounded(.up))
    (self.from, self.to) = (from, to)
    let step = max(1, Int(((high - low) / 8).rounded(.up)))
    ticks = stride(from: Int(low), through: Int(high), by: step).map { pow(10, Double($0)) }
  }

  /// Where a value stands.
  func place(_ value: Double) -> Double {
    from + (log10(value) - low) / (high - low) * (to - from)
  }
}

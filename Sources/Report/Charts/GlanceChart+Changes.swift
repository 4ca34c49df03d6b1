extension GlanceChart {
  /// The bars of one policy, over the lines of the axis.
  func drawChanges(_ row: Row, y: Double, _ scale: GlanceScale, of picture: inout SVG) {
    for (place, change) in row.changes.prefix(2).enumerated() {
      guard let change, change.middle.isFinite else { continue }
      let bar = y + 21 + Double(place) * 22, colour = Self.colours[place]
      if change.hasLimits {
        drawEnd(change.low, from: change.middle, y: bar, colour, scale, of: &picture)
        drawEnd(change.high, from: change.middle, y: bar, colour, scale, of: &picture, isHigh: true)
      }
      picture.mark(
        x: scale.place(change.middle), y: bar, radius: 6, colour: colour, diamond: place == 1)
    }
  }

  /// One half of a bar: to its limit with a stroke across; in dashes to the edge where nobody knows
  /// the limit; with an arrow where the scale doesn't reach it.
  private func drawEnd(
    _ limit: Double?, from middle: Double, y: Double, _ colour: String, _ scale: GlanceScale,
    of picture: inout SVG, isHigh: Bool = false
  ) {
    let edge = isHigh ? scale.to + 8 : scale.from - 8, start = scale.place(middle)
    guard let limit else {
      return picture.line(
        from: (start, y), to: (edge, y), colour: colour, width: 3, dashes: "5 4")
    }
    guard scale.holds(limit) else {
      picture.line(from: (start, y), to: (edge, y), colour: colour, width: 3)
      let back = isHigh ? edge - 7 : edge + 7
      return picture.path(
        [(back, y - 6), (edge, y), (back, y + 6)], colour: colour, width: 2.5)
    }
    let end = scale.place(limit)
    picture.line(from: (start, y), to: (end, y), colour: colour, width: 3)
    picture.line(from: (end, y - 5), to: (end, y + 5), colour: colour, width: 2)
  }
}

/// From changes to places: from no less than −100 % to no more than twice as much, so that one wide
/// limit doesn't press all others together.
struct GlanceScale {
  let ticks: [Double]
  /// Where the scale begins and ends.
  let from: Double, to: Double
  private let low: Double, high: Double

  init(_ changes: [Reach?], from: Double, to: Double) {
    let known = changes.compactMap { $0 }.flatMap { [$0.middle, $0.low, $0.high] }
      .compactMap { $0 }.filter(\.isFinite)
    let least = max(-1, known.min() ?? -0.5), most = min(1, known.max() ?? 0.5)
    let range = max(0.02, max(0, most) - min(0, least))
    let step = [0.01, 0.02, 0.05, 0.1, 0.25].first { range / $0 <= 4 } ?? 0.5
    low = (min(0, least) / step).rounded(.down) * step
    high = max(low + step, (max(0, most) / step).rounded(.up) * step)
    (self.from, self.to) = (from, to)
    let first = low, count = Int(((high - low) / step).rounded())
    ticks = (0...max(1, min(50, count))).map { place in
      let value = first + Double(place) * step
      return abs(value) < step / 1e6 ? 0 : value
    }
  }

  /// Whether a change lies on the scale.
  func holds(_ change: Double) -> Bool { change >= low - 1e-9 && change <= high + 1e-9 }

  /// Where a change stands; beyond the ends, at the end.
  func place(_ change: Double) -> Double {
    from + (min(high, max(low, change)) - low) / (high - low) * (to - from)
  }
}

/// From values to places along a line, with ticks at round values.
struct Axis {
  let low: Double, high: Double
  let ticks: [Double]
  private let from: Double, to: Double

  /// An axis that holds all values, and 0.
  ///
  /// - Parameters:
  ///   - from: Where the lowest value stands; `to` where the highest does.
  ///   - count: About how many ticks there are at most.
  init(_ values: [Double], from: Double, to: Double, count: Double = 5) {
    let known = values.filter { $0.isFinite && abs($0) < 1e15 }
    let least = min(0, known.min() ?? 0), most = max(0, known.max() ?? 0)
    let step = Self.step((most > least ? most - least : 1) / count)
    low = (least / step).rounded(.down) * step
    high = max(low + step, (most / step).rounded(.up) * step)
    (self.from, self.to) = (from, to)
    let first = low, steps = min(50, max(1, ((high - low) / step).rounded()))
    ticks = (0...Int(steps)).map { place in
      let value = first + Double(place) * step
      return abs(value) < step / 1e6 ? 0 : value
    }
  }

  /// 1, 2 or 5 times a power of ten, not below a size.
  private static func step(_ size: Double) -> Double {
    var power = 1.0
    while power > size, power > 1e-12 { power /= 10 }
    while power * 10 <= size { power *= 10 }
    return [1.0, 2, 5, 10].first { $0 * power >= size }.map { $0 * power } ?? size
  }

  /// Where a value stands; beyond the ends, at the end.
  func place(_ value: Double) -> Double {
    from + (min(high, max(low, value)) - low) / (high - low) * (to - from)
  }
}

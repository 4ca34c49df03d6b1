import Foundation

/// SplitMix64 for what statistics need by chance: permutations and models with a known answer. No
/// number of a run comes from here.
///
/// - SeeAlso: Steele, Lea & Flood 2014, Fast splittable pseudorandom number generators.
struct Random {
  private var state: UInt64
  private var spare: Double?

  init(state: UInt64) { self.state = state }

  /// A generator of its own for each list of numbers.
  init(key: [UInt64]) {
    self.init(state: 0)
    for part in key { state = next() ^ part }
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in (0, 1).
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// Standard normal. The last bits are the C library's: only for figures that are rounded after.
  ///
  /// - SeeAlso: Marsaglia & Bray 1964 (polar method).
  mutating func normal() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    while true {
      let x = 2 * uniform() - 1, y = 2 * uniform() - 1
      let square = x * x + y * y
      if square >= 1 || square == 0 { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }

  /// A position in a list of so many elements.
  ///
  /// Without rejection: off by less than 2⁻⁵⁰ for any list that fits a table.
  mutating func index(below count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Puts the elements in a random order.
  ///
  /// - SeeAlso: Durstenfeld 1964, Algorithm 235.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, index(below: last + 1))
    }
  }
}

// The draws that need no law: uniforms, integers, events, orders.

extension Stream {
  /// Uniform in [0, 1), a multiple of 2⁻⁵³. One draw.
  @inline(__always)
  mutating func uniform() -> Double {
    Double(Int64(truncatingIfNeeded: next() &>> 11)) * 0x1p-53
  }

  /// Uniform in (0, 1), symmetric around ½, never an end. One draw.
  @inline(__always)
  mutating func uniformOpen() -> Double {
    Double(Int64(truncatingIfNeeded: ((next() &>> 12) &<< 1) | 1)) * 0x1p-53
  }

  /// Uniform between two bounds, `low` included; exactly `low` when they are equal. One draw.
  mutating func uniform(from low: Double, to high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// A whole number in 0 ..< n, each exactly equally likely.
  ///
  /// - Precondition: `n` is positive.
  /// - SeeAlso: Lemire 2019, Fast random integer generation in an interval.
  @inline(__always)
  mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "a draw needs at least one thing to choose from")
    let bound = UInt64(n)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  /// Whether an event of this probability happens: never at 0, always at 1.
  ///
  /// Exactly one draw whatever the probability, so that a changed probability shifts nothing
  /// that is drawn later, and a larger one can only add events.
  @inline(__always)
  mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }
}

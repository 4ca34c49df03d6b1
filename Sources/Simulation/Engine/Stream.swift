/// A short stream of random numbers: xoroshiro128++ 1.0, 16 bytes.
///
/// Deliberately not a `RandomNumberGenerator`: the standard library's `random(in:using:)` and
/// `shuffled(using:)` may change with the Swift version, so they must not compile here.
/// - SeeAlso: Blackman & Vigna 2021, Scrambled linear pseudorandom number generators.
struct Stream: BitwiseCopyable, Sendable {
  private var s0: UInt64
  private var s1: UInt64

  /// A stream in a given state. The one forbidden state, all zeros, is replaced by a fixed other.
  init(_ s0: UInt64, _ s1: UInt64) {
    self.s0 = s0
    self.s1 = (s0 | s1) == 0 ? Mix.golden : s1
  }

  /// The next 64 random bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    let result = rotated(s0 &+ s1, by: 17) &+ s0
    let mixed = s0 ^ s1
    s0 = rotated(s0, by: 49) ^ mixed ^ (mixed &<< 21)
    s1 = rotated(mixed, by: 28)
    return result
  }

  @inline(__always)
  private func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 &- count))
  }
}

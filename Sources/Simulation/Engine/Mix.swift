/// The mixing of 64-bit words.
enum Mix {
  /// 2⁶⁴ divided by the golden ratio, made odd.
  static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// An even constant without pattern: half of the digits of π.
  static let even: UInt64 = 0x243f_6a88_85a3_08d2

  /// A bijection in which every bit of the word reaches every bit of the result.
  ///
  /// - SeeAlso: Stafford 2011, Better bit mixing, mix 13; used in SplitMix64 (Steele, Lea &
  ///   Flood 2014, Fast splittable pseudorandom number generators).
  @inline(__always)
  static func stafford(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }
}

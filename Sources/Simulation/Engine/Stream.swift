/// What a random stream is for. One purpose never reads the numbers of another.
///
/// The raw values are part of every result: give a new purpose the next free number and never
/// reuse or renumber an old one. The key has room for 256.
enum Purpose: UInt64, CaseIterable, Sendable {
  case population = 1
  case exit = 2
  case arrivals = 3
  case visit = 4
  case registration = 5
  case ageCheck = 6
  case faceBias = 7
  case returning = 8
  case displacement = 9
  case contact = 10
  case target = 11
  case conversation = 12
  case report = 13
  case moderation = 14
  case classifier = 15
  case recording = 16
  case identification = 17
  case decoy = 18
  case parameter = 19
  case messages = 20
  case outside = 21
  case coverage = 22
  case alarm = 23
  case decoyShift = 24
  case referral = 25
  case notice = 26
  case occasion = 27
  case declaration = 28
}

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

/// The root of all streams of one run: seed and replicate, mixed once.
///
/// Within one run, two different keys (entity, ordinal, purpose) never start in the same state:
/// every step from the key's 128 bits to the state's is a bijection.
struct StreamRoot: BitwiseCopyable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// - Parameters:
  ///   - seed: The study's seed.
  ///   - replicate: Which of the study's runs with this scenario.
  init(seed: UInt64, replicate: UInt64) {
    let a = Mix.stafford(seed &+ Mix.golden)
    let b = Mix.stafford(replicate &+ 0x6a09_e667_f3bc_c909)
    first = Mix.stafford(a &+ b)
    second = Mix.stafford(a &+ Mix.even &* b)
  }

  /// Opens the stream of one key.
  ///
  /// - Parameters:
  ///   - purpose: What the numbers decide.
  ///   - entity: Whom they are about: a number that depends on nothing that happens in the run.
  ///   - ordinal: Which time, for an entity that needs several streams; below 2⁵⁶.
  /// - Complexity: O(1), four mixes of which two overlap.
  @inline(__always)
  func stream(_ purpose: Purpose, _ entity: UInt64, _ ordinal: UInt64 = 0) -> Stream {
    let a = Mix.stafford(first &+ entity)
    let b = Mix.stafford(second &+ ((ordinal &<< 8) | (ordinal &>> 56) ^ purpose.rawValue))
    // (a, b) → (a + b, a + even·b) is invertible, because even − 1 is odd.
    return Stream(Mix.stafford(a &+ b), Mix.stafford(a &+ Mix.even &* b))
  }
}

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

/// SplitMix64, the plainest generator there is: for tests and for filling states.
///
/// - SeeAlso: Steele, Lea & Flood 2014.
struct SplitMix64: BitwiseCopyable, Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= Mix.golden
    return Mix.stafford(state)
  }
}

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

/// A running hash of a log of events, to tell whether two runs are the same to the last bit.
///
/// Each word is multiplied by an odd number, mixed into the rotated state by exclusive or, and
/// the result multiplied by another odd number: for a given word a bijection of the state and for
/// a given state a bijection of the word, so that logs which differ in one word never collide.
/// Against accidents, not against forgers.
struct EventHash: BitwiseCopyable, Sendable, Equatable {
  private var state: UInt64 = 0x243f_6a88_85a3_08d3
  private var words: UInt64 = 0

  /// Takes in one word. Order matters.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let turned = (state &<< 27) | (state &>> 37)
    state = (turned ^ (word &* 0x9fb2_1c65_1e98_df25)) &* 0xa0b4_28db_7f6d_4a53
    words &+= 1
  }

  /// Takes in a number by its bits: 0 and −0 differ.
  mutating func add(_ number: Double) {
    add(number.bitPattern)
  }

  /// The hash of all words so far, their number included.
  var value: UInt64 {
    Mix.stafford(state ^ Mix.stafford(words &+ Mix.golden))
  }

  /// `h` and 16 hexadecimal digits; the letter keeps spreadsheets from reading a number.
  var text: String {
    let digits = String(value, radix: 16)
    return "h" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}

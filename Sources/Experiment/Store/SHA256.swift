/// The hash of plans, parts and tables, written here so that no package is needed for 60 lines.
///
/// - SeeAlso: FIPS 180-4 (NIST, 2015), §4.1.2, §5.1.1, §6.2.
public enum SHA256 {
  /// The digest of some bytes as 64 lower-case hexadecimal digits.
  ///
  /// - Complexity: O(n) time; makes one padded copy.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var running = Running()
    running.add(Array(bytes))
    return running.hex
  }

  /// A digest of bytes that come one piece after the other.
  public struct Running: Sendable {
    private var state = initial
    /// Less than a block.
    private var rest: [UInt8] = []
    /// Bytes taken in so far.
    public private(set) var count: UInt64 = 0

    /// The digest of nothing yet.
    public init() {}

    /// Takes in the next bytes.
    public mutating func add(_ bytes: [UInt8]) { add(bytes[...]) }

    /// Takes in the next bytes.
    public mutating func add(_ bytes: ArraySlice<UInt8>) {
      count += UInt64(bytes.count)
      var next = bytes.startIndex
      if !rest.isEmpty {
        next += min(64 - rest.count, bytes.count)
        rest += bytes[..<next]
        guard rest.count == 64 else { return }
        compress(&state, rest[...], at: 0)
        rest.removeAll(keepingCapacity: true)
      }
      while bytes.endIndex - next >= 64 {
        compress(&state, bytes, at: next)
        next += 64
      }
      rest += bytes[next...]
    }

    /// The digest of everything so far.
    public var hex: String { words.map { hexadecimal(UInt64($0), digits: 8) }.joined() }

    /// The first 64 bits of the digest.
    var first: UInt64 {
      let words = words
      return UInt64(words[0]) << 32 | UInt64(words[1])
    }

    private var words: [UInt32] {
      var last = self
      var tail: [UInt8] = [0x80]
      while (rest.count + tail.count) % 64 != 56 { tail.append(0) }
      for shift in stride(from: 56, through: 0, by: -8) {
        tail.append(UInt8(truncatingIfNeeded: (count * 8) >> UInt64(shift)))
      }
      last.add(tail)
      return last.state
    }
  }

  /// The digest of a text's UTF-8 bytes.
  public static func hex(_ text: String) -> String { hex(text.utf8) }

  private static func compress(
    _ state: inout [UInt32], _ message: ArraySlice<UInt8>, at start: Int
  ) {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for word in 0..<16 {
      let at = start + 4 * word
      schedule[word] =
        UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16
        | UInt32(message[at + 2]) << 8 | UInt32(message[at + 3])
    }
    for word in 16..<64 {
      let early = schedule[word - 15]
      let late = schedule[word - 2]
      let small = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let large = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      schedule[word] = schedule[word - 16] &+ small &+ schedule[word - 7] &+ large
    }
    let constants = constants
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let chosen = (e & f) ^ (~e & g)
      let first = h &+ mixed &+ chosen &+ constants[round] &+ schedule[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    (state[0], state[1], state[2], state[3]) = (
      state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d
    )
    (state[4], state[5], state[6], state[7]) = (
      state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h
    )
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

/// Lower-case hexadecimal digits with leading zeros; no locale takes part.
func hexadecimal(_ value: UInt64, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

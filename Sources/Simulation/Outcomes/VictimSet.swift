/// Which slots have been harmed: one bit each.
struct VictimSet: ~Copyable {
  private var bits = Storage<UInt64>(capacity: 8)
  private(set) var count = 0.0

  init() {}

  init(copying other: borrowing Self) {
    bits = Storage(copying: other.bits)
    count = other.count
  }

  mutating func insert(_ slot: Int32, of size: Int) {
    guard slot >= 0 else { return }
    if bits.count == 0 { bits.extend(to: size / 64 + 1, with: 0) }
    let mask: UInt64 = 1 << UInt64(slot & 63)
    guard bits[Int(slot) / 64] & mask == 0 else { return }
    bits[Int(slot) / 64] |= mask
    count += 1
  }
}

/// Cases in the order of their arrival: a ring that grows and never shrinks.
struct CaseQueue {
  private var ring: [ReviewCase?] = Array(repeating: nil, count: 64)
  private var head = 0
  private(set) var count = 0

  mutating func append(_ item: ReviewCase) {
    if count == ring.count { grow() }
    ring[(head + count) & (ring.count - 1)] = item
    count += 1
  }

  mutating func popFirst() -> ReviewCase? {
    guard count > 0 else { return nil }
    let item = ring[head]
    head = (head + 1) & (ring.count - 1)
    count -= 1
    return item
  }

  private mutating func grow() {
    let old = (0..<count).map { ring[(head + $0) & (ring.count - 1)] }
    ring = old + Array(repeating: nil, count: old.count)
    head = 0
  }
}

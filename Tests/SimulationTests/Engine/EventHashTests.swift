import Testing

@testable import Simulation

struct EventHashTests {
  private func hash(_ words: [UInt64]) -> EventHash {
    var hash = EventHash()
    for word in words { hash.add(word) }
    return hash
  }

  @Test func `the text is h and sixteen digits, and stays what it was`() {
    #expect(hash([]).text == "h12c6e78174eab2f9")
    #expect(hash([1, 2, 3]).text == "h3d3b90eddbed2614")
    for word in 0..<2000 as Range<UInt64> {
      let text = hash([word]).text
      #expect(text.count == 17 && text.hasPrefix("h"))
    }
  }

  @Test func `order, number and every bit of the words count`() {
    let base = hash([5, 6, 7]).value
    #expect(hash([6, 5, 7]).value != base)
    #expect(hash([5, 6]).value != base)
    #expect(hash([5, 6, 7, 0]).value != base)
    #expect(hash([0]).value != hash([0, 0]).value)
    for bit in 0..<64 {
      #expect(hash([5 ^ (1 << UInt64(bit)), 6, 7]).value != base)
      #expect(hash([5, 6, 7 ^ (1 << UInt64(bit))]).value != base)
    }
  }

  @Test func `one changed bit changes half of the bits of the hash`() {
    var stream = Stream(6, 6)
    var flips = 0
    for bit in 0..<64 {
      for _ in 0..<50 {
        let words = [stream.next(), stream.next(), stream.next()]
        var other = words
        other[stream.below(3)] ^= 1 << UInt64(bit)
        flips += (hash(words).value ^ hash(other).value).nonzeroBitCount
      }
    }
    // 204,800 fair coins: one standard deviation is 226.
    #expect(abs(flips - 102_400) < 1100)
  }

  @Test func `a hundred thousand short logs have as many hashes`() {
    var seen: Set<UInt64> = []
    for first in 0..<320 as Range<UInt64> {
      for second in 0..<320 as Range<UInt64> { seen.insert(hash([first, second]).value) }
    }
    #expect(seen.count == 102_400)
  }
}

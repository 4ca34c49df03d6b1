import Testing

@testable import Simulation

struct StreamTests {
  @Test func `the generator gives the published numbers`() {
    var stream = Stream(1, 2)
    let expected: [UInt64] = [
      393217, 669_327_710_093_319, 1_732_421_326_133_921_491, 11_394_790_081_659_126_983,
      9_555_452_776_773_192_676, 3_586_421_180_005_889_563, 1_691_397_964_866_707_553,
      10_735_626_796_753_111_697, 15_216_282_715_349_408_991, 14_247_243_556_711_267_923,
    ]
    #expect(expected.map { _ in stream.next() } == expected)
  }

  @Test func `SplitMix64 gives the published numbers`() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func `the forbidden state never occurs`() {
    var stream = Stream(0, 0)
    let (first, second) = (stream.next(), stream.next())
    #expect(first != second)
  }

  @Test func `a key always opens the same stream, and another key another one`() {
    let root = StreamRoot(seed: 7, replicate: 3)
    var one = root.stream(.visit, 12, 5)
    var same = root.stream(.visit, 12, 5)
    let (first, again) = (one.next(), same.next())
    #expect(first == again)
    let others = [
      root.stream(.visit, 12, 6), root.stream(.visit, 13, 5), root.stream(.contact, 12, 5),
      StreamRoot(seed: 8, replicate: 3).stream(.visit, 12, 5),
      StreamRoot(seed: 7, replicate: 4).stream(.visit, 12, 5),
      StreamRoot(seed: 3, replicate: 7).stream(.visit, 12, 5),
    ]
    for other in others {
      var copy = other
      let number = copy.next()
      #expect(number != first)
    }
  }

  /// A changed number here changes every result ever published: it needs a new major version.
  @Test func `the streams stay what they were`() {
    var stream = StreamRoot(seed: 2026, replicate: 1).stream(.contact, 42, 7)
    let numbers = [stream.next(), stream.next(), stream.next()]
    #expect(
      numbers == [
        17_724_039_378_703_876_195,
        10_057_719_806_456_088_285,
        17_925_954_773_440_893_551,
      ])
  }

  /// The same in debug and release, with and without fused multiply-add in the processor.
  @Test func `the samplers give the same numbers on every machine`() {
    var stream = Stream(11, 12)
    var hash = EventHash()
    for _ in 0..<20_000 {
      hash.add(stream.exponential())
      hash.add(stream.normal())
      hash.add(stream.lognormal(1, 2))
      hash.add(stream.weibull(shape: 0.7, scale: 2))
      hash.add(stream.gamma(0.3))
      hash.add(stream.gamma(5))
      hash.add(stream.beta(4, 2))
      hash.add(stream.studentT(3))
      hash.add(UInt64(stream.poisson(3)))
      hash.add(UInt64(stream.poisson(300)))
      hash.add(Elementary.log1p(stream.uniform()))
      hash.add(Elementary.expm1(stream.normal()))
    }
    #expect(hash.text == "h807fd375abaab8ed")
  }

  @Test func `purposes have distinct numbers that fit the key`() {
    let values = Purpose.allCases.map(\.rawValue)
    #expect(values == values.sorted())
    for (a, b) in zip(values, values.dropFirst()) { #expect(a < b) }
    for value in values { #expect((1...255).contains(value)) }
    #expect(Purpose.coverage.rawValue == 22)
  }

  @Test func `an event of probability 0 never happens and one of probability 1 always does`() {
    var stream = Stream(3, 4)
    for _ in 0..<10_000 {
      let (never, always) = (stream.chance(0), stream.chance(1))
      #expect(!never && always)
    }
  }

  @Test func `a chance takes one draw whatever its probability`() {
    var (never, always) = (Stream(5, 6), Stream(5, 6))
    _ = never.chance(0)
    _ = always.chance(1)
    let (a, b) = (never.next(), always.next())
    #expect(a == b)
  }

  @Test func `a draw from one thing is that thing`() {
    var stream = Stream(5, 6)
    let choices = (0..<100).map { _ in stream.below(1) }
    #expect(choices.allSatisfy { $0 == 0 })
    let point = stream.uniform(from: 2.5, to: 2.5)
    #expect(point == 2.5)
  }

  @Test func `a shuffle keeps every element and is at home with none and one`() {
    var stream = Stream(9, 9)
    var empty: [Int] = []
    stream.shuffle(&empty)
    #expect(empty.isEmpty)
    var one = [4]
    stream.shuffle(&one)
    #expect(one == [4])
    var many = Array(0..<1000)
    stream.shuffle(&many)
    #expect(many != Array(0..<1000))
    #expect(many.sorted() == Array(0..<1000))
  }
}

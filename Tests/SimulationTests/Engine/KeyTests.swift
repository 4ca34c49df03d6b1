import Testing

@testable import Simulation

/// Streams of neighbouring keys: as unlike as any two.
struct KeyTests {
  private let root = StreamRoot(seed: 1, replicate: 0)

  private func first(_ stream: Stream) -> Double {
    var stream = stream
    return stream.uniform()
  }

  @Test func `first numbers of a million consecutive entities are uniform and uncorrelated`() {
    for purpose in [Purpose.population, .contact] {
      var evidence = Evidence()
      for entity in 0..<1_000_000 as Range<UInt64> {
        evidence.add(first(root.stream(purpose, entity)))
      }
      #expect(evidence.faults == [])
    }
  }

  @Test func `so are those of all purposes and many ordinals`() {
    var (byPurpose, byOrdinal) = (Evidence(), Evidence())
    for ordinal in 0..<48_000 as Range<UInt64> {
      for purpose in Purpose.allCases {
        byPurpose.add(first(root.stream(purpose, 12_345, ordinal)))
      }
    }
    for purpose in Purpose.allCases {
      for ordinal in 0..<48_000 as Range<UInt64> {
        byOrdinal.add(first(root.stream(purpose, 12_345, ordinal)))
      }
    }
    #expect(byPurpose.faults == [])
    #expect(byOrdinal.faults == [])
  }

  @Test func `so are those of many seeds and replicates`() {
    var evidence = Evidence()
    for seed in 0..<1000 as Range<UInt64> {
      for replicate in 0..<300 as Range<UInt64> {
        evidence.add(first(StreamRoot(seed: seed, replicate: replicate).stream(.visit, 5)))
      }
    }
    #expect(evidence.faults == [])
  }

  @Test func `keys that differ in one part give uncorrelated numbers`() {
    let other = StreamRoot(seed: 1, replicate: 1)
    let third = StreamRoot(seed: 2, replicate: 0)
    var sums = Array(repeating: 0.0, count: 6)
    let count = 500_000
    for entity in 0..<UInt64(count) {
      let u = first(root.stream(.visit, entity)) - 0.5
      sums[0] += u * (first(root.stream(.registration, entity)) - 0.5)
      sums[1] += u * (first(root.stream(.visit, entity, 1)) - 0.5)
      sums[2] += u * (first(root.stream(.visit, entity + 1)) - 0.5)
      sums[3] += u * (first(other.stream(.visit, entity)) - 0.5)
      sums[4] += u * (first(third.stream(.visit, entity)) - 0.5)
      sums[5] += u * (first(root.stream(.visit, entity << 32)) - 0.5)
    }
    for sum in sums { #expect(abs(sum * 12) < 4.9 * Double(count).squareRoot()) }
  }

  @Test func `pairs of neighbours fill the square evenly`() {
    var cells = Array(repeating: 0, count: 4096)
    let count = 500_000
    for pair in 0..<UInt64(count) {
      var (one, two) = (root.stream(.target, 2 * pair), root.stream(.target, 2 * pair + 1))
      cells[one.below(64) * 64 + two.below(64)] += 1
    }
    let expected = Double(count) / 4096
    let chi = cells.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(abs(chiSquareScore(chi, 4095)) < 4.9)
  }

  @Test func `later numbers of neighbouring streams are uniform too`() {
    var evidence = Evidence()
    for entity in 0..<50_000 as Range<UInt64> {
      var stream = root.stream(.conversation, entity)
      for _ in 0..<10 { evidence.add(stream.uniform()) }
    }
    #expect(evidence.faults == [])
  }
}

/// Whole numbers, events and orders.
struct DrawTests {
  @Test func `whole numbers are equally likely, also where the bound divides nothing`() {
    for bound in [2, 3, 10, 1000] {
      let share = 1 / Double(bound)
      let middle = Double(bound - 1) / 2
      #expect(
        countFaults(
          mean: middle, variance: Double(bound * bound - 1) / 12,
          draw: { $0.below(bound) }, probability: { $0 < bound ? share : 0 }) == [])
    }
    // Without rejection the first third would get a quarter of the draws.
    let huge = 3 << 61
    let thirds = countFaults(
      mean: 1, variance: 2.0 / 3, draw: { $0.below(huge) / (1 << 61) },
      probability: { $0 < 3 ? 1.0 / 3 : 0 })
    #expect(thirds == [])
  }

  @Test func `an event happens as often as its probability says`() {
    for p in [1e-4, 0.3, 0.999] {
      let found = countFaults(
        mean: p, variance: p * (1 - p), draw: { $0.chance(p) ? 1 : 0 },
        probability: { [1 - p, p, 0][min($0, 2)] })
      #expect(found == [], "probability \(p)")
    }
  }

  @Test func `every order of five is equally likely`() {
    let found = countFaults(
      300_000, mean: 59.5, variance: 14_399.0 / 12,
      draw: {
        var order = [0, 1, 2, 3, 4]
        $0.shuffle(&order)
        var rank = 0
        for place in 0..<5 {
          let smaller = order[(place + 1)...].count { $0 < order[place] }
          rank = rank * (5 - place) + smaller
        }
        return rank
      }, probability: { $0 < 120 ? 1.0 / 120 : 0 })
    #expect(found == [])
  }
}

import Testing

@testable import Experiment

@Suite struct PrimTests {
  /// Worlds with ten inputs, of interest where the first is high and the fourth is one of two words, but for a
  /// few at random.
  private func planted(_ worlds: Int, noise: Double, isPlanted: Bool = true) -> Prim {
    var random = Random(key: [17, UInt64(worlds)])
    let inputs = (0..<10).map { place in
      Prim.Input(
        name: "x\(place)",
        values: (0..<worlds).map { _ in
          place == 3 ? (random.uniform() * 4).rounded(.down) : random.uniform()
        }, isWord: place == 3)
    }
    let isOfInterest = (0..<worlds).map { world in
      let isInside = inputs[0].values[world] > 0.6 && inputs[3].values[world] >= 2
      let turned = random.uniform() < noise
      return isPlanted ? isInside != turned : turned
    }
    return Prim(inputs: inputs, isOfInterest: isOfInterest)
  }

  @Test func `a planted box is found, and nothing beside it`() throws {
    let prim = planted(400, noise: 0.03)
    let told = try #require(prim.told(of: prim.boxes(), density: 0.8))
    #expect(told.limits.map(\.input) == [0, 3], "\(told.limits)")
    #expect(told.density > 0.8 && told.coverage > 0.8)
    let low = try #require(told.limits.first?.low)
    // The widest box of which four in five are of interest begins before the planted one: 0.4 / 0.5.
    #expect(low > 0.46 && low < 0.62 && told.limits[0].high == nil)
    #expect(told.limits[1].without == [0, 1])
    #expect(told.limits.allSatisfy { $0.chance < 1e-6 })
    #expect(prim.chance(of: told, density: 0.8, key: 1) <= 0.05)
  }

  @Test func `of pure chance no box is told`() throws {
    let prim = planted(60, noise: 0.25, isPlanted: false)
    let told = try #require(prim.told(of: prim.boxes(), density: 0.8))
    #expect(prim.chance(of: told, density: 0.8, key: 1) > 0.05)
  }

  @Test func `each step gives up a twentieth, and density rises`() {
    let boxes = planted(400, noise: 0.03).boxes()
    #expect(boxes[0].mass == 1 && boxes[0].coverage == 1 && boxes[0].limits.isEmpty)
    for (one, next) in zip(boxes, boxes.dropFirst()) {
      #expect(next.density > one.density && next.worlds < one.worlds)
    }
    #expect((boxes.last?.mass ?? 0) >= Prim.least)
  }

  @Test func `a binomial tail is the exact sum`() {
    // 3 or more of 4 at one half: (4 + 1) / 16.
    #expect(abs(Statistics.binomialTail(3, of: 4, share: 0.5) - 5.0 / 16) < 1e-12)
    #expect(Statistics.binomialTail(0, of: 4, share: 0.5) == 1)
    #expect(Statistics.binomialTail(2, of: 4, share: 0) == 0)
    #expect(Statistics.binomialTail(4, of: 4, share: 1) == 1)
  }
}

import Testing

@testable import Experiment

@Suite struct SobolTests {
  @Test func `without a shift it is the sequence of Joe and Kuo`() {
    // scipy 1.17.1, stats.qmc.Sobol(512, scramble=False, bits=32).
    let first = [
      [0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25], [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
    ]
    for (number, point) in first.enumerated() {
      #expect(Sobol.point(number, dimensions: 5, seed: nil) == point)
    }
    let far = Sobol.point(4_321, dimensions: Sobol.most, seed: nil)
    let some = [0, 1, 2, 17, 100, 255, 400, 511].map { far[$0] }
    #expect(
      some == [
        0.5355224609375, 0.5604248046875, 0.4725341796875, 0.0706787109375, 0.3411865234375,
        0.1954345703125, 0.3353271484375, 0.7801513671875,
      ])
    let sum = far.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    #expect(abs(sum - 63_638.74169921875) < 1e-6)
  }

  @Test func `a shift keeps one point in each interval of each dimension`() {
    let points = (0..<256).map { Sobol.point($0, dimensions: 40, seed: 7) }
    for dimension in 0..<40 {
      let cells = Set(points.map { Int($0[dimension] * 256) })
      #expect(cells == Set(0..<256), "dimension \(dimension)")
    }
    // The first two dimensions fill every elementary rectangle of 16 by 16 as well.
    #expect(Set(points.map { Int($0[0] * 16) * 16 + Int($0[1] * 16) }).count == 256)
    #expect(points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } })
    #expect(Sobol.point(3, dimensions: 4, seed: 8) != Sobol.point(3, dimensions: 4, seed: 7))
  }
}

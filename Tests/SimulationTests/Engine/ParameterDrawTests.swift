import Testing

@testable import Simulation

@Suite struct ParameterDrawTests {
  private func draws(_ count: Int, seed: UInt64 = 1, path: String) -> [Double] {
    (1...count).map { parameterUniform(seed: seed, draw: UInt64($0), path: path) }
  }

  @Test func `the first draws up to each power of two fall one into each equal part`() {
    for number in 1...40 {
      let values = draws(1_024, seed: UInt64(number), path: "path.\(number)")
      for power in 0...10 {
        let count = 1 << power
        let cells = values.prefix(count).map { Int($0 * Double(count)) }
        #expect(cells.sorted() == Array(0..<count), "2^\(power), path \(number)")
      }
    }
  }

  @Test func `draw 1 is the keyed number that it was before draws were designed`() {
    for seed in 1...20 {
      let value = parameterUniform(seed: UInt64(seed), draw: 1, path: "people.minor_share")
      #expect(
        value == keyedUniform(seed: UInt64(seed), number: 1, key: "people.minor_share"))
    }
  }

  @Test func `every draw by itself is uniform over seeds, and never an end`() {
    for draw: UInt64 in [1, 2, 3, 7, 100, 1 << 40] {
      let values = (0..<2_000).map { parameterUniform(seed: $0, draw: draw, path: "a.b") }
      #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
      var squares = 0.0
      for cell in 0..<20 {
        let count = values.count { Int($0 * 20) == cell }
        squares += Double((count - 100) * (count - 100)) / 100
      }
      // Chi-squared with 19 degrees of freedom: 43.8 is its quantile 0.999.
      #expect(squares < 43.8, "draw \(draw): \(squares)")
    }
  }

  @Test func `any two draws of a path are as far apart as a nested scramble lets them be`() {
    // Draws 1 and 2 lie in opposite halves, elsewhere they are free of each other.
    var sum = 0.0
    for seed: UInt64 in 0..<4_000 {
      let first = parameterUniform(seed: seed, draw: 1, path: "x")
      let second = parameterUniform(seed: seed, draw: 2, path: "x")
      #expect((first < 0.5) != (second < 0.5))
      sum +=
        (first * 2).truncatingRemainder(dividingBy: 1)
        * (second * 2)
        .truncatingRemainder(dividingBy: 1)
    }
    // Two independent uniforms: 1/4 with a standard deviation of √(7/144).
    #expect(abs(sum / 4_000 - 0.25) < 4 * (7.0 / 144 / 4_000).squareRoot())
  }

  private func correlation(_ first: [Double], _ second: [Double]) -> Double {
    let count = Double(first.count)
    func centred(_ values: [Double]) -> [Double] {
      let order = values.indices.sorted { values[$0] < values[$1] }
      var ranks = values
      for (rank, place) in order.enumerated() { ranks[place] = Double(rank) - (count - 1) / 2 }
      return ranks
    }
    let (x, y) = (centred(first), centred(second))
    return zip(x, y).map { $0 * $1 }.reduce(0, +) / (count * (count * count - 1) / 12)
  }

  @Test(arguments: [64, 100, 256])
  func `two paths are as little correlated as random draws`(count: Int) {
    let columns = (1...60).map { draws(count, path: "level.parameter_\($0)") }
    var sizes: [Double] = []
    for first in columns.indices {
      for second in columns.indices where second > first {
        sizes.append(abs(correlation(columns[first], columns[second])))
      }
    }
    sizes.sort()
    // Under independence 95 % of the sizes lie below 1.96/√(D − 1); 1,770 pairs tell that to 4 %.
    let bound = 1.96 / Double(count - 1).squareRoot()
    let quantile = sizes[sizes.count * 95 / 100]
    #expect(quantile < 1.15 * bound && quantile > 0.88 * bound, "\(quantile / bound)")
    #expect((sizes.last ?? 1) < 2.6 * bound)
  }

  @Test func `seed and path give other draws`() {
    let base = draws(64, path: "a")
    #expect(abs(correlation(base, draws(64, seed: 2, path: "a"))) < 0.4)
    #expect(abs(correlation(base, draws(64, path: "b"))) < 0.4)
    #expect(draws(64, path: "a") == base)
  }

  @Test func `the draws are these, on every machine`() {
    #expect(
      draws(4, seed: 7, path: "people.minor_share") == [
        0.6041406814370213, 0.33296008673352595, 0.16303968183351414, 0.8976763242864797,
      ])
  }
}

import Testing

@testable import Experiment

@Suite struct RankCorrelationTests {
  @Test func `equal values share the mean of their ranks`() {
    #expect(RankCorrelation.ranks([30, 10, 20, 10]) == [4, 1.5, 3, 1.5])
    #expect(RankCorrelation.ranks([]) == [])
  }

  @Test func `a matrix times its inverse is one, and a singular one has none`() throws {
    let matrix = [[0.0, 2, 1], [1, 3, -2], [4, 1, 1]]
    let inverse = try #require(RankCorrelation.inverse(of: matrix))
    for row in 0..<3 {
      for column in 0..<3 {
        let sum = (0..<3).reduce(0.0) { $0 + matrix[row][$1] * inverse[$1][column] }
        #expect(abs(sum - (row == column ? 1 : 0)) < 1e-12)
      }
    }
    #expect(RankCorrelation.inverse(of: [[1, 2], [2, 4]]) == nil)
  }

  /// Three inputs by a fixed rule: the outcome follows the first, the third follows the first too.
  private func example(_ count: Int) -> (inputs: [(name: String, values: [Double])], [Double]) {
    var random = SplitMix(state: 3)
    let first = (0..<count).map { _ in random.uniform() }
    let second = (0..<count).map { _ in random.uniform() }
    let third = first.map { $0 + 0.5 * random.uniform() }
    let outcome = zip(first, second).map { $0 * $0 * 10 - $1 + random.uniform() }
    return ([("first", first), ("second", second), ("third", third)], outcome)
  }

  @Test func `partial correlations tell a cause from what goes with it`() throws {
    let (inputs, outcome) = example(200)
    let found = try #require(RankCorrelation.drivers(of: outcome, on: inputs))
    #expect(found.count == 200)
    #expect(found.method == .partial)
    #expect(found.drivers.map(\.input) == ["first", "second", "third"])
    #expect(found.drivers.map(\.isClear) == [true, true, false])
    #expect(found.drivers[0].interval.estimate > 0.7 && found.drivers[1].interval.estimate < -0.4)
    for driver in found.drivers { #expect(driver.interval.contains(driver.interval.estimate)) }
  }

  @Test func `a partial correlation of three is the known formula's`() throws {
    var (inputs, outcome) = example(60)
    inputs.removeLast()
    let found = try #require(RankCorrelation.drivers(of: outcome, on: inputs))
    let ranks = (inputs.map(\.values) + [outcome]).map { RankCorrelation.ranks($0) }
    let r = { (a: Int, b: Int) in Statistics.correlation(ranks[a], ranks[b]) ?? .nan }
    let known =
      (r(0, 2) - r(0, 1) * r(1, 2))
      / ((1 - r(0, 1) * r(0, 1)) * (1 - r(1, 2) * r(1, 2))).squareRoot()
    let first = try #require(found.drivers.first { $0.input == "first" })
    #expect(abs(first.interval.estimate - known) < 1e-12)
  }

  @Test func `few runs give plain correlations, and too few give none`() throws {
    var (inputs, outcome) = example(22)
    for number in 0..<10 {
      inputs.append(("noise \(number)", (0..<22).map { Double(($0 * (number + 5) * 7) % 23) }))
    }
    let found = try #require(RankCorrelation.drivers(of: outcome, on: inputs))
    #expect(found.method == .simple)
    #expect(RankCorrelation.drivers(of: Array(outcome.prefix(19)), on: inputs) == nil)
    outcome[3] = .nan
    outcome[4] = .nan
    outcome[5] = .nan
    #expect(RankCorrelation.drivers(of: outcome, on: inputs) == nil)
    let constant = [(name: "c", values: [Double](repeating: 1, count: 22))]
    #expect(RankCorrelation.drivers(of: example(22).1, on: constant) == nil)
  }

  @Test func `a policy worse in everything is dominated, with its share of pairs`() {
    // Harm and burden by replicate: the third is worse than the second in two of three pairs.
    let values: [[[Double]]] = [
      [[10, 10, 10], [0, 0, 0]], [[5, 5, 5], [1, 1, 1]], [[6, 6, 4], [2, 2, 2]],
    ]
    let front = ParetoFront(values)
    #expect(front.dominations == [.init(dominated: 2, by: 1, share: 2.0 / 3)])
    #expect(!ParetoFront.dominates([1, 1], [1, 1]))
    #expect(ParetoFront([]).dominations.isEmpty)
  }
}

import Testing

@testable import Simulation

struct AliasTests {
  /// The exact probability of each thing, summed over the columns.
  private func probabilities(_ alias: Alias) -> [Double] {
    var shares = Array(repeating: 0.0, count: alias.rows.count)
    for (index, row) in alias.rows.enumerated() {
      let own = Double(row.threshold) / 0x1p32
      shares[index] += own
      shares[Int(row.other)] += 1 - own
    }
    return shares.map { $0 / Double(alias.rows.count) }
  }

  @Test func `every thing has exactly its share of the square`() throws {
    var stream = Stream(8, 1)
    for size in [1, 2, 3, 10, 1000] {
      for power in [0.0, 1, 6] {
        let weights = (0..<size).map { _ in Elementary.pow(stream.uniformOpen(), power) }
        let sum = weights.reduce(0, +)
        let alias = try #require(Alias(weights))
        for (share, weight) in zip(probabilities(alias), weights) {
          #expect(abs(share - weight / sum) < 0x1p-31)
        }
      }
    }
  }

  @Test func `what weighs nothing is never chosen`() throws {
    var stream = Stream(8, 2)
    for size in [2, 3, 7, 100, 999] {
      let weights = (0..<size).map { $0 % 3 == 0 ? 0 : stream.uniformOpen() * 0.1 }
      let alias = try #require(Alias(weights))
      for index in weights.indices where weights[index] == 0 {
        #expect(alias.rows[index].threshold == 0)
        #expect(!alias.rows.contains { Int($0.other) == index })
      }
    }
  }

  @Test func `the picks come as often as the weights say`() throws {
    let weights = [1.0, 2, 3, 0, 4, 0.01]
    let alias = try #require(Alias(weights))
    var stream = Stream(8, 3)
    var counts = Array(repeating: 0, count: weights.count)
    for _ in 0..<1_000_000 { counts[alias.pick(using: &stream)] += 1 }
    #expect(counts[3] == 0)
    var chi = 0.0
    for (count, weight) in zip(counts, weights) where weight > 0 {
      let expected = weight / 10.01 * 1e6
      chi += (Double(count) - expected) * (Double(count) - expected) / expected
    }
    #expect(chi < 30, "chi-square with 4 degrees of freedom: 5e-6 above 30")
  }

  @Test func `weights that mean nothing give no table`() {
    #expect(Alias([]) == nil)
    #expect(Alias([0, 0]) == nil)
    #expect(Alias([1, -1, 3]) == nil)
    #expect(Alias([1, .nan]) == nil)
    #expect(Alias([1, .infinity]) == nil)
    #expect(Alias([1e308, 1e308]) == nil)
  }
}

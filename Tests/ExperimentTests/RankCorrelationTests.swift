import Testing

@testable import Experiment

@Suite struct RankCorrelationTests {
  @Test func `equal values share the mean of their ranks`() {
    #expect(RankCorrelation.ranks([30, 10, 20, 10]) == [4, 1.5, 3, 1.5])
    #expect(RankCorrelation.ranks([]) == [])
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

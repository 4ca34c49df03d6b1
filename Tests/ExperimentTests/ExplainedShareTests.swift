import Foundation
import Testing

@testable import Experiment

@Suite struct ExplainedShareTests {
  /// An effect of two of five inputs.
  private func example(_ count: Int) -> (inputs: [(name: String, values: [Double])], [Double]) {
    var random = SplitMix(state: 11)
    let inputs = (1...5).map { number in
      (name: "input_\(number)", values: (0..<count).map { _ in random.normal() })
    }
    let effects = (0..<count).map {
      2 * inputs[0].values[$0] - inputs[1].values[$0] + 0.5 * random.normal()
    }
    return (inputs, effects)
  }

  @Test func `shares are those of the variance, and what does nothing is not told from chance`()
    throws
  {
    let (inputs, effects) = example(1_000)
    let found = try #require(
      ExplainedShare.found(of: effects, differences: effects, on: inputs, chanceShare: 0.01))
    #expect(found.inputs.map(\.name).prefix(2) == ["input_1", "input_2"])
    #expect(found.inputs.map(\.isTold) == [true, true, false, false, false])
    // Variances 4, 1 and ¼; ranks of normals see (6/π · asin(r/2))², a little less.
    #expect(abs(found.inputs[0].share - 4 / 5.25) < 0.08)
    #expect(abs(found.inputs[1].share - 1 / 5.25) < 0.08)
    let told = found.inputs[0].share + found.inputs[1].share
    #expect(abs(found.unexplained - (1 - told - 0.01)) < 1e-12)
    #expect(found.draws == 1_000)
  }

  @Test func `the bound is exceeded by chance in one case of twenty`() throws {
    var random = SplitMix(state: 5), above = 0
    for _ in 0..<200 {
      let inputs = (1...6).map { number in
        (name: "\(number)", values: (0..<64).map { _ in random.uniform() })
      }
      let effects = (0..<64).map { _ in random.uniform() }
      let found = try #require(
        ExplainedShare.found(of: effects, differences: effects, on: inputs))
      if found.inputs.contains(where: \.isTold) { above += 1 }
    }
    // 10 expected, standard deviation 3.1.
    #expect((1...20).contains(above), "\(above)")
  }

  @Test func `nothing is said below 64 draws, or of what doesn't vary`() {
    let (inputs, effects) = example(64)
    #expect(ExplainedShare.found(of: effects, differences: effects, on: inputs) != nil)
    #expect(
      ExplainedShare.found(
        of: [.nan] + effects.dropFirst(), differences: effects, on: inputs) == nil)
    let constant = [Double](repeating: 1, count: 64)
    #expect(ExplainedShare.found(of: constant, differences: constant, on: inputs) == nil)
    #expect(
      ExplainedShare.found(
        of: effects, differences: effects, on: [(name: "c", values: constant)]) == nil)
    #expect(ExplainedShare.found(of: [], differences: [], on: []) == nil)
  }

  @Test func `an input turns the sign where its thirds lie on different sides`() throws {
    let (inputs, effects) = example(128)
    let found = try #require(ExplainedShare.found(of: effects, differences: effects, on: inputs))
    #expect(found.inputs.first { $0.name == "input_1" }?.less?.turn == true)
    #expect(found.inputs.first { $0.name == "input_4" }?.less?.turn == false)
    // Everything far below 0: a strong input and no sign to turn.
    let low = effects.map { $0 - 100 }
    let none = try #require(ExplainedShare.found(of: effects, differences: low, on: inputs))
    #expect(none.inputs[0].isTold && none.inputs.allSatisfy { $0.less?.turn == false })
  }
}

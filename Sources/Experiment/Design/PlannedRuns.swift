/// The runs of a plan in the order of work, made when asked for: millions take no memory.
///
/// Draw by draw, in each its replicates, in each the scenarios that have that many draws.
public struct PlannedRuns: RandomAccessCollection, Sendable, Equatable {
  /// Draws in which the same scenarios are run.
  private struct Stretch: Equatable {
    /// The first draw, and the position of its first run.
    let draw: Int, index: Int
    /// Positions of the scenarios in the plan.
    let scenarios: [Int]
  }

  /// `point_id` of each scenario.
  private let points: [Int]
  private let replicates: Int
  private let stretches: [Stretch]
  /// Where it begins.
  public let startIndex = 0
  /// How many there are.
  public let endIndex: Int

  /// - Parameter draws: Of each scenario, as of the plan: the numbers were checked.
  init(_ scenarios: [PlannedScenario], draws: [Int], replicates: Int) {
    points = scenarios.map(\.point)
    self.replicates = replicates
    var stretches: [Stretch] = [], index = 0, first = 1
    for last in Set(draws).sorted() {
      let own = draws.indices.filter { draws[$0] >= last }
      stretches.append(Stretch(draw: first, index: index, scenarios: own))
      index += (last - first + 1) * replicates * own.count
      first = last + 1
    }
    self.stretches = stretches
    endIndex = index
  }

  /// One run.
  ///
  /// - Complexity: O(different numbers of draws).
  public subscript(index: Int) -> PlannedRun {
    guard let stretch = stretches.last(where: { $0.index <= index }) else {
      preconditionFailure("no run has the position \(index)")
    }
    let place = index - stretch.index, pair = place / stretch.scenarios.count
    let scenario = stretch.scenarios[place % stretch.scenarios.count]
    return PlannedRun(
      id: index + 1, point: points[scenario], scenario: scenario,
      draw: stretch.draw + pair / replicates, replicate: pair % replicates + 1)
  }

  /// The position of one run; nil where the scenario has fewer draws.
  func index(scenario: Int, draw: Int, replicate: Int) -> Int? {
    guard let stretch = stretches.last(where: { $0.draw <= draw }),
      let place = stretch.scenarios.firstIndex(of: scenario)
    else { return nil }
    let pair = (draw - stretch.draw) * replicates + replicate - 1
    let index = stretch.index + pair * stretch.scenarios.count + place
    return index < endIndex ? index : nil
  }
}

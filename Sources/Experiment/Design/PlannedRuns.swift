/// The runs of a plan in the order of work, made when asked for: millions take no memory.
///
/// Draw by draw, in each its replicates, in each the scenarios that have that many draws.
public struct PlannedRuns: RandomAccessCollection, Sendable, Equatable {
  /// Draws in which the same scenarios are run.
  private struct Stretch: Equatable {
    /// The first draw, and the position of its first run.
    let draw: Int, index: Int
    /// Positions of the scenarios in the plan, in their order.
    let scenarios: [Int]

    /// Where a scenario stands among these.
    ///
    /// - Complexity: O(log n): a sweep has thousands.
    func place(of scenario: Int) -> Int? {
      var low = 0, high = scenarios.count
      while low < high {
        let middle = (low + high) / 2
        if scenarios[middle] < scenario { low = middle + 1 } else { high = middle }
      }
      return low < scenarios.count && scenarios[low] == scenario ? low : nil
    }
  }

  /// `point_id` of each scenario.
  private let points: [Int]
  private let replicates: Repeats
  private let stretches: [Stretch]
  /// Where it begins.
  public let startIndex = 0
  /// How many there are.
  public let endIndex: Int

  /// How many replicates each draw has.
  enum Repeats: Equatable {
    /// As many as every other.
    case each(Int)
    /// A second one in some draws, from which the chance between replicates is told.
    case echoes
  }

  /// - Parameter draws: Of each scenario, as of the plan: the numbers were checked.
  init(_ scenarios: [PlannedScenario], draws: [Int], replicates: Repeats) {
    points = scenarios.map(\.point)
    self.replicates = replicates
    var stretches: [Stretch] = [], index = 0, first = 1
    for last in Set(draws).sorted() {
      let own = draws.indices.filter { draws[$0] >= last }
      stretches.append(Stretch(draw: first, index: index, scenarios: own))
      index += (replicates.upTo(last) - replicates.upTo(first - 1)) * own.count
      first = last + 1
    }
    self.stretches = stretches
    endIndex = index
  }

  /// One run.
  ///
  /// - Complexity: O(different numbers of draws); with echoes also O(log draws).
  public subscript(index: Int) -> PlannedRun {
    guard let stretch = stretches.last(where: { $0.index <= index }) else {
      preconditionFailure("no run has the position \(index)")
    }
    let place = index - stretch.index
    let scenario = stretch.scenarios[place % stretch.scenarios.count]
    let pair = replicates.upTo(stretch.draw - 1) + place / stretch.scenarios.count
    let draw = replicates.draw(of: pair)
    return PlannedRun(
      id: index + 1, point: points[scenario], scenario: scenario, draw: draw,
      replicate: pair - replicates.upTo(draw - 1) + 1)
  }

  /// The position of one run; nil where the scenario has fewer draws, or the draw fewer replicates.
  ///
  /// - Complexity: O(log scenarios), and as for a run.
  func index(scenario: Int, draw: Int, replicate: Int) -> Int? {
    guard let stretch = stretches.last(where: { $0.draw <= draw }),
      let place = stretch.place(of: scenario),
      replicate <= replicates.upTo(draw) - replicates.upTo(draw - 1)
    else { return nil }
    let before = replicates.upTo(draw - 1) - replicates.upTo(stretch.draw - 1)
    let index =
      stretch.index + (before + replicate - 1) * stretch.scenarios.count + place
    return index < endIndex ? index : nil
  }
}

extension PlannedRuns.Repeats {
  /// Replicates of all draws up to one, itself included.
  func upTo(_ draw: Int) -> Int {
    switch self {
    case .each(let count): draw * count
    case .echoes: draw + Uncertainty.echoes(upTo: draw)
    }
  }

  /// The draw of a replicate, by its position among those of all draws.
  func draw(of pair: Int) -> Int {
    if case .each(let count) = self { return pair / count + 1 }
    // Every draw has one or two.
    var low = pair / 2 + 1, high = pair + 1
    while low < high {
      let middle = (low + high) / 2
      if upTo(middle) > pair { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

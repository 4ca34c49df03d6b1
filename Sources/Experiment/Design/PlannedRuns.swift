/// The runs of a plan in the order of work, made when asked for: millions take no memory.
public struct PlannedRuns: RandomAccessCollection, Sendable {
  /// `point_id` of each scenario.
  let points: [Int]
  let draws: Int, replicates: Int

  /// Where it begins.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { points.count * draws * replicates }

  /// One run: draw by draw, in each its replicates, in each all scenarios.
  public subscript(index: Int) -> PlannedRun {
    let scenario = index % points.count, pair = index / points.count
    return PlannedRun(
      id: index + 1, point: points[scenario], scenario: scenario, draw: pair / replicates + 1,
      replicate: pair % replicates + 1)
  }
}

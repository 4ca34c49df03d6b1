/// Elementary effects of one output: how far it moves when one input is moved by the step, everything else
/// as it is, over paths that begin anywhere.
///
/// mu is their mean, mu_star the mean of their sizes (Campolongo et al. 2007,
/// doi:10.1016/j.envsoft.2006.10.004), sigma their standard deviation: large beside mu_star where an input
/// acts by way of others or bends. Effects are for an input's whole range: the change divided by the step.
struct MorrisEffects: Equatable {
  /// One input's effects.
  struct Input: Equatable {
    let mu: Interval, size: Interval, sigma: Double
  }

  /// In the order of the inputs, then chance.
  let inputs: [Input]
  /// Paths in which every value is defined.
  let rows: Int

  /// Paths below which nothing is said.
  static let fewest = 4

  /// - Parameter effects: For each input its effect on each path; NaN where undefined.
  /// - Returns: Nil where too few paths are defined, or the output is the same everywhere.
  init?(_ effects: [[Double]], level: Double, key: UInt64) {
    let paths = effects.first?.indices ?? 0..<0
    let known = paths.filter { row in effects.allSatisfy { $0[row].isFinite } }
    guard known.count >= Self.fewest,
      effects.contains(where: { own in known.contains { own[$0] != 0 } })
    else { return nil }
    rows = known.count
    var random = Random(key: [key, UInt64(known.count)])
    let again = (0..<SobolIndices.resamples).map { _ in
      known.map { _ in known[random.index(below: known.count)] }
    }
    inputs = effects.map { own in
      Input(
        mu: Self.interval(own, known, again, level) { $0 },
        size: Self.interval(own, known, again, level) { abs($0) },
        sigma: Statistics.deviation(known.map { own[$0] }) ?? 0)
    }
  }

  private static func interval(
    _ values: [Double], _ rows: [Int], _ again: [[Int]], _ level: Double,
    _ size: @escaping (Double) -> Double
  ) -> Interval {
    let mean = { (rows: [Int]) in
      rows.reduce(0) { $0 + size(values[$1]) } / Double(rows.count)
    }
    return Interval(mean(rows), resampled: again.map(mean), level: level)
  }
}

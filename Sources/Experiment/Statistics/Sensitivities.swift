/// The indices of one output over the points of a sample.
struct Sensitivities {
  /// For each of the sample's names its indices with their limits; empty where nothing can be said.
  let inputs: [[(index: SensitivityRow.Index, value: Interval)]]
  /// Rows of the sample that count.
  let rows: Int

  /// - Parameters:
  ///   - points: All of the sample's, in order.
  ///   - values: The output at each.
  init(_ sample: Sample, _ points: [Sample.Point], _ values: [Double], level: Double) {
    switch sample.kind {
    case .sobol:
      let found = Self.sobol(sample, points, values, level)
      rows = found?.rows ?? 0
      inputs =
        found?.inputs.map { [(.first, $0.first), (.total, $0.total)] } ?? []
    case .morris:
      let found = MorrisEffects(
        Self.effects(sample, points, values), level: level, key: sample.seed)
      rows = found?.rows ?? 0
      inputs =
        found?.inputs.map { input in
          let sigma = Interval(estimate: input.sigma, low: .nan, high: .nan)
          return [(.mu, input.mu), (.muStar, input.size), (.sigma, sigma)]
        } ?? []
    }
  }

  private static func sobol(
    _ sample: Sample, _ points: [Sample.Point], _ values: [Double], _ level: Double
  ) -> SobolIndices? {
    let none = [Double](repeating: .nan, count: sample.rows)
    var first = none, second = none
    var changed = Array(repeating: none, count: sample.inputs.count + 2)
    for (point, value) in zip(points, values) {
      switch point.role {
      case .first: first[point.row] = value
      case .second: second[point.row] = value
      case .changed(let input): changed[input][point.row] = value
      case .others: changed[sample.inputs.count][point.row] = value
      case .chance: changed[sample.inputs.count + 1][point.row] = value
      }
    }
    return SobolIndices(a: first, b: second, changed: changed, level: level, key: sample.seed)
  }

  /// Elementary effects of each input, then of chance, path by path.
  private static func effects(
    _ sample: Sample, _ points: [Sample.Point], _ values: [Double]
  ) -> [[Double]] {
    let none = [Double](repeating: .nan, count: sample.rows)
    var found = Array(repeating: none, count: sample.inputs.count + 1)
    for (place, point) in points.enumerated() {
      switch point.role {
      case .first, .second, .others: continue
      case .changed(let input):
        let isUp = point.quantiles[input] > points[place - 1].quantiles[input]
        let change = (values[place] - values[place - 1]) / Sample.step
        found[input][point.row] = isUp ? change : -change
      case .chance:
        // Compared with the path's beginning; a size, not an effect per step.
        found[sample.inputs.count][point.row] =
          values[place] - values[place - sample.width + 1]
      }
    }
    return found
  }
}

/// Which inputs are looked at closely after a screening.
public enum Screening {
  /// Inputs of which Sobol's indices are told.
  public static let most = 12
  /// Part of the greatest mean effect on an output below which an input is left out.
  public static let least = 0.1

  /// The inputs that move any headline, or any policy's effect on one, by at least a tenth of what moves it
  /// most: those that come nearest to the greatest first.
  ///
  /// - Parameters:
  ///   - rows: Of a Morris sample, in the order of its inputs.
  ///   - most: How many at most.
  public static func inputs(_ rows: [SensitivityRow], most: Int = most) -> [String] {
    let sizes = rows.filter { row in
      row.index == .muStar && row.input != Sample.chance
        && [OutcomeWords.headline, OutcomeWords.serious].contains(row.outcome)
        && (row.baseline == nil ? row.kind == .level : row.kind == .ratio)
    }
    var order: [String] = [], scores: [String: Double] = [:]
    for row in sizes where scores[row.input] == nil {
      order.append(row.input)
      scores[row.input] = 0
    }
    let outputs = Dictionary(grouping: sizes) { "\($0.scenario)\n\($0.outcome)" }
    for own in outputs.values {
      let greatest = own.map(\.value.estimate).max() ?? 0
      for row in own where greatest > 0 {
        scores[row.input] = max(scores[row.input] ?? 0, row.value.estimate / greatest)
      }
    }
    let passing = order.enumerated().filter { (scores[$0.element] ?? 0) >= least }
    let sorted = passing.sorted { one, two in
      let (a, b) = (scores[one.element] ?? 0, scores[two.element] ?? 0)
      return a == b ? one.offset < two.offset : a > b
    }
    return sorted.prefix(most).map(\.element)
  }
}

/// Which drawn inputs an outcome goes with, over replicates: rank correlations, which ask for a
/// monotone relation only.
///
/// - SeeAlso: Spearman 1904; Iman & Conover 1979; Marino et al. 2008 (partial rank correlation).
public enum RankCorrelation {
  /// How much of the other inputs is taken out.
  public enum Method: Sendable {
    /// Each input with the ranks of all others taken out (PRCC).
    case partial
    /// Each input by itself: too few runs to take the others out.
    case simple
  }

  /// One input.
  public struct Driver: Sendable, Equatable {
    /// Its name.
    public let input: String
    /// The correlation with limits that hold for all inputs at once (Bonferroni).
    public let interval: Interval

    /// Whether the limits keep clear of no relation.
    public var isClear: Bool { interval.low > 0 || interval.high < 0 }
  }

  /// The inputs in the order of their size.
  public struct Result: Sendable {
    /// How they were found.
    public let method: Method
    /// Largest first.
    public let drivers: [Driver]
    /// Replicates behind them.
    public let count: Int
  }

  /// Replicates below which nothing is said.
  public static let fewest = 20

  /// The inputs that an outcome goes with.
  ///
  /// - Parameters:
  ///   - outcome: One value for each replicate; undefined ones are left out.
  ///   - inputs: Values of each drawn input for the same replicates.
  /// - Returns: Nil below `fewest` replicates, or where nothing varies.
  /// - Complexity: O(inputs² × replicates + inputs³).
  public static func drivers(
    of outcome: [Double], on inputs: [(name: String, values: [Double])], level: Double = 0.95
  ) -> Result? {
    let whole = outcome.indices.filter { run in
      outcome[run].isFinite
        && inputs.allSatisfy { run < $0.values.count && $0.values[run].isFinite }
    }
    let varied = inputs.map { input in (input.name, whole.map { input.values[$0] }) }
      .filter { values in values.1.contains { $0 != values.1.first } }
    guard whole.count >= fewest, !varied.isEmpty else { return nil }
    let ranks = varied.map { Self.ranks($0.1) }, target = Self.ranks(whole.map { outcome[$0] })
    let others = varied.count - 1
    let partial =
      whole.count - others - 3 >= 10 ? Self.partial(ranks, target) : nil
    let found = partial ?? ranks.map { Statistics.correlation($0, target) ?? 0 }
    let freedom = whole.count - 3 - (partial == nil ? 0 : others)
    let share = Statistics.simultaneousLevel(level, comparisons: varied.count)
    guard let quantile = Statistics.studentQuantile(level: share, freedom: freedom) else {
      return nil
    }
    let half = quantile / Double(freedom).squareRoot()
    let drivers = zip(varied, found).map { input, value in
      Driver(input: input.0, interval: limits(value, half))
    }
    let sorted = drivers.enumerated().sorted {
      let sizes = (abs($0.element.interval.estimate), abs($1.element.interval.estimate))
      return sizes.0 == sizes.1 ? $0.offset < $1.offset : sizes.0 > sizes.1
    }
    return Result(
      method: partial == nil ? .simple : .partial, drivers: sorted.map(\.element),
      count: whole.count)
  }

  /// Fisher's transformation: half the width is that of the inverse hyperbolic tangent.
  private static func limits(_ value: Double, _ half: Double) -> Interval {
    let clipped = max(-0.999_999, min(0.999_999, value))
    let middle = Statistics.inverseTanh(clipped)
    return Interval(
      estimate: value, low: Statistics.tanh(middle - half), high: Statistics.tanh(middle + half))
  }

  /// Ranks from 1; equal values share the mean of theirs.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var from = 0
    while from < order.count {
      var end = from + 1
      while end < order.count, values[order[end]] == values[order[from]] { end += 1 }
      for place in from..<end { ranks[order[place]] = Double(from + end + 1) / 2 }
      from = end
    }
    return ranks
  }

  /// Partial correlations from the inverse of the matrix of correlations; nil where it has none.
  private static func partial(_ inputs: [[Double]], _ target: [Double]) -> [Double]? {
    let all = inputs + [target]
    let matrix = all.map { row in all.map { Statistics.correlation(row, $0) ?? 0 } }
    guard let inverse = inverse(of: matrix) else { return nil }
    let last = all.count - 1
    return inputs.indices.map { place in
      -inverse[place][last] / (inverse[place][place] * inverse[last][last]).squareRoot()
    }
  }

  /// Gauss and Jordan's elimination with the largest pivot of each column.
  static func inverse(of matrix: [[Double]]) -> [[Double]]? {
    let size = matrix.count
    var left = matrix
    var right = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
      guard abs(left[pivot][column]) > 1e-9 else { return nil }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let scale = 1 / left[column][column]
      left[column] = left[column].map { $0 * scale }
      right[column] = right[column].map { $0 * scale }
      for row in 0..<size where row != column && left[row][column] != 0 {
        let share = left[row][column]
        for place in 0..<size {
          left[row][place] -= share * left[column][place]
          right[row][place] -= share * right[column][place]
        }
      }
    }
    return right
  }
}

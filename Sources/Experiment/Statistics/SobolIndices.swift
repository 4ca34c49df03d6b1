/// First-order and total indices of one output: the share of its variance that an input explains by itself,
/// and the share that is left if only that input is unknown.
///
/// With A and B two samples of n rows, and A_i the sample A whose column i is that of B,
///
///     S_i  = (1/n) Σ_j f(B)_j (f(A_i)_j − f(A)_j) / V        (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018)
///     ST_i = (1/2n) Σ_j (f(A)_j − f(A_i)_j)² / V             (Jansen 1999, doi:10.1016/S0010-4655(98)00154-4)
///
/// where V is the variance over A and B together, and f has its mean over all points taken off, which
/// changes no expectation and steadies the first. Limits are percentiles over rows drawn again with
/// replacement. A row in which any value is undefined is left out.
struct SobolIndices: Equatable {
  /// One input's indices.
  struct Input: Equatable {
    let first: Interval, total: Interval
  }

  /// In the order of the inputs.
  let inputs: [Input]
  /// Rows in which every value is defined.
  let rows: Int

  /// Times that rows are drawn again.
  static let resamples = 1_000
  /// Rows below which nothing is said.
  static let fewest = 16

  /// - Parameters:
  ///   - a: Values on A, row by row; `b` on B.
  ///   - changed: For each input the values on A with its column changed.
  /// - Returns: Nil for an output that is the same everywhere, or defined in too few rows.
  /// - Complexity: O(resamples × inputs × rows).
  init?(a: [Double], b: [Double], changed: [[Double]], level: Double, key: UInt64) {
    let known = a.indices.filter { row in
      a[row].isFinite && b[row].isFinite && changed.allSatisfy { $0[row].isFinite }
    }
    guard known.count >= Self.fewest else { return nil }
    rows = known.count
    let all = known.flatMap { row in [a[row], b[row]] + changed.map { $0[row] } }
    guard let mean = Statistics.mean(all), all.contains(where: { $0 != all[0] }) else { return nil }
    let centred = { (values: [Double]) in known.map { values[$0] - mean } }
    let terms = Terms(a: centred(a), b: centred(b), changed: changed.map(centred))
    let every = Array(known.indices)
    guard let middle = terms.indices(every) else { return nil }
    var random = Random(key: [key, UInt64(rows)])
    var spread: [[(first: Double, total: Double)]] = []
    for _ in 0..<Self.resamples {
      let drawn = every.map { _ in random.index(below: every.count) }
      if let found = terms.indices(drawn) { spread.append(found) }
    }
    inputs = middle.enumerated().map { input, value in
      Input(
        first: Interval(value.first, resampled: spread.map { $0[input].first }, level: level),
        total: Interval(value.total, resampled: spread.map { $0[input].total }, level: level))
    }
  }

  /// Values with their mean taken off.
  private struct Terms {
    let a: [Double], b: [Double], changed: [[Double]]

    /// The indices over some rows; nil where the output doesn't vary over them.
    func indices(_ rows: [Int]) -> [(first: Double, total: Double)]? {
      let count = Double(rows.count)
      var sum = 0.0, squares = 0.0
      for row in rows {
        sum += a[row] + b[row]
        squares += a[row] * a[row] + b[row] * b[row]
      }
      let variance = squares / (2 * count) - (sum / (2 * count)) * (sum / (2 * count))
      guard variance > 0 else { return nil }
      return changed.map { own in
        var first = 0.0, total = 0.0
        for row in rows {
          let difference = own[row] - a[row]
          first += b[row] * difference
          total += difference * difference
        }
        return (first / count / variance, total / (2 * count) / variance)
      }
    }
  }
}

extension Interval {
  /// A bootstrap interval: percentiles of what samples drawn again gave.
  init(_ estimate: Double, resampled: [Double], level: Double) {
    let sorted = resampled.sorted(), tail = (1 - level) / 2
    self.init(
      estimate: estimate, low: Statistics.quantile(tail, ofSorted: sorted) ?? estimate,
      high: Statistics.quantile(1 - tail, ofSorted: sorted) ?? estimate)
  }
}

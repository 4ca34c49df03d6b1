/// How much of a run's beginning should be left out.
enum WarmUp {
  /// Values in a batch.
  private static let batch = 5

  /// The warm-up by MSER-5: the number of values whose removal makes the standard error of the mean of
  /// what is left least, in batches of five, from the first half of the run.
  ///
  /// - Parameter values: For instance one total for each day.
  /// - Returns: A multiple of five; nil below 20 values, where nothing can be told.
  /// - SeeAlso: White 1997, An effective truncation heuristic for bias reduction in simulation output;
  ///   White, Cobb & Spratt 2000 (MSER-5).
  static func mser5(_ values: [Double]) -> Int? {
    let batches = stride(from: 0, to: values.count / batch * batch, by: batch).map { start in
      values[start..<start + batch].reduce(0, +) / Double(batch)
    }
    guard batches.count >= 4 else { return nil }
    var best: (error: Double, left: Int)?
    for left in 0...batches.count / 2 {
      let rest = Array(batches[left...])
      guard let mean = Statistics.mean(rest) else { continue }
      let squares = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = squares / Double(rest.count * rest.count)
      if best.map({ error < $0.error }) ?? true { best = (error, left) }
    }
    return best.map { $0.left * batch }
  }
}

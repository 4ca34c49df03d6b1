/// Ranks of numbers, for correlations that ask for a monotone relation only.
///
/// - SeeAlso: Spearman 1904, The proof and measurement of association between two things.
enum RankCorrelation {
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
}

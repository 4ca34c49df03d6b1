/// What an uncertain parameter is drawn from, once it is known to be legal.
struct DrawnSource: Sendable {
  /// The families.
  enum Kind: Sendable {
    /// A law within the parameter's range.
    case law(Law, in: ClosedRange<Double>)
    /// One of a few values.
    case choice(WeightedValues<Double>)
    /// Values given in rows.
    case given([Double], ByRow.Rows)
  }

  /// The path under which its quantile is drawn; changes of a schedule share their parameter's.
  let key: String
  let kind: Kind
  /// Whether a law is rounded to whole numbers.
  var isWhole = false

  /// The value in some draws; nil where the law has none in the range, or none is given.
  func value(_ draws: Draws) -> Double? {
    if case .given(let values, let rows) = kind {
      guard let row = draws.row(rows), values.indices.contains(row - 1) else { return nil }
      return values[row - 1]
    }
    let quantile = Reader.inside(draws.quantile(key))
    switch kind {
    case .law(let law, let range):
      return law.quantile(quantile, in: range).map { isWhole ? $0.rounded() : $0 }
    case .given: return nil
    case .choice(let choice): return choice.values[choice.position(at: quantile)]
    }
  }
}

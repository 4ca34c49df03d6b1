/// What an uncertain parameter is drawn from, once it is known to be legal.
struct DrawnSource: Sendable {
  /// The families.
  enum Kind: Sendable {
    /// A law within the parameter's range.
    case law(Law, in: ClosedRange<Double>)
    /// One of a few values.
    case choice(WeightedValues<Double>)
  }

  /// The path under which its quantile is drawn; changes of a schedule share their parameter's.
  let key: String
  let kind: Kind
  /// Whether a law is rounded to whole numbers.
  var isWhole = false

  /// The value in some draws; nil where the law has none in the range.
  func value(_ draws: Draws) -> Double? {
    let quantile = Reader.inside(draws.quantile(key))
    switch kind {
    case .law(let law, let range):
      return law.quantile(quantile, in: range).map { isWhole ? $0.rounded() : $0 }
    case .choice(let choice): return choice.values[choice.position(at: quantile)]
    }
  }
}

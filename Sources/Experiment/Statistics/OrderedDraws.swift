/// Draws that gave no number because their runs were stopped.
struct LostDraws: Equatable {
  /// Where the numbers would lie.
  enum Side {
    /// Above all others: what is stopped is what harms most.
    case above
    /// Beyond the others, on a side that nobody knows: a change from a harm that wasn't counted.
    case either
  }

  let count: Int
  let side: Side

  static let none = LostDraws(count: 0, side: .above)
}

/// The numbers of draws in order, with the places that lost draws would have taken.
struct OrderedDraws {
  /// Smallest first, without those that were lost.
  let sorted: [Double]
  private let lost: LostDraws

  init(_ draws: [Double], lost: LostDraws = .none) {
    sorted = draws.sorted()
    self.lost = lost
  }

  /// Draws with those that were lost.
  var total: Int { sorted.count + lost.count }

  /// The number at a position from 1, between two neighbours in proportion, with lost draws below the
  /// others if they may lie there; nil among those.
  func low(at position: Double) -> Double? {
    number(at: position - Double(lost.side == .either ? lost.count : 0))
  }

  /// The same with lost draws above the others.
  func high(at position: Double) -> Double? { number(at: position) }

  /// The quantiles between which a share of what is to come lies, on average: at p(n + 1); nil where there
  /// are none.
  func limits(level: Double) -> (low: Double?, high: Double?) {
    let last = Double(total + 1), tail = Statistics.steady(Self.tail(level) * last)
    return (low(at: tail), high(at: last - tail))
  }

  private func number(at position: Double) -> Double? {
    guard position >= 1, position <= Double(sorted.count) else { return nil }
    let whole = position.rounded(.down), rest = position - whole
    let place = Int(whole) - 1
    if rest == 0 { return sorted[place] }
    return sorted[place] + rest * (sorted[place + 1] - sorted[place])
  }

  /// The share beyond each limit of an interval; rounded, so that 1 − 0.9 makes the tenth that is meant.
  static func tail(_ level: Double) -> Double { Statistics.steady((1 - level) / 2) }

  /// Whether the quantiles at the limits exist: type 6 puts them at the positions p(D + 1), which
  /// begin at 1 with 39 draws at 95 %, and then hold 95 % of what is to come, on average.
  ///
  /// - SeeAlso: Hyndman & Fan 1996, Sample quantiles in statistical packages (Weibull's positions).
  static func hasQuantiles(draws: Int, level: Double) -> Bool {
    Statistics.steady(tail(level) * Double(draws + 1)) >= 1
  }

  /// The ranks between which a quantile of the population lies, by the binomial law of how many draws
  /// fall below it; nil where even the first or last draw isn't far enough out.
  ///
  /// - Parameters:
  ///   - share: Of the population below the quantile, above 0 and below 1.
  ///   - level: At least this probability that the quantile lies between the two.
  /// - Complexity: O(draws).
  /// - SeeAlso: David & Nagaraja 2003, Order statistics, §7.1.
  static func ranks(
    around share: Double, draws: Int, level: Double
  ) -> (from: Int?, to: Int?) {
    let chances = binomial(draws, share), tail = tail(level)
    var below = 0.0, from: Int?, to: Int?
    for rank in 1...max(1, draws) where rank <= draws {
      below += chances[rank - 1]
      // `below` is the probability that the draw of this rank lies above the quantile.
      if below <= tail { from = rank }
      if to == nil, below >= 1 - tail { to = rank }
    }
    return (from, to)
  }

  /// Probabilities of 0 … n, from the ratios of neighbours outwards from the greatest: nothing
  /// overflows, and there is no power that a library would round in its own way.
  private static func binomial(_ count: Int, _ share: Double) -> [Double] {
    let odds = share / (1 - share)
    let mode = min(count, Int(Double(count + 1) * share))
    var weights = [Double](repeating: 0, count: count + 1)
    weights[mode] = 1
    for k in stride(from: mode, to: count, by: 1) {
      weights[k + 1] = weights[k] * odds * Double(count - k) / Double(k + 1)
    }
    for k in stride(from: mode, to: 0, by: -1) {
      weights[k - 1] = weights[k] / odds * Double(k) / Double(count - k + 1)
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

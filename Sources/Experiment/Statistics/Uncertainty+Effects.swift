extension Uncertainty {
  /// What the differences of draws say.
  struct Difference {
    let median: Double
    let ui: UncertaintyInterval?
    let mc: Interval?
    let chanceShare: Double?

    /// - Parameter draws: One or more.
    init(
      _ draws: [DrawPairs], level: Double, mcLevel: Double, lost: LostDraws,
      limits: ClosedRange<Double>
    ) {
      let spread = DrawSpread.difference(draws)
      let middle = Uncertainty.median(spread.values) ?? 0
      let possible = limits.ofDifference([], [])
      let single = draws.count == 1 ? draws[0] : nil
      let values = single?.values ?? draws.map(\.mean)
      let reference = single?.reference ?? draws.map(\.referenceMean)
      median = middle
      chanceShare = spread.chanceShare
      ui = spread.interval(level: level, lost: lost)?.clipped(to: possible, holding: middle)
      mc = Statistics.difference(values, from: reference, level: mcLevel)?
        .clipped(to: limits.ofDifference(values, reference))
    }

    var isClear: Bool {
      guard let ui, let mc else { return false }
      return !ui.contains(0) && !mc.contains(0)
    }
  }

  /// What the ratios of draws say.
  struct Ratio {
    let median: Double
    let ui: UncertaintyInterval?
    let mc: Interval?
    let chanceShare: Double?

    /// Nil where too many draws have no ratio, or something is negative.
    ///
    /// - Parameter all: One or more draws.
    init?(_ all: [DrawPairs], level: Double, mcLevel: Double, lost: LostDraws) {
      let draws = all.compactMap { draw in draw.ratio.map { (pairs: draw, ratio: $0) } }
      let missing = Double(all.count - draws.count) / Double(all.count)
      guard missing <= Uncertainty.mostWithoutRatio, draws.allSatisfy({ $0.ratio >= 0 }),
        let middle = Uncertainty.median(draws.map(\.ratio))
      else { return nil }
      let spread = DrawSpread.ratio(draws)
      median = middle
      chanceShare = spread.chanceShare
      ui = spread.interval(level: level, lost: lost)?
        .clipped(to: 0...Double.infinity, holding: middle)
      mc = Self.error(of: draws, logarithms: spread.logarithms, level: mcLevel)
    }

    private static func error(
      of draws: [(pairs: DrawPairs, ratio: Double)], logarithms: [Double]?, level: Double
    ) -> Interval? {
      if draws.count > 1, let logarithms {
        return Statistics.interval(logarithms, level: level).map { found in
          Interval(
            estimate: Statistics.exponential(found.estimate),
            low: Statistics.exponential(found.low), high: Statistics.exponential(found.high))
        }
      }
      let single = draws.count == 1 ? draws[0].pairs : nil
      let values = single?.values ?? draws.map(\.pairs.mean)
      let reference = single?.reference ?? draws.map(\.pairs.referenceMean)
      return Statistics.ratio(values, to: reference, level: level)
        ?? Statistics.ratioOfMeans(values, to: reference, level: level)
    }
  }
}

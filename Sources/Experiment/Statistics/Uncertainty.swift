/// What draws of the uncertain parameters say: medians with the limits of plausible worlds.
///
/// A *draw* is one set of values of the uncertain parameters, a *replicate* chance within it. Limits go
/// over draws and don't shrink as draws are added; the error of the middle, which does, stands beside
/// them under its own name.
public enum Uncertainty {
  /// Share of the draws without a ratio above which no ratio is given.
  public static let mostWithoutRatio = 0.05

  /// Whether a draw has a second replicate in a study that asks for one: draws 1 to 16 and every
  /// fourth after. By number, so that the echoes of a smaller study are those of a larger one.
  ///
  /// - Parameter draw: From 1.
  public static func isEcho(draw: Int) -> Bool { draw <= 16 || draw.isMultiple(of: 4) }

  /// How many of the first draws have a second replicate.
  static func echoes(upTo draw: Int) -> Int { draw <= 16 ? draw : 12 + draw / 4 }

  /// One outcome's level.
  ///
  /// - Parameters:
  ///   - level: Share that the limits hold, above 0 and below 1.
  ///   - mcLevel: Coverage of the Monte Carlo error; `level` if nil.
  ///   - lost: Draws without values since their runs were stopped. Those have most harm: they count
  ///     above all others, and an upper limit among them is empty.
  ///   - limits: Between what no value can fall.
  /// - Returns: Nil without a defined value.
  /// - Complexity: O(n log n) in the number of values.
  public static func level(
    _ values: DrawValues, level: Double, mcLevel: Double? = nil, lost: Int = 0,
    limits: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) -> LevelEstimate? {
    let draws = values.defined
    let means = draws.compactMap { Statistics.mean($0) }
    let shown = draws.count == 1 ? draws[0] : means
    guard let mean = Statistics.mean(means), let median = median(shown) else { return nil }
    let spread = DrawSpread.level(draws, means: means)
    let ui = spread.interval(level: level, lost: LostDraws(count: lost, side: .above))
    return LevelEstimate(
      median: median, mean: mean, deviation: Statistics.deviation(shown),
      ui: ui?.clipped(to: limits, holding: median), chanceShare: spread.chanceShare,
      mc: Statistics.interval(shown, level: mcLevel ?? level)?.clipped(to: limits),
      draws: draws.count, replicates: draws.map(\.count).reduce(0, +))
  }

  /// One policy's effect on one outcome.
  ///
  /// - Parameters:
  ///   - values: The policy's, draw by draw.
  ///   - reference: The baseline's, for the same draws and replicates.
  ///   - level: Share that the limits hold, above 0 and below 1.
  ///   - mcLevel: Coverage of the Monte Carlo errors; `level` if nil.
  ///   - lost: Draws of which a run was stopped on one side or the other. Nobody knows on which side
  ///     of the others their effects lie, so that they count beyond both limits.
  ///   - limits: Between what no value of the outcome can fall.
  /// - Returns: Nil without a pair that is defined on both sides.
  /// - Complexity: O(n log n) in the number of values.
  public static func effect(
    _ values: DrawValues, reference: DrawValues, level: Double, mcLevel: Double? = nil,
    lost: Int = 0, limits: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) -> EffectEstimate? {
    let draws = zip(values.values, reference.values).compactMap { DrawPairs($0, $1) }
    guard !draws.isEmpty else { return nil }
    let gone = LostDraws(count: lost, side: .either)
    let difference = Difference(
      draws, level: level, mcLevel: mcLevel ?? level, lost: gone, limits: limits)
    let ratio = Ratio(draws, level: level, mcLevel: mcLevel ?? level, lost: gone)
    let less = draws.count < 2 ? nil : less(draws, level: level)
    let both =
      draws.count == 1 ? draws[0] : DrawPairs(draws.map(\.mean), draws.map(\.referenceMean))
    return EffectEstimate(
      draws: draws.count, pairs: draws.map(\.count).reduce(0, +),
      diffMedian: difference.median, diffUI: difference.ui, diffMC: difference.mc,
      ratioMedian: ratio?.median, ratioUI: ratio?.ui, mc: ratio?.mc,
      drawsWithoutRatio: draws.count { $0.ratio == nil },
      chanceShare: ratio == nil ? difference.chanceShare : ratio?.chanceShare,
      pLess: less?.estimate, pLessLow: less?.low, pLessHigh: less?.high,
      isClear: difference.isClear && ratio?.ui?.contains(1) != true,
      correlation: both.flatMap { Statistics.correlation($0.values, $0.reference) })
  }

  /// The effect of each draw by itself, in the order of draws.
  public static func effects(_ values: DrawValues, reference: DrawValues) -> DrawEffects {
    let draws = zip(values.values, reference.values).map { DrawPairs($0, $1) }
    return DrawEffects(
      differences: draws.map { $0?.difference ?? .nan }, ratios: draws.map { $0?.ratio ?? .nan })
  }

  /// Limits for a quantile of the population from the ranks of draws made at random, such as those
  /// within which a median is known; nil where even the first or the last draw isn't far enough out.
  ///
  /// - Parameters:
  ///   - share: Of the population below the quantile: 0.5 for the median.
  ///   - draws: One number for each.
  ///   - level: Probability that the quantile lies between the two, at least.
  public static func error(
    ofQuantile share: Double, over draws: [Double], level: Double
  ) -> (from: Double?, to: Double?) {
    guard share > 0, share < 1, level > 0, level < 1 else { return (nil, nil) }
    let order = OrderedDraws(draws)
    let ranks = OrderedDraws.ranks(around: share, draws: draws.count, level: level)
    return (
      ranks.from.flatMap { order.high(at: Double($0)) },
      ranks.to.flatMap { order.high(at: Double($0)) }
    )
  }

  /// Share of draws in which there is less, ties half, with Wilson's limits.
  private static func less(_ draws: [DrawPairs], level: Double) -> Interval? {
    Statistics.shareBetter(
      draws.map(\.mean), than: draws.map(\.referenceMean), lowerIsBetter: true
    ).flatMap { Statistics.share($0, of: draws.count, level: level) }
  }

  /// The middle of some numbers; nil for none.
  static func median(_ values: [Double]) -> Double? {
    Statistics.quantile(0.5, ofSorted: values.sorted())
  }
}

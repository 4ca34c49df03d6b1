/// One number for each draw with what chance adds to it, on a scale on which both add up: logarithms
/// where all values are above 0, else the values themselves.
struct DrawSpread {
  /// Draws below which chance is never taken out. Quantiles exist from 39 at 95 %; at that number
  /// they are the least and the greatest draw, and an estimate of chance would only loosen them.
  static let fewestForShrinking = 40

  /// One number for each draw, in the outcome's unit.
  let values: [Double]
  /// Their logarithms; nil on the plain scale.
  let logarithms: [Double]?
  /// The part of the variance between draws that is chance, 0…1; nil where no draw has two replicates
  /// or nothing varies.
  let chanceShare: Double?
  /// Whether every draw has two replicates or more.
  private let isReplicated: Bool
  /// Replicates beyond the first of each draw: degrees of freedom of the variance within.
  private let freedomWithin: Int

  /// - Parameters:
  ///   - values: One for each draw.
  ///   - counts: Replicates of each draw.
  ///   - within: For each draw with two or more, one number for each replicate on the same scale,
  ///     whose mean has the chance of the draw's.
  private init(
    _ values: [Double], logarithms: [Double]?, counts: [Int], within: [[Double]]
  ) {
    self.values = values
    self.logarithms = logarithms
    isReplicated = counts.allSatisfy { $0 >= 2 }
    freedomWithin = counts.map { $0 - 1 }.reduce(0, +)
    chanceShare = Self.chanceShare(logarithms ?? values, counts, within)
  }

  /// Variance of a replicate, over the draws that have several, divided by the replicates of each
  /// draw; over the variance between the draws' numbers, which holds it.
  private static func chanceShare(
    _ numbers: [Double], _ counts: [Int], _ within: [[Double]]
  ) -> Double? {
    let variances = within.compactMap { Statistics.deviation($0) }.map { $0 * $0 }
    guard let chance = Statistics.mean(variances), let between = Statistics.deviation(numbers),
      let each = Statistics.mean(counts.map { 1 / Double($0) }), between > 0
    else { return nil }
    return min(1, chance * each / (between * between))
  }

  /// The limits over draws, in the outcome's unit; chance is taken out where that is safe.
  func interval(level: Double, lost: LostDraws) -> UncertaintyInterval? {
    let numbers = logarithms ?? values
    guard OrderedDraws.hasQuantiles(draws: numbers.count + lost.count, level: level),
      let mean = Statistics.mean(numbers), let factor = shrinking(level: level)
    else { return .over(values, level: level, lost: lost) }
    var shrunk = numbers.map { mean + factor * ($0 - mean) }
    if logarithms != nil { shrunk = shrunk.map(Statistics.exponential) }
    var found = UncertaintyInterval.over(shrunk, level: level, lost: lost)
    found?.holdsChance = false
    return found
  }

  /// By how much the draws move towards their mean, for their spread to be that without chance:
  /// √(1 − share), and an allowance; nil where nothing may be taken out.
  ///
  /// The share is an estimate, and what is left once it is taken out is known less well than the
  /// spread was: without allowance, limits from 64 draws half of whose variance is chance hold 93 %
  /// where 95 is claimed, and 84 % where seven tenths are. The variance left has Satterthwaite's
  /// degrees of freedom ν, fewer than the draws'; limits z away have to go out by 1 + (1 + z²)/4ν, as
  /// Student's quantiles do to first order. In that 1/(1 − share) is too large on average, by the
  /// relative variance of 1 − share, which the root makes up for. So little is taken out where little
  /// but chance is left, and never so much that the limits meet.
  ///
  /// - SeeAlso: Satterthwaite 1946, An approximate distribution of estimates of variance components;
  ///   Abramowitz & Stegun 1964, 26.7.5 (Student's quantiles).
  func shrinking(level: Double) -> Double? {
    guard let share = chanceShare, isReplicated, values.count >= Self.fewestForShrinking else {
      return nil
    }
    let plain = 2 / Double(values.count - 1), left = 1 - share
    // Variance of what is left, over the square of the whole.
    let error = plain + 2 * share * share / Double(freedomWithin)
    let quantile = Statistics.normalQuantile(level: level)
    // The quantiles of the draws hold the error of their own spread already.
    let allowance = (error - plain * left * left) / (left * left + 2 * error).squareRoot()
    let factor = left + (1 + quantile * quantile) / 4 * allowance
    return factor < 1 ? factor.squareRoot() : nil
  }
}

extension DrawSpread {
  /// Of an outcome's level: the mean over the replicates of each draw.
  static func level(_ draws: [[Double]], means: [Double]) -> DrawSpread {
    let isPositive = draws.allSatisfy { $0.allSatisfy { $0 > 0 } }
    let replicated = draws.filter { $0.count >= 2 }
    return DrawSpread(
      means, logarithms: isPositive ? means.map(Statistics.logarithm) : nil,
      counts: draws.map(\.count),
      within: isPositive ? replicated.map { $0.map(Statistics.logarithm) } : replicated)
  }

  /// Of differences: those of the pairs.
  static func difference(_ draws: [DrawPairs]) -> DrawSpread {
    DrawSpread(
      draws.map(\.difference), logarithms: nil, counts: draws.map(\.count),
      within: draws.filter { $0.count >= 2 }.map { draw in
        zip(draw.values, draw.reference).map { $0 - $1 }
      })
  }

  /// Of ratios: with the chance of the logarithm of a pair's, or where there are zeros, with that of
  /// the linear estimator (Cochran 1977, Sampling Techniques, §6.4).
  ///
  /// - Parameter draws: With their ratios.
  static func ratio(_ draws: [(pairs: DrawPairs, ratio: Double)]) -> DrawSpread {
    let ratios = draws.map(\.ratio)
    let isPositive = draws.allSatisfy { $0.pairs.isPositive }
    let within = draws.filter { $0.pairs.count >= 2 }.map { draw in
      zip(draw.pairs.values, draw.pairs.reference).map { value, reference in
        isPositive
          ? Statistics.logarithm(value / reference)
          : (value - draw.ratio * reference) / draw.pairs.referenceMean
      }
    }
    return DrawSpread(
      ratios, logarithms: isPositive ? ratios.map(Statistics.logarithm) : nil,
      counts: draws.map { $0.pairs.count }, within: within)
  }
}

/// One outcome's level over draws. Nil is undefined.
public struct LevelEstimate: Sendable, Equatable {
  /// Middle of the draws' means; with a single draw, of its replicates.
  public let median: Double
  /// Mean over draws, each of them the mean over its replicates.
  public let mean: Double
  /// Standard deviation between the draws' means; with a single draw, between its replicates.
  public let deviation: Double?
  /// Limits over draws; nil with a single draw.
  public let ui: UncertaintyInterval?
  /// The part of the variance between draws that is chance, 0…1; nil where no draw has two replicates.
  public let chanceShare: Double?
  /// Monte Carlo error of the middle: Student's interval of the mean over draws, or over the
  /// replicates of a single one. It says whether more runs would help, and nothing about the world.
  public let mc: Interval?
  /// Draws with a defined value.
  public let draws: Int
  /// Defined values, over all draws.
  public let replicates: Int
}

/// One policy's effect on one outcome over draws. Nil is undefined.
public struct EffectEstimate: Sendable, Equatable {
  /// Draws with a pair defined on both sides.
  public let draws: Int
  /// Such pairs, over all draws.
  public let pairs: Int
  /// Middle of the draws' differences, scenario minus baseline.
  public let diffMedian: Double
  /// Limits of the differences over draws; nil with a single draw.
  public let diffUI: UncertaintyInterval?
  /// Monte Carlo error of the mean difference.
  public let diffMC: Interval?
  /// Middle of the draws' ratios, scenario over baseline: 0 is −100 %.
  public let ratioMedian: Double?
  /// Limits of the ratios over draws.
  public let ratioUI: UncertaintyInterval?
  /// Monte Carlo error of the middle: Student's interval of the mean ratio, geometric where all are
  /// above 0, else the ratio of the means.
  public let mc: Interval?
  /// Draws without a ratio, because their baseline is 0. Above 5 % of the draws no ratio is given.
  public let drawsWithoutRatio: Int
  /// The part of the variance between the draws' ratios that is chance, 0…1, or between their
  /// differences where there is no ratio; nil where no draw has two replicates.
  public let chanceShare: Double?
  /// Share of draws in which the scenario has less, ties half; nil with a single draw.
  public let pLess: Double?
  /// Wilson's lower limit of that share.
  public let pLessLow: Double?
  /// Wilson's upper limit.
  public let pLessHigh: Double?
  /// Whether the limits of the difference leave out no change, and those of the ratio if there is one:
  /// with few draws they are found in two ways and may disagree.
  ///
  /// The Monte Carlo error must leave it out too: a few draws may all fall on one side by chance.
  public let isClear: Bool
  /// Correlation of the two sides over draws, or over the pairs of a single one.
  public let correlation: Double?
}

/// The outcomes of one period of a run.
///
/// Contacts begun in the period are followed to their end, rates are over the period's own length, and
/// everything else counts inside it. The values are those of a run whose window is the period, to the
/// last bit: how long a run goes on changes nothing of its beginning.
public struct PeriodRecord: Sendable, Equatable {
  /// Which period.
  public let period: Period
  /// Outcomes, in the order of the study's columns; NaN where undefined.
  public var values: [Double]

  /// Pairs a period with its outcomes.
  public init(period: Period, values: [Double]) {
    (self.period, self.values) = (period, values)
  }
}

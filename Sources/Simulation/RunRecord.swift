/// What one run leaves behind.
public struct RunRecord: Sendable, Equatable {
  /// Outcomes, in the order of the study's columns; NaN where undefined.
  public var values: [Double]
  /// One value for each drawn parameter, in the plan's order.
  public var drawn: [Double]
  /// Days of the study's window, beyond which the run may have been followed up.
  public var observedDays: Double
  /// Events dispatched and hashed.
  public var events: UInt64
  /// Events that stand behind those, with the exact shortcuts written out one by one.
  public var represented: UInt64
  /// Hash of the stream of events.
  public var hash: UInt64
  /// The named periods that the run holds, the shortest first, and the follow-up; one as long as the
  /// window among them.
  public var otherPeriods: [PeriodRecord]
  /// Unwanted sexual contacts (H1, H2) to minors on the platform and at its rivals, counted by day from the
  /// beginning of the run, which is a midnight, through the warm-up: one number for each whole day before
  /// its end.
  public var daily: [Double]
  /// Its course over the window; nil once it is on disk, since many runs have long ones.
  public var series: SeriesRecord?

  /// Makes a record of the given parts.
  public init(
    values: [Double], drawn: [Double], observedDays: Double, events: UInt64,
    represented: UInt64, hash: UInt64, otherPeriods: [PeriodRecord] = [], daily: [Double] = [],
    series: SeriesRecord? = nil
  ) {
    self.values = values
    self.drawn = drawn
    self.observedDays = observedDays
    self.events = events
    self.represented = represented
    self.hash = hash
    self.otherPeriods = otherPeriods
    self.daily = daily
    self.series = series
  }

  /// Every period of the run: the named ones, the window, the follow-up.
  public var periods: [PeriodRecord] {
    otherPeriods.filter { $0.period != .followUp }
      + [PeriodRecord(period: .window, values: values)]
      + otherPeriods.filter { $0.period == .followUp }
  }

  /// The outcomes of a period; nil where the window is too short for it.
  public func values(of period: Period) -> [Double]? {
    periods.first { $0.period == period }?.values
  }

  /// The outcomes of the window, or of the period, that lasts so many days; nil where there is none.
  func values(lasting days: Double) -> [Double]? {
    observedDays == days ? values : otherPeriods.first { $0.period.days == days }?.values
  }
}

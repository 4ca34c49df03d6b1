/// One column of runs.csv.
public struct Column: Sendable, Equatable {
  /// Which direction is the better one, for `share_better` and for words in a report.
  public enum Better: String, Sendable, Equatable {
    /// Less is better: harms, burdens, costs.
    case lower
    /// More is better.
    case higher
    /// Neither: context.
    case neither
  }

  /// What the column is for, so that a benefit is never printed without its burdens.
  public enum Role: String, Sendable, Equatable {
    /// The answer that leads a report.
    case headline
    /// Harm to a victim.
    case harm
    /// What the policy costs those who did nothing wrong.
    case burden
    /// Harm that moved elsewhere.
    case displacement
    /// Hours and money.
    case cost
    /// Reports, reviews, referrals and proceedings.
    case enforcement
    /// Exposure, traffic and other circumstances.
    case context
  }

  /// `lower_snake_case`, unique in a study.
  public let name: String
  /// The unit in words; empty for a pure number.
  public let unit: String
  /// One sentence that says what is measured.
  public let meaning: String
  /// The better direction.
  public let better: Better
  /// What the column is for.
  public let role: Role
  /// Where the column is a rate of rare events, the column that counts them in the run: a comparison
  /// needs at least five events. Nil where events are many.
  public let events: String?

  /// Makes a column; nothing is checked here, a plan checks its names.
  public init(
    name: String, unit: String, meaning: String, better: Better, role: Role,
    events: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.better = better
    self.role = role
    self.events = events
  }
}

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
  /// Unwanted sexual contacts (H1, H2) to minors on the platform, counted by day from the beginning of
  /// the run, which is a midnight, through the warm-up: one number for each whole day before its end.
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

/// A run's course over its window, in equal periods: who is on line, what happens, what waits.
///
/// It sees every event, like an outcome, and changes nothing; all arrays are made at the start. Means
/// over a period cost one addition at each end of a stay: the areas under the last period touched,
/// and a step that every later period takes over.
struct TimeSeries: ~Copyable {
  /// Its columns, in the order of a period's values.
  static let columns: [Column] = [
    Column(
      name: "online_adults", unit: "people", meaning: "Ordinary adults on line, mean.",
      better: .neither, role: .context),
    Column(
      name: "online_minors", unit: "people", meaning: "Minors on line, mean.", better: .neither,
      role: .context),
    Column(
      name: "online_offenders", unit: "people", meaning: "Offenders on line, mean.",
      better: .neither, role: .context),
    Column(
      name: "open_cases", unit: "cases", meaning: "Cases waiting or in review, mean.",
      better: .lower, role: .burden),
    Column(
      name: "unwanted_contacts_count", unit: "contacts",
      meaning: "Unwanted sexual contacts (H1, H2) to minors on the platform, counted.",
      better: .lower, role: .harm),
    Column(
      name: "proceedings_expected_count", unit: "proceedings",
      meaning: "Proceedings expected from what happens on the platform, whenever they are opened.",
      better: .neither, role: .enforcement),
  ]

  private static let adults = 0, minors = 1, offenders = 2, cases = 3
  private static let contacts = 4, proceedings = 5

  private let start: Double, length: Double, count: Int
  /// Periods an hour: in the loop a product is quicker than a quotient.
  private let pace: Double
  /// By series, then period: what falls into the period itself.
  private var areas: Storage<Double>
  /// By series, then period: what is added to the level from this period on.
  private var steps: Storage<Double>

  /// A course of a window, in hours since the run began.
  init(from start: Double, to end: Double) {
    count = Self.periods(of: end - start)
    (self.start, length) = (start, (end - start) / Double(count))
    pace = 1 / length
    let size = Self.columns.count * count
    areas = Storage(capacity: size)
    steps = Storage(capacity: size)
    areas.extend(to: size, with: 0)
    steps.extend(to: size, with: 0)
  }

  /// Hours, days or weeks: at most about 200 periods, at least 12.
  private static func periods(of window: Double) -> Int {
    let hours = [1.0, 2, 3, 6, 12, 24, 168].first { window / $0 <= 200 } ?? window / 200
    return max(12, Int((window / hours).rounded()))
  }

  mutating func observe(_ event: Event) {
    switch event.kind {
    case .leave:
      let isOffender = event.flags.contains(.offender)
      let series = isOffender ? Self.offenders : event.band.isMinor ? Self.minors : Self.adults
      step(series, by: 1, at: event.time - Double(event.value))
      step(series, by: -1, at: event.time)
    case .caseOpened: step(Self.cases, by: 1, at: event.time)
    case .decision: step(Self.cases, by: -1, at: event.time)
    case .harm where event.flags.contains(.cohort) && !event.flags.contains(.hidden):
      if event.band.isMinor, event.harm == 1 || event.harm == 2 {
        add(1, to: Self.contacts, at: event.time)
      }
      add(Double(event.value), to: Self.proceedings, at: event.time)
    case .referral where event.flags.contains(.cohort),
      .decoyIdentified where event.flags.contains(.cohort):
      add(Double(event.value), to: Self.proceedings, at: event.time)
    default: break
    }
  }

  /// The periods passed since the window opened; nil once it has closed.
  private func place(of time: Double) -> Double? {
    let place = (max(time, start) - start) * pace
    return place < Double(count) ? place : nil
  }

  private mutating func add(_ amount: Double, to series: Int, at time: Double) {
    guard time >= start, let place = place(of: time) else { return }
    areas[series * count + Int(place)] += amount
  }

  /// The level changes at a moment, and stays changed.
  private mutating func step(_ series: Int, by amount: Double, at time: Double) {
    guard let place = place(of: time) else { return }
    let period = Int(place)
    areas[series * count + period] += amount * (Double(period + 1) - place)
    if period + 1 < count { steps[series * count + period + 1] += amount }
  }

  /// The course so far.
  var record: SeriesRecord {
    var levels = [Double](repeating: 0, count: Self.columns.count)
    var values: [Double] = []
    values.reserveCapacity(count * levels.count)
    for period in 0..<count {
      for series in levels.indices {
        levels[series] += steps[series * count + period]
        let value = levels[series] + areas[series * count + period]
        // Sums of differences leave dust in the last bits: nine decimals are kept.
        values.append((value * 1e9).rounded() / 1e9 + 0)
      }
    }
    return SeriesRecord(start: start, length: length, values: values)
  }
}

/// What a run leaves of its course: one row of values for each period of the window.
public struct SeriesRecord: Sendable, Equatable {
  /// The values' columns, in order.
  public static let columns = TimeSeries.columns

  /// Hours from the beginning of the run, which is a midnight, to the first period.
  public let start: Double
  /// Hours of one period.
  public let length: Double
  /// Period by period, in each the columns in order.
  public let values: [Double]

  /// A course; `values` holds whole periods.
  public init(start: Double, length: Double, values: [Double]) {
    (self.start, self.length, self.values) = (start, length, values)
  }

  /// How many periods there are.
  public var periods: Int { values.count / Self.columns.count }

  /// One period's values, in the order of the columns.
  public func values(of period: Int) -> ArraySlice<Double> {
    let width = Self.columns.count
    return values[(period * width)..<((period + 1) * width)]
  }
}

/// A run's course over its window, in equal periods: who is on line, what happens, what waits.
///
/// It sees every event, like an outcome, and changes nothing; all arrays are made at the start. Means
/// over a period cost two additions at each end of a stay: the level from now on, and the area under
/// what is left of the period.
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
      name: OutcomeName.unwantedContactsCount, unit: "contacts",
      meaning: "Unwanted sexual contacts (H1, H2) to minors on the platform, counted.",
      better: .lower, role: .harm),
    Column(
      name: "proceedings_expected_count", unit: "proceedings",
      meaning: "Proceedings expected from what happens on the platform, whenever they are opened.",
      better: .neither, role: .enforcement),
    Column(
      name: OutcomeName.onlineRivals, unit: "people", meaning: "People on line at rivals, mean.",
      better: .neither, role: .context),
    Column(
      name: OutcomeName.unwantedContactsRivalsCount, unit: "contacts",
      meaning: "Unwanted sexual contacts (H1, H2) to minors at rivals, counted.", better: .lower,
      role: .displacement),
  ]

  private static let adults = 0, minors = 1, offenders = 2, cases = 3
  private static let contacts = 4, proceedings = 5, atRivals = 6, rivalContacts = 7

  private let start: Double, length: Double, count: Int
  /// Periods an hour: in the loop a product is quicker than a quotient.
  private let pace: Double
  /// The period that is open: -1 before the window, `count` after it; and when it ends, hours.
  private var period = -1, periodEnd: Double
  /// How many there are now, by series; 0 for what is only counted.
  private var levels: Storage<Double>
  /// By period, then series: what has been counted, or the area under the level.
  private var areas: Storage<Double>
  /// Unwanted contacts on the platform and at rivals by whole day of the run, through the warm-up.
  private var days: Storage<Double>

  /// A course of a window, in hours since the run began.
  ///
  /// - Parameter run: Days from the run's beginning to its end, over which contacts are counted by day;
  ///   the window's end if left out.
  init(from start: Double, to end: Double, days run: Double? = nil) {
    count = Self.periods(of: end - start)
    (self.start, length) = (start, (end - start) / Double(count))
    (pace, periodEnd) = (1 / length, start)
    levels = Storage(capacity: Self.columns.count)
    levels.extend(to: Self.columns.count, with: 0)
    areas = Storage(capacity: Self.columns.count * count)
    areas.extend(to: Self.columns.count * count, with: 0)
    days = Storage(repeating: 0, count: Int(run ?? end / 24))
  }

  /// Unwanted contacts to minors on the platform and at its rivals on each whole day before the run's end,
  /// from its beginning.
  var daily: [Double] { (0..<days.count).map { days[$0] } }

  /// Hours, days or weeks: at most about 200 periods, at least 12.
  static func periods(of window: Double) -> Int {
    let hours = [1.0, 2, 3, 6, 12, 24, 168].first { window / $0 <= 200 } ?? window / 200
    return max(12, Int((window / hours).rounded()))
  }

  /// Takes note of one event; events come in the order of time.
  mutating func observe(_ event: Event) {
    if event.time >= periodEnd { open(at: event.time) }
    guard event.venue == 0 else { return observeRival(event) }
    switch event.kind {
    case .enter: step(presence(event), by: 1, at: event.time)
    case .leave: step(presence(event), by: -1, at: event.time)
    case .caseOpened: step(Self.cases, by: 1, at: event.time)
    case .decision: step(Self.cases, by: -1, at: event.time)
    case .harm where !event.flags.contains(.hidden): noteHarm(event)
    case .referral where event.flags.contains(.cohort),
      .decoyIdentified where event.flags.contains(.cohort):
      add(Double(event.value), to: Self.proceedings)
    default: break
    }
  }

  /// Of rivals only who is there and who is harmed.
  private mutating func observeRival(_ event: Event) {
    switch event.kind {
    case .enter: step(Self.atRivals, by: 1, at: event.time)
    case .leave: step(Self.atRivals, by: -1, at: event.time)
    case .harm where !event.flags.contains(.hidden): noteContact(event, in: Self.rivalContacts)
    default: break
    }
  }

  private mutating func noteHarm(_ event: Event) {
    noteContact(event, in: Self.contacts)
    if event.flags.contains(.cohort) { add(Double(event.value), to: Self.proceedings) }
  }

  /// Counts an unwanted contact to a minor: by day wherever it happens, and in a series of its venue.
  private mutating func noteContact(_ event: Event, in series: Int) {
    guard event.band.isMinor, event.harm == 1 || event.harm == 2 else { return }
    let day = Int(event.time / 24)
    if day < days.count { days[day] += 1 }
    if event.flags.contains(.cohort) { add(1, to: series) }
  }

  private func presence(_ event: Event) -> Int {
    event.flags.contains(.offender)
      ? Self.offenders : event.band.isMinor ? Self.minors : Self.adults
  }

  private var isInWindow: Bool { period >= 0 && period < count }

  /// Opens the period of a moment, and those before it that nothing fell into.
  private mutating func open(at time: Double) {
    while time >= periodEnd, period < count {
      period += 1
      guard period < count else { break }
      periodEnd = start + Double(period + 1) * length
      for series in 0..<levels.count {
        areas[period * levels.count + series] = levels[series]
      }
    }
    if period == count { periodEnd = .infinity }
  }

  private mutating func add(_ amount: Double, to series: Int) {
    if isInWindow { areas[period &* levels.count &+ series] += amount }
  }

  /// The level changes at a moment, and stays changed.
  private mutating func step(_ series: Int, by amount: Double, at time: Double) {
    levels[series] += amount
    add(amount * (periodEnd - time) * pace, to: series)
  }

  /// The course of the whole window.
  mutating func record() -> SeriesRecord {
    open(at: .infinity)
    // Sums of differences leave dust in the last bits: nine decimals are kept.
    let values = (0..<areas.count).map { (areas[$0] * 1e9).rounded() / 1e9 + 0 }
    return SeriesRecord(start: start, length: length, values: values)
  }
}

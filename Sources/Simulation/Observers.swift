/// All that looks on while a run goes on: the outcomes of all it sees and of shorter periods, its course
/// and its hash. None of it changes anything.
struct Observers: ~Copyable {
  private var outcomes = Outcomes()
  private var series: TimeSeries
  private var log = EventHash()
  /// The periods that end before the run's window, the shortest first, until they have ended.
  private var watches: InlineArray<4, PeriodWatch?>
  private var periods: [PeriodRecord] = []
  /// The first watch that has not ended, and when it does, hours; infinite when none is left.
  private var next = 0
  private(set) var nextEnd: Double

  init(of world: borrowing World) {
    series = TimeSeries(from: world.windowStart, to: world.studyEnd, days: world.windowEnd / 24)
    let ends = PeriodWatch.ends(in: world)
    watches = InlineArray { $0 < ends.count ? PeriodWatch(until: ends[$0], of: world) : nil }
    nextEnd = watches[0]?.end ?? .infinity
  }

  /// Takes note of one event; events come in the order of time.
  @inline(__always)
  mutating func see(_ event: Event, in world: borrowing World) {
    event.add(to: &log)
    outcomes.observe(event, in: world)
    series.observe(event)
    if event.kind == .absent, nextEnd < .infinity { watch(absence: event, in: world) }
  }

  /// Shows somebody kept out to the periods that have not ended.
  @inline(never)
  private mutating func watch(absence event: Event, in world: borrowing World) {
    for index in next..<4 { watches[index]?.observe(absence: event, in: world) }
  }

  /// Every event before `nextEnd` has been seen: what ends there is followed to its end, in a copy.
  ///
  /// - Throws: `Stopped`, `LimitReached`, `Fault`.
  mutating func closePeriod(
    _ world: borrowing World, _ knocks: Knocks, after dispatched: UInt64,
    isStopped: () -> Bool
  ) throws {
    guard let watch = watches[next].take() else { return }
    next += 1
    nextEnd = next < 4 ? watches[next]?.end ?? .infinity : .infinity
    note(
      try watch.close(outcomes, world, knocks, after: dispatched, isStopped: isStopped),
      until: watch.end, in: world)
  }

  /// Keeps the outcomes of every period that ends at a moment.
  private mutating func note(_ values: [Double], until end: Double, in world: borrowing World) {
    for period in Period.allCases where period.end(in: world) == end {
      periods.append(PeriodRecord(period: period, values: values))
    }
  }

  /// What the run leaves when nothing is left to happen.
  ///
  /// - Throws: `Fault` if what went in has not come out.
  mutating func record(_ world: inout World, events: UInt64) throws -> RunRecord {
    note(try outcomes.finish(&world), until: world.windowEnd, in: world)
    let window = periods.first { $0.period == .window }
    return RunRecord(
      values: window?.values ?? [], drawn: [],
      observedDays: (world.studyEnd - world.windowStart) / 24, events: events,
      represented: world.books.represented, hash: log.value,
      otherPeriods: periods.filter { $0.period != .window },
      daily: series.daily, series: series.record())
  }
}

/// All that looks on while a run goes on: the outcomes of its window and of shorter periods, its course
/// and its hash. None of it changes anything.
struct Observers: ~Copyable {
  private var outcomes = Outcomes()
  private var series: TimeSeries
  private var log = EventHash()
  /// The named periods that are shorter than the window, the shortest first, until they have ended.
  private var watches: InlineArray<3, PeriodWatch?>
  private var periods: [PeriodRecord] = []
  /// The first of them that has not ended, and when it does, hours; infinite when none is left.
  private var next = 0
  private(set) var nextEnd: Double

  init(of world: borrowing World) {
    series = TimeSeries(from: world.windowStart, to: world.windowEnd)
    watches = InlineArray { PeriodWatch(Period.allCases[$0], of: world) }
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
    for index in next..<3 { watches[index]?.observe(absence: event, in: world) }
  }

  /// Every event before `nextEnd` has been seen: that period is followed to its end, in a copy.
  ///
  /// - Throws: `Stopped`, `LimitReached`, `Fault`.
  mutating func closePeriod(
    _ world: borrowing World, _ arrivals: Arrivals, after dispatched: UInt64,
    isStopped: () -> Bool
  ) throws {
    guard let watch = watches[next].take() else { return }
    next += 1
    nextEnd = next < 3 ? watches[next]?.end ?? .infinity : .infinity
    periods.append(
      try watch.close(outcomes, world, arrivals, after: dispatched, isStopped: isStopped))
  }

  /// What the run leaves when nothing is left to happen.
  ///
  /// - Throws: `Fault` if what went in has not come out.
  mutating func record(_ world: inout World, events: UInt64) throws -> RunRecord {
    let values = try outcomes.finish(&world)
    for period in Period.allCases where period.end(in: world) == world.windowEnd {
      periods.append(PeriodRecord(period: period, values: values))
    }
    return RunRecord(
      values: values, drawn: [], observedDays: world.windowDays, events: events,
      represented: world.books.represented, hash: log.value, firstPeriods: periods,
      daily: series.daily, series: series.record())
  }
}

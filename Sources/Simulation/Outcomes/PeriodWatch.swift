/// A period that ends before the window does.
///
/// Up to its end its outcomes are those of the window so far. Then the doors close in a copy of the
/// world, and what the period has begun is followed to its end there: in the run itself later contacts
/// would mix with it (moderators, bans, proceedings), and the values would hang on the window's length.
///
/// Only hours kept out are counted apart: they are written when they begin, as far as they lie in the
/// window, and a period needs those that lie in it.
struct PeriodWatch: ~Copyable {
  let period: Period
  /// When the period begins and ends, hours since the run began.
  let start: Double, end: Double
  /// Outcomes that see absences alone.
  private var absences = Outcomes()

  /// A watch of a named period; nil where the window is not longer.
  init?(_ period: Period, of world: borrowing World) {
    guard let end = period.end(in: world), end < world.windowEnd else { return nil }
    (self.period, self.start, self.end) = (period, world.windowStart, end)
  }

  /// Takes note of somebody kept out before the period's end.
  mutating func observe(absence event: Event, in world: borrowing World) {
    var own = event
    own.value = min(event.value, Float(end - max(event.time, start)))
    absences.observe(own, in: world)
  }

  /// Follows what the period has begun, once every event before its end has been seen.
  ///
  /// - Parameters:
  ///   - outcomes: Those of the window so far.
  ///   - world: The run at that moment, which stays as it is.
  ///   - arrivals: The next knock lies beyond the period.
  ///   - dispatched: Events of the run so far, for its limits.
  /// - Throws: `Stopped`, `LimitReached`, `Fault`.
  func close(
    _ outcomes: borrowing Outcomes, _ world: borrowing World, _ arrivals: Arrivals,
    after dispatched: UInt64,
    isStopped: () -> Bool
  ) throws -> PeriodRecord {
    var rest = World(closing: world, at: end)
    var outcomes = Outcomes(copying: outcomes, hoursKeptOut: absences)
    var (arrivals, dispatched) = (arrivals, dispatched)
    while rest.step(&arrivals) {
      dispatched += 1
      for index in 0..<rest.events.count { outcomes.observe(rest.events[index], in: rest) }
      rest.events.shrink(to: 0)
      if dispatched & 0x3ff == 0 { try Run.pause(rest, after: dispatched, isStopped) }
    }
    return PeriodRecord(period: period, values: try outcomes.finish(&rest))
  }
}

extension Period {
  /// When a named period ends, hours since the run began; nil where the window is shorter.
  func end(in world: borrowing World) -> Double? {
    guard let days else { return nil }
    let end = world.windowStart + days * 24
    return end <= world.windowEnd ? end : nil
  }
}

/// A period that ends before the run's window does.
///
/// Up to its end its outcomes are those of the run so far. Then the doors close in a copy of the
/// world, and what the period has begun is followed to its end there: in the run itself later contacts
/// would mix with it (moderators, bans, proceedings), and the values would hang on the window's length.
///
/// Only hours kept out are counted apart: they are written when they begin, as far as they lie in the
/// window, and a period needs those that lie in it.
struct PeriodWatch: ~Copyable {
  /// When the period begins and ends, hours since the run began.
  let start: Double, end: Double
  /// Outcomes that see absences alone.
  private var absences = Outcomes()

  /// A watch of what ends at a moment, before the run's window does.
  init(until end: Double, of world: borrowing World) {
    (self.start, self.end) = (world.windowStart, end)
  }

  /// When periods end that are shorter than the run's window, the first one first, each moment once.
  static func ends(in world: borrowing World) -> [Double] {
    var ends: [Double] = []
    for period in Period.allCases {
      guard let end = period.end(in: world), end < world.windowEnd, !ends.contains(end)
      else { continue }
      ends.append(end)
    }
    return ends.sorted()
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
  ///   - knocks: The next knock lies beyond the period.
  ///   - dispatched: Events of the run so far, for its limits.
  /// - Returns: The outcomes of the period.
  /// - Throws: `Stopped`, `LimitReached`, `Fault`.
  func close(
    _ outcomes: borrowing Outcomes, _ world: borrowing World, _ knocks: Knocks,
    after dispatched: UInt64,
    isStopped: () -> Bool
  ) throws -> [Double] {
    var rest = World(closing: world, at: end)
    var outcomes = Outcomes(copying: outcomes, hoursKeptOut: absences)
    var (knocks, dispatched) = (knocks, dispatched)
    while rest.step(&knocks) {
      dispatched += 1
      for index in 0..<rest.events.count { outcomes.observe(rest.events[index], in: rest) }
      rest.events.shrink(to: 0)
      if dispatched & 0x3ff == 0 { try Run.pause(rest, after: dispatched, isStopped) }
    }
    return try outcomes.finish(&rest)
  }
}

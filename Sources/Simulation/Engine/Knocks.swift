/// Who knocks when, over the audiences of all venues: each has its own process of arrivals, so that one
/// audience more or less moves nobody of another.
struct Knocks {
  /// The platform's audience, by itself: most runs have no other.
  private var first: Arrivals
  private var others: [Arrivals]
  /// First slot of each audience's people.
  private let starts: [Int32]
  /// The audience of the next knock.
  private var next = 0

  /// When the next person knocks, hours; infinite if nobody ever does.
  private(set) var nextTime = Double.infinity

  /// - Parameters:
  ///   - rates: Visits an hour of each person.
  ///   - starts: First slot of each venue's audience.
  ///   - weekday: Day of the week on which the run begins, 0 for Monday.
  ///   - horizon: When the doors close, hours.
  init(
    rates: [Float], starts: [Int], profile: DailyProfile, weekday: Int, root: StreamRoot,
    horizon: Double = .infinity
  ) {
    let ends = starts.dropFirst() + [rates.count]
    let sources = zip(starts, ends).enumerated().map { source, range in
      Arrivals(
        rates: Array(rates[range.0..<range.1]), profile: profile, weekday: weekday, root: root,
        source: UInt64(source), horizon: horizon)
    }
    (first, others) = (sources[0], Array(sources.dropFirst()))
    self.starts = starts.map { Int32($0) }
  }

  /// Who knocks next, and the number of that arrival: unique over all audiences.
  var nextPerson: Int32 {
    next == 0 ? first.nextPerson : starts[next] &+ others[next &- 1].nextPerson
  }
  var number: UInt64 {
    next == 0 ? first.number : UInt64(next) << 48 | others[next &- 1].number
  }

  /// Makes the first arrival of every audience.
  mutating func begin(
    _ persons: borrowing Storage<Person>, _ habits: borrowing Storage<Habit>
  ) {
    first.advance(persons, habits)
    for other in others.indices {
      others[other].advance(persons, habits, from: Int(starts[other + 1]))
    }
    choose()
  }

  /// Goes on to the next arrival.
  @inline(__always)
  mutating func advance(
    _ persons: borrowing Storage<Person>, _ habits: borrowing Storage<Habit>
  ) {
    if next == 0 {
      first.advance(persons, habits)
    } else {
      others[next &- 1].advance(persons, habits, from: Int(starts[next]))
    }
    choose()
  }

  @inline(__always)
  private mutating func choose() {
    (next, nextTime) = (0, first.nextTime)
    if !others.isEmpty { chooseAmongAll() }
  }

  @inline(never)
  private mutating func chooseAmongAll() {
    for other in others.indices where others[other].nextTime < nextTime {
      (next, nextTime) = (other + 1, others[other].nextTime)
    }
  }
}

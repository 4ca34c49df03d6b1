/// Who knocks when, over the audiences of all venues: each has its own process of arrivals, so that one
/// audience more or less moves nobody of another.
struct Knocks {
  private var sources: [Arrivals]
  /// First slot of each source's people.
  private let starts: [Int32]
  /// The source of the next knock.
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
    sources = zip(starts, ends).enumerated().map { source, range in
      Arrivals(
        rates: Array(rates[range.0..<range.1]), profile: profile, weekday: weekday, root: root,
        source: UInt64(source), horizon: horizon)
    }
    self.starts = starts.map { Int32($0) }
  }

  /// Who knocks next, and the number of that arrival: unique over all sources.
  var nextPerson: Int32 { starts[next] &+ sources[next].nextPerson }
  var number: UInt64 { UInt64(next) << 48 | sources[next].number }

  /// Makes the first arrival of every source.
  mutating func begin(_ persons: borrowing Storage<Person>) {
    for source in sources.indices { sources[source].advance(persons, from: Int(starts[source])) }
    choose()
  }

  /// Goes on to the next arrival.
  mutating func advance(_ persons: borrowing Storage<Person>) {
    sources[next].advance(persons, from: Int(starts[next]))
    choose()
  }

  private mutating func choose() {
    nextTime = sources[next].nextTime
    guard sources.count > 1 else { return }
    for source in sources.indices where sources[source].nextTime < nextTime {
      (next, nextTime) = (source, sources[source].nextTime)
    }
  }
}

import Schema

/// One run: a pure function of the scenario, the seed and the replicate.
///
/// No clock, no environment, no number of threads and no global state reaches it.
public enum Run {
  /// Why a run could not be finished: always a bug, never bad input.
  public struct Fault: Error, CustomStringConvertible {
    /// What does not add up.
    public let description: String
  }

  /// Thrown when the caller asked to stop.
  public struct Stopped: Error {}

  /// Thrown where a run reaches a limit of its scenario (`limits`): the same everywhere, whatever the
  /// machine.
  public struct LimitReached: Error, CustomStringConvertible {
    /// Which limit, and when in the run.
    public let description: String
  }

  /// Runs a scenario to the end of the last conversation begun in its window.
  ///
  /// - Parameters:
  ///   - scenario: A scenario whose uncertain parameters have been drawn.
  ///   - seed: The study's seed, below 2^53.
  ///   - replicate: From 1; the same number means the same random streams in every scenario.
  ///   - isStopped: Asked now and then; `true` ends the run with `Stopped`.
  /// - Returns: Outcomes in the order of `Outcomes.columns`, not yet settled; `drawn` is empty.
  /// - Throws: `Stopped`, `LimitReached`, or `Fault` if what went in has not come out.
  /// - Complexity: O(log n) an event, n the actors present or pending.
  public static func simulate(
    _ scenario: Scenario, seed: UInt64, replicate: UInt64,
    isStopped: () -> Bool = { false }
  ) throws -> RunRecord {
    try simulate(
      scenario, seed: seed, replicate: replicate, isStopped: isStopped, listen: { _ in })
  }

  /// The loop itself, with somebody who may listen to every event.
  static func simulate(
    _ scenario: Scenario, seed: UInt64, replicate: UInt64, isStopped: () -> Bool,
    listen: (Event) -> Void
  ) throws -> RunRecord {
    let root = StreamRoot(seed: seed, replicate: replicate)
    var world = World(scenario, root: root)
    let rates = world.populate()
    var knocks = Knocks(
      rates: rates, starts: world.audienceStarts, profile: scenario.people.dailyProfile,
      weekday: scenario.time.start.weekday, root: root, horizon: world.windowEnd)
    var observers = Observers(of: world), dispatched: UInt64 = 0
    knocks.begin(world.persons, world.habits)
    try pause(world, after: 0, isStopped)
    world.openForBusiness()
    while true {
      while world.step(&knocks, before: observers.nextEnd) {
        dispatched += 1
        for index in 0..<world.events.count {
          observers.see(world.events[index], in: world)
          listen(world.events[index])
        }
        world.events.shrink(to: 0)
        if dispatched & 0x3ff == 0 { try pause(world, after: dispatched, isStopped) }
      }
      if observers.nextEnd == .infinity { break }
      try observers.closePeriod(world, knocks, after: dispatched, isStopped: isStopped)
    }
    return try observers.record(&world, events: dispatched)
  }
}

extension Run {
  /// Looks, now and then, whether the run is to end before its time; out of the loop's way.
  @inline(never)
  static func pause(
    _ world: borrowing World, after dispatched: UInt64, _ isStopped: () -> Bool
  ) throws {
    #if DEBUG
      try world.checkInvariants()
    #endif
    if let limit = world.limitReached(after: dispatched) { throw limit }
    if dispatched & 0xffff == 0, dispatched > 0, isStopped() { throw Stopped() }
  }
}

extension World {
  /// Lets the next actor act, the next person knock, or the next message be written, and people learn
  /// from it. `false` when nothing is left to happen before a moment.
  mutating func step(_ knocks: inout Knocks, before border: Double = .infinity) -> Bool {
    guard act(&knocks, before: border) else { return false }
    if feedbacks.areActive { learn() }
    return true
  }

  private mutating func act(_ knocks: inout Knocks, before border: Double) -> Bool {
    let knock = knocks.nextTime < windowEnd ? knocks.nextTime : .infinity
    let limit = min(knock, border)
    guard let (time, actor) = agenda.next(before: min(limit, messages.nextTime)) else {
      if messages.nextTime < limit {
        messages.write()
        return true
      }
      guard knock < border else { return false }
      now = knock
      let (person, number) = (knocks.nextPerson, knocks.number)
      knocks.advance(persons, habits)
      admit(person, arrival: number)
      return true
    }
    now = time
    if agenda.takeNews() { warmUp() }
    let row = Int32(bitPattern: actor >> 2)
    switch actor & 3 {
    case 0: act(row)
    case 1: proceed(row)
    case 2: finishReview(at: row)
    default:
      if let duty = PlatformDuty(rawValue: UInt8(row & 15)) { perform(duty, at: UInt8(row >> 4)) }
    }
    return true
  }

  /// Reads the rows of those who act next, all at once: the processor waits for memory once and not
  /// for each. Changes nothing.
  private mutating func warmUp() {
    var sum: UInt64 = 0
    for place in 0..<agenda.open.count {
      let actor = agenda.open[place].actor, row = Int(actor >> 2)
      if actor & 3 == 0 {
        sum &+= visits[row].arrival &+ UInt64(truncatingIfNeeded: visits[row].seats[3])
      } else if actor & 3 == 1 {
        sum &+= conversations[row].arrival
      }
    }
    for place in 0..<agenda.open.count {
      let actor = agenda.open[place].actor, row = Int(actor >> 2)
      if actor & 3 == 0 {
        let person = visits[row].person
        if person >= 0 { sum &+= UInt64(persons[Int(person)].kind) }
      } else if actor & 3 == 1, conversations[row].offenderVisit >= 0 {
        let item = conversations[row]
        sum &+= visits[Int(item.offenderVisit)].arrival &+ visits[Int(item.targetVisit)].arrival
        if item.target >= 0 { sum &+= UInt64(persons[Int(item.target)].kind) }
      }
    }
    warmth &+= sum
  }

  /// Conservation: what went in has come out or is still there; at the end nobody is.
  func checkBooks() throws(Run.Fault) {
    let waiting = venues.reduce(0) { $0 + $1.waiting }
    let checks = [
      (
        "knocks", books.knocks,
        books.absences + books.knocksWhileOnline + books.visitsBegun - books.decoyVisits
          - books.resumed
      ),
      ("absences", books.absencesBegun, books.absencesEnded),
      ("visits", books.visitsBegun, books.visitsEnded),
      ("conversations", books.conversationsBegun, books.conversationsEnded),
      ("cases", books.casesOpened, books.casesDecided + waiting),
    ]
    for (what, came, went) in checks where came != went {
      throw Run.Fault(description: "\(what) are not conserved: \(came) came and \(went) went")
    }
  }
}

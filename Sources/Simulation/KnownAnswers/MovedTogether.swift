import Schema

/// V18. Everybody moves to one identical rival and nothing is lost: the same events happen there.
///
/// Closed before the first knock they are the same one by one, but for the venue; closed on a day in the
/// middle as many, from one visit after on: who is put out comes on line there at once, but whom he has
/// written to before is known to nobody.
enum MovedTogether {
  static let family = AnswerFamily(
    "V18", "all harm at an identical rival", count: 2, runs: 60, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    var open = Scenario.busy(people: 400, hours: 24).withRivals([0], goingOn: 1)
    open.choice.offenderOdds = 1
    open.laysOutEveryHall = true
    let few = Trials(seed: trials.seed, count: 4)
    let lost = try few.map { try differing(open, open.seized(), few, $0) }
    open.time.window = 72
    let pairs = try trials.map { try contacts(open, open.seized(day: 1), trials, $0) }
    return [
      Finding(
        "V18", "events that differ but for the venue", "closed before the first knock", exact: 0,
        equals: lost.reduce(0, +)),
      Finding(
        "V18", "contacts there over those here", "closed on the second day, from the third on",
        exact: 1, RunRatio(pairs)),
    ]
  }

  /// Events of two runs that are not the same when the venue is left out; absences are none here.
  private static func differing(
    _ one: Scenario, _ other: Scenario, _ trials: Trials, _ replicate: UInt64
  ) throws -> Double {
    let (here, there) = (try events(one, trials, replicate), try events(other, trials, replicate))
    let same = zip(here, there).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    return Double(same + abs(here.count - there.count))
  }

  private static func events(
    _ scenario: Scenario, _ trials: Trials, _ replicate: UInt64
  ) throws -> [[UInt64]] {
    var found: [[UInt64]] = []
    try trials.run(scenario, replicate) { event in
      guard event.kind != .absent else { return }
      var event = event
      event.venue = 0
      // That a visit goes on elsewhere is all that may differ.
      if event.kind == .enter { event.detail = 0 }
      let (who, what, how) = event.words
      found.append([event.time.bitPattern, who, what, how])
    }
    return found
  }

  private static func contacts(
    _ open: Scenario, _ closed: Scenario, _ trials: Trials, _ replicate: UInt64
  ) throws -> (sum: Double, of: Double) {
    func count(_ scenario: Scenario) throws -> Double {
      var count = 0.0
      try trials.run(scenario, replicate) { event in
        if event.kind == .contact, event.time > 48, event.time < 72 { count += 1 }
      }
      return count
    }
    return (sum: try count(closed), of: try count(open))
  }
}

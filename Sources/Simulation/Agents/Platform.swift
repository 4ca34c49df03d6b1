import Schema

/// What the platform does: opens its doors, starts shifts, changes its rules.
extension World {
  /// Somebody knocks. What a policy changes is what the knock leads to.
  mutating func admit(_ person: Int32, arrival: UInt64) {
    books.knocks += 1
    renew(person)
    let row = persons[Int(person)]
    guard row.visit < 0 else {
      books.knocksWhileOnline += 1
      return
    }
    var stream = root.stream(.visit, arrival)
    let duration = samplers.visitDuration.draw(using: &stream)
    let venue = hasRivals ? homeVenue(of: person) : 0
    let isDeterred = feedbacks.areActive && staysAway(person, from: venue, arrival: arrival)
    let reason = isDeterred ? .deterred : obstacle(for: person, at: venue)
    guard let reason else {
      return enter(person, at: venue, for: duration, arrival: arrival, stream: stream)
    }
    books.absences += 1
    stayOut(person, from: venue, for: duration, arrival: arrival, stream: stream, reason)
  }

  /// Sets up shifts and rule changes of all venues before the first event.
  mutating func openForBusiness() {
    for venue in 0..<UInt8(venues.count) {
      if let first = rules.nextChange(at: venue) {
        agenda.set(Actor.platform(.changeRules, at: venue), at: first)
      }
      startShifts(before: rules[venue].decoys, at: venue)
      let doors = rules[venue].closure
      turnDoors(before: doors.isUnopened ? doors : ClosureRules(), at: venue)
    }
    awaitCount()
  }

  /// One of a venue's own moments.
  mutating func perform(_ duty: PlatformDuty, at venue: UInt8) {
    switch duty {
    case .changeRules:
      if let next = rules.takeNext(at: venue) { change(to: next, at: venue) }
    case .moderatorShift: turnModeratorShift(at: venue)
    case .policeDecoyShift: startDecoyShift(.police, at: venue)
    case .civilDecoyShift: startDecoyShift(.civil, at: venue)
    case .countPresence: countPresence()
    }
  }

  /// (Re)starts what depends on rules that have just come into force.
  mutating func startShifts(before: DecoyRules, at venue: UInt8) {
    openDesks(at: venue)
    openShifts(at: venue)
    for team in [DecoyTeamName.police, .civil] {
      let rule = rules[venue].decoys.team(team)
      let actor = Actor.platform(team.duty, at: venue)
      // A team whose shifts stay as they were keeps its next one: another lever has begun or ended.
      guard rule.count > 0,
        !agenda.isPending(actor) || rule.shiftStart != before.team(team).shiftStart
      else { continue }
      agenda.set(actor, at: next(hour: rule.shiftStart, orNow: true))
    }
  }

  /// Short against everything that happens, long against rounding: 0.4 seconds.
  static var instant: Double { 1e-4 }

  /// The next moment at which the clock shows an hour of the day; what is less than an instant away
  /// counts as now, and now counts only if asked for.
  func next(hour: Double, orNow: Bool = false) -> Double {
    let today = (now / 24).rounded(.down) * 24 + hour
    let border = orNow ? now - Self.instant : now + Self.instant
    let candidates = [today - 24, today, today + 24, today + 48]
    return max(now, candidates.first { $0 > border } ?? now + 24)
  }
}

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
    let passage = row.excludedUntil > now ? nil : comeIn(person)
    guard passage == .open else {
      books.absences += 1
      let reason: Absence =
        switch passage {
        case .droppedOut: .droppedOut
        case .refused: .refused
        default: row.account.status.contains(.banned) ? .banned : .suspended
        }
      stayOut(person, for: duration, arrival: arrival, stream: stream, reason)
      return
    }
    enter(person, for: duration, arrival: arrival, stream: stream)
  }

  /// Sets up shifts and rule changes before the first event.
  mutating func openForBusiness() {
    if let first = book.nextChange { agenda.set(Actor.platform(.changeRules), at: first) }
    startShifts(before: rules.decoys)
  }

  /// One of the platform's own moments.
  mutating func perform(_ duty: PlatformDuty) {
    switch duty {
    case .changeRules: if let next = book.takeNext() { change(to: next) }
    case .moderatorShift: turnModeratorShift()
    case .policeDecoyShift: startDecoyShift(.police)
    case .civilDecoyShift: startDecoyShift(.civil)
    }
  }

  /// (Re)starts what depends on rules that have just come into force.
  mutating func startShifts(before: DecoyRules) {
    openDesks()
    openShifts()
    for team in [DecoyTeamName.police, .civil] {
      let rule = rules.decoys.team(team)
      // A team whose shifts stay as they were keeps its next one: another lever has begun or ended.
      let isWaiting = agenda.isPending(Actor.platform(team.duty))
      guard rule.count > 0, !isWaiting || rule.shiftStart != before.team(team).shiftStart
      else { continue }
      agenda.set(Actor.platform(team.duty), at: next(hour: rule.shiftStart, orNow: true))
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

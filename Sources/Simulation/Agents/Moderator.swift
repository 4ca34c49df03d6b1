import Schema

/// A moderator takes the most urgent case, decides after a time, may err, and goes home.
extension World {
  /// The number of a desk over all venues, which alternate.
  func deskRow(_ desk: Int32, at venue: UInt8) -> Int32 {
    desk * Int32(venues.count) + Int32(venue)
  }

  /// Sets up as many desks as there are moderators on a shift; one too many is left when its case is
  /// done.
  mutating func openDesks(at venue: UInt8) {
    let staff = rules[venue].moderation.staff, place = Int(venue)
    while venues[place].desks.count < staff { venues[place].desks.append(nil) }
    let desks = venues[place].desks
    venues[place].idleDesks = (0..<Int32(staff)).filter { desks[Int($0)] == nil }
  }

  /// The case on a desk, numbered over all venues, has been reviewed.
  mutating func finishReview(at row: Int32) {
    let number = Int32(venues.count)
    let desk = row / number, venue = UInt8(row % number), place = Int(row % number)
    if let item = venues[place].desks[Int(desk)] { decide(item) }
    venues[place].desks[Int(desk)] = nil
    guard rules[venue].moderation.queues else { return venues[place].free(spare: desk) }
    guard Int(desk) < rules[venue].moderation.staff else { return }
    if venues[place].onDuty, let item = venues[place].nextCase() {
      take(item, at: desk)
    } else {
      venues[place].idleDesks.append(desk)
    }
  }

  /// Whether the shift is on when rules come into force, and when it next begins or ends.
  mutating func openShifts(at venue: UInt8) {
    let rule = rules[venue].moderation
    venues[Int(venue)].onDuty = rule.isStaffed && rule.isOnDuty(at: hourOfDay)
    if venues[Int(venue)].onDuty { callIn(at: venue) }
    let end = rule.shiftStart + rule.hoursPerDay
    let next = venues[Int(venue)].onDuty ? (end >= 24 ? end - 24 : end) : rule.shiftStart
    awaitShift(at: venue, until: self.next(hour: next))
  }

  /// The shift begins or ends: those idle take up what waits.
  mutating func turnModeratorShift(at venue: UInt8) {
    venues[Int(venue)].onDuty.toggle()
    if venues[Int(venue)].onDuty { callIn(at: venue) }
    let hours = rules[venue].moderation.hoursPerDay
    awaitShift(at: venue, until: now + (venues[Int(venue)].onDuty ? hours : 24 - hours))
  }

  /// Sets the shift's next turn. Once the window is over shifts go on only while cases wait.
  private mutating func awaitShift(at venue: UInt8, until turn: Double) {
    let rule = rules[venue].moderation, place = venues[Int(venue)]
    guard rule.isStaffed, rule.hoursPerDay < 24,
      place.onDuty || now < windowEnd || place.waiting > 0
    else { return agenda.cancel(Actor.platform(.moderatorShift, at: venue)) }
    agenda.set(Actor.platform(.moderatorShift, at: venue), at: turn)
  }

  /// A case has come after the last shift: there will be another one.
  mutating func callNextShift(at venue: UInt8) {
    guard !venues[Int(venue)].onDuty,
      !agenda.isPending(Actor.platform(.moderatorShift, at: venue))
    else { return }
    awaitShift(at: venue, until: next(hour: rules[venue].moderation.shiftStart))
  }

  private mutating func callIn(at venue: UInt8) {
    let place = Int(venue)
    while let desk = venues[place].idleDesks.last, venues[place].waiting > 0,
      let item = venues[place].nextCase()
    {
      venues[place].idleDesks.removeLast()
      take(item, at: desk)
    }
  }
}

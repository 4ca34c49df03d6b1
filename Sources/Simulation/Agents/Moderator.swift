import Schema

/// A moderator takes the most urgent case, decides after a time, may err, and goes home.
extension World {
  /// Sets up as many desks as there are moderators on a shift; one too many is left when its case is
  /// done.
  mutating func openDesks() {
    let staff = rules.moderation.staff
    while desks.count < staff { desks.append(nil) }
    idleModerators = (0..<Int32(staff)).filter { desks[Int($0)] == nil }
  }

  /// The case on a desk has been reviewed.
  mutating func finishReview(at desk: Int32) {
    if let item = desks[Int(desk)] { decide(item) }
    desks[Int(desk)] = nil
    guard Int(desk) < rules.moderation.staff else { return }
    if onDuty, let item = nextCase() {
      take(item, at: desk)
    } else {
      idleModerators.append(desk)
    }
  }

  /// Whether the shift is on when rules come into force, and when it next begins or ends.
  mutating func openShifts() {
    let rule = rules.moderation
    onDuty = rule.isStaffed && rule.isOnDuty(at: hourOfDay)
    if onDuty { callIn() }
    let end = rule.shiftStart + rule.hoursPerDay
    awaitShift(until: next(hour: onDuty ? (end >= 24 ? end - 24 : end) : rule.shiftStart))
  }

  /// The shift begins or ends: those idle take up what waits.
  mutating func turnModeratorShift() {
    onDuty.toggle()
    if onDuty { callIn() }
    let hours = rules.moderation.hoursPerDay
    awaitShift(until: now + (onDuty ? hours : 24 - hours))
  }

  /// Sets the shift's next turn. Once the window is over shifts go on only while cases wait.
  private mutating func awaitShift(until turn: Double) {
    guard rules.moderation.isStaffed, rules.moderation.hoursPerDay < 24,
      onDuty || now < windowEnd || urgentCases.count + otherCases.count > 0
    else { return agenda.cancel(Actor.platform(.moderatorShift)) }
    agenda.set(Actor.platform(.moderatorShift), at: turn)
  }

  /// A case has come after the last shift: there will be another one.
  mutating func callNextShift() {
    guard !onDuty, !agenda.isPending(Actor.platform(.moderatorShift)) else { return }
    awaitShift(until: next(hour: rules.moderation.shiftStart))
  }

  private mutating func callIn() {
    while let desk = idleModerators.last, urgentCases.count + otherCases.count > 0,
      let item = nextCase()
    {
      idleModerators.removeLast()
      take(item, at: desk)
    }
  }
}

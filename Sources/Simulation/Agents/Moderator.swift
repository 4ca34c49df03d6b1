import Schema

/// A moderator takes the most urgent case, decides after a time, may err, and goes home.
extension World {
  /// The case on a desk has been reviewed.
  mutating func finishReview(at desk: Int32) {
    if let item = desks[Int(desk)] { decide(item) }
    desks[Int(desk)] = nil
    if onDuty, Int(desk) < rules.moderation.staff, let item = nextCase() {
      take(item, at: desk)
    } else {
      idleModerators.append(desk)
    }
  }

  /// The shift begins or ends: those idle take up what waits.
  mutating func turnModeratorShift() {
    onDuty = rules.moderation.isOnDuty(at: hourOfDay)
    if onDuty { callIn() }
    guard rules.moderation.hoursPerDay < 24 else { return }
    let start = next(hour: rules.moderation.shiftStart)
    let endHour = rules.moderation.shiftStart + rules.moderation.hoursPerDay
    let end = next(hour: endHour >= 24 ? endHour - 24 : endHour)
    var coming = [start, end].filter { $0 > now }
    coming.sort()
    // After the window the shifts go on only while cases of the window wait.
    guard now < windowEnd || urgentCases.count + otherCases.count > 0 else { return }
    agenda.set(Actor.platform(.moderatorShift), at: coming.first ?? now + 24)
  }

  private mutating func callIn() {
    while let desk = idleModerators.last, urgentCases.count + otherCases.count > 0,
      let item = nextCase()
    {
      idleModerators.removeLast()
      take(item, at: desk)
    }
  }

  /// Moderators' hours on duty inside the window, whatever they do in them.
  var moderatorHours: Double {
    var hours = 0.0
    let borders = ([0] + ruleChanges).map { min($0, windowEnd) } + [windowEnd]
    for (from, to) in zip(borders, borders.dropFirst()) where to > from {
      let rule = scenario.levers.rules(at: from, start: scenario.time.start).moderation
      hours +=
        Double(rule.staff) * min(24, rule.hoursPerDay) / 24 * observed(from: from, to: to)
    }
    return hours
  }
}

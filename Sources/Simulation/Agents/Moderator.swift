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
    onDuty = rules.moderation.isOnDuty(at: hourOfDay + Self.instant)
    if onDuty { callIn() }
    let hours = rules.moderation.hoursPerDay, start = rules.moderation.shiftStart
    // After the window the shifts go on only while cases of the window wait.
    guard hours > 0, hours < 24,
      now < windowEnd || urgentCases.count + otherCases.count > 0
    else { return }
    let end = start + hours
    agenda.set(
      Actor.platform(.moderatorShift),
      at: min(next(hour: start), next(hour: end >= 24 ? end - 24 : end)))
  }

  private mutating func callIn() {
    while let desk = idleModerators.last, urgentCases.count + otherCases.count > 0,
      let item = nextCase()
    {
      idleModerators.removeLast()
      take(item, at: desk)
    }
  }

  /// The window cut into the periods between changes of the rules, each with its rules.
  var periods: [(from: Double, to: Double, rules: Rules)] {
    let borders = [0] + ruleChanges + [windowEnd]
    return zip(borders, borders.dropFirst()).compactMap { from, to in
      let (start, end) = (max(from, windowStart), min(to, windowEnd))
      guard end > start else { return nil }
      return (start, end, scenario.levers.rules(at: from, start: scenario.time.start))
    }
  }

  /// Hours of a daily shift that fall between two moments, to the minute of each day.
  static func shiftHours(_ start: Double, _ hours: Double, from: Double, to: Double) -> Double {
    guard hours < 24 else { return to - from }
    var sum = 0.0
    var day = (from / 24).rounded(.down) * 24 - 24
    while day < to {
      sum += max(0, min(day + start + hours, to) - max(day + start, from))
      day += 24
    }
    return sum
  }

  /// Moderators' hours on duty inside the window and their cost in euros.
  var moderatorDuty: (hours: Double, cost: Double) {
    var duty = (hours: 0.0, cost: 0.0)
    for period in periods {
      let rule = period.rules.moderation
      let hours =
        Double(rule.staff)
        * Self.shiftHours(rule.shiftStart, rule.hoursPerDay, from: period.from, to: period.to)
      duty.hours += hours
      duty.cost += hours * rule.costPerHour
    }
    return duty
  }

  /// Fixed costs of all levers inside the window, euros.
  var fixedCosts: Double {
    periods.reduce(0) { $0 + $1.rules.fixedCost * ($1.to - $1.from) / 24 }
  }
}

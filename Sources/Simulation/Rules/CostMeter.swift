import Schema

/// What the levers cost inside the window, in hours and euros, counted as it falls due.
///
/// Standing costs (staff, fixed costs) run by the rules in force and are added whenever those change
/// and at the window's end; costs of single acts are added when they happen. Its notes are no events
/// of the log.
struct CostMeter {
  private let start: Double
  private var end: Double
  /// Up to when standing costs have been added, hours.
  private var until: Double
  private(set) var moderatorHours = 0.0
  private(set) var decoyHours = 0.0
  /// Hours of the police spent on what volunteers submit.
  private(set) var submissionHours = 0.0
  /// Euros.
  private(set) var cost = 0.0

  /// A meter of a window, hours since the run began.
  init(from start: Double, to end: Double) {
    (self.start, self.end, until) = (start, end, start)
  }

  /// The same meter of a window that ends sooner, not before what has been added.
  func closing(at end: Double) -> Self {
    var copy = self
    copy.end = end
    return copy
  }

  /// Adds the standing costs of rules that have been in force since the last call.
  mutating func run(_ rules: Rules, to moment: Double) {
    let (from, to) = (until, min(max(moment, start), end))
    guard to > from else { return }
    until = to
    let hours =
      Double(rules.moderation.staff)
      * Self.shiftHours(rules.moderation.shiftStart, rules.moderation.hoursPerDay, from, to)
    moderatorHours += hours
    cost += hours * rules.moderation.costPerHour + rules.fixedCost * (to - from) / 24
  }

  /// A decoy has been on line for some hours of the window.
  mutating func noteDecoy(hours: Double, costPerHour: Double) {
    decoyHours += hours
    cost += hours * costPerHour
  }

  /// A volunteer has submitted an identification.
  mutating func noteSubmission(policeHours: Double, at now: Double) {
    if now >= start, now < end { submissionHours += policeHours }
  }

  /// A check or a registration has been paid.
  mutating func notePayment(_ euros: Double, at now: Double) {
    if now >= start, now < end { cost += euros }
  }

  /// Hours of a daily shift that fall between two moments.
  static func shiftHours(_ start: Double, _ hours: Double, _ from: Double, _ to: Double) -> Double {
    guard hours < 24 else { return to - from }
    var sum = 0.0
    var day = (from / 24).rounded(.down) * 24 - 24
    while day < to {
      sum += max(0, min(day + start + hours, to) - max(day + start, from))
      day += 24
    }
    return sum
  }
}

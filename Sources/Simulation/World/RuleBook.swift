import Schema

/// What will be in force: every later state of the rules with the moment it begins.
///
/// Levers write it before the run; in the run rules change by `World.change(to:)` alone, so that
/// whatever changes them, a date or later something that happens, is accounted for in one place.
struct RuleBook {
  /// Coming states, the next one last; hours since the run began.
  private var coming: [(from: Double, rules: Rules)]

  /// The state of the run's beginning and all later ones. Where a policy begins with the window, those
  /// before it are the earlier policy's.
  init(_ scenario: Scenario) {
    let opening = scenario.time.warmUp
    var states: [(from: Double, rules: Rules)] = []
    if let earlier = scenario.earlierPolicy {
      states = Self.states(of: earlier, in: scenario, from: 0, to: opening)
    }
    states += Self.states(
      of: scenario.policy, in: scenario, from: states.isEmpty ? 0 : opening, to: .infinity)
    coming = states.reversed()
  }

  /// A policy's state at a moment, then those that its days of change bring before another one.
  private static func states(
    of policy: Policy, in scenario: Scenario, from begin: Double, to end: Double
  ) -> [(from: Double, rules: Rules)] {
    let first = scenario.time.start.days
    let later = policy.levers.turningDays(after: first)
      .map { Double($0 - first) * 24 }.filter { $0 > begin && $0 < end }
    let listing = ListingRules(policy.directory, scenario.people.directoryUse)
    return ([begin] + later).map { moment in
      var rules = policy.levers.rules(on: Double(first) + moment / 24)
      rules.listing = listing
      return (moment, rules)
    }
  }

  /// When the rules change next, hours since the run began.
  var nextChange: Double? { coming.last?.from }

  /// Takes the next state of the schedule.
  mutating func takeNext() -> Rules? { coming.popLast()?.rules }
}

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

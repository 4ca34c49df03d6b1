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

import Schema

/// What is in force at each venue, and what will be: every later state of the rules with the moment it
/// begins.
///
/// Levers write it before the run; in the run rules change by `World.change(to:at:)` alone, so that
/// whatever changes them, a date or later something that happens, is accounted for in one place.
struct RuleBook: ~Copyable {
  /// One state of a venue's rules, and when it comes into force, hours since the run began.
  typealias State = (from: Double, rules: Rules)

  private var inForce: Storage<Rules>
  /// Coming states by venue, the next one last.
  private var coming: [[State]]

  /// The book of some venues: of each its states, that of the run's beginning first.
  init(_ venues: [[State]]) {
    inForce = Storage(capacity: venues.count)
    for states in venues { inForce.append(states.first?.rules ?? Rules()) }
    coming = venues.map { $0.dropFirst().reversed() }
  }

  /// The same states.
  init(copying other: borrowing Self) {
    inForce = Storage(copying: other.inForce)
    coming = other.coming
  }

  /// What is in force at a venue.
  subscript(venue: UInt8) -> Rules {
    _read { yield inForce[Int(venue)] }
  }

  /// Whether a venue has any gate at present.
  func hasGates(at venue: UInt8) -> Bool {
    inForce[Int(venue)].registration.method != .none || inForce[Int(venue)].ageAssurance.required
  }

  /// Puts other rules in force at a venue.
  mutating func set(_ rules: Rules, at venue: UInt8) { inForce[Int(venue)] = rules }

  /// When the rules of a venue change next, hours since the run began.
  func nextChange(at venue: UInt8) -> Double? { coming[Int(venue)].last?.from }

  /// Takes the next state of a venue's schedule.
  mutating func takeNext(at venue: UInt8) -> Rules? { coming[Int(venue)].popLast()?.rules }
}

extension RuleBook {
  /// The states of the studied platform: that of the run's beginning, then all later ones. Where a policy
  /// begins with the window, those before it are the earlier policy's.
  static func states(of scenario: Scenario) -> [State] {
    let opening = scenario.time.warmUp
    var states: [State] = []
    if let earlier = scenario.earlierPolicy {
      states = Self.states(of: earlier, in: scenario, from: 0, to: opening)
    }
    return states
      + Self.states(
        of: scenario.policy, in: scenario, from: states.isEmpty ? 0 : opening, to: .infinity)
  }

  /// The states of a rival: of its own levers, and closed before it opens.
  static func states(of rival: Rival, in scenario: Scenario) -> [State] {
    let states = Self.states(of: rival.policy, in: scenario, from: 0, to: .infinity)
    guard let day = rival.opens, day.days > scenario.time.start.days else { return states }
    let opening = Double(day.days - scenario.time.start.days) * 24
    func closed(_ state: State) -> State {
      var state = state
      (state.rules.closure.isClosed, state.rules.closure.isUnopened) = (true, true)
      return state
    }
    let before = states.filter { $0.from < opening }.map(closed)
    let later = states.filter { $0.from > opening }
    guard let last = states.last(where: { $0.from <= opening }) else { return states }
    return before + [(opening, last.rules)] + later
  }

  /// A policy's state at a moment, then those that its days of change bring before another one.
  static func states(
    of policy: Policy, in scenario: Scenario, from begin: Double, to end: Double
  ) -> [State] {
    let first = scenario.time.start.days
    let later = policy.levers.turningDays(after: first)
      .map { Double($0 - first) * 24 }.filter { $0 > begin && $0 < end }
    let listing = ListingRules(policy.directory, scenario.people.directoryUse)
    return ([begin] + later).map { moment in
      var rules = policy.levers.rules(on: Double(first) + moment / 24)
      rules.listing = listing
      rules.leaveOut(scenario.feedbacks)
      return (moment, rules)
    }
  }
}

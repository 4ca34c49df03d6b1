import Schema

/// A5. In the long run bans and returns balance: with ban rate b while at large, return with chance π at
/// rate r, and people replaced at rate μ, the share at large is 1/(1 + bπ/(r + μ) + b(1 − π)/μ).
///
/// Offenders here come so often and write so fast that a ban follows each visit of half an hour with
/// chance 1 − e^(−c/2) at its rate c; what is counted are knocks, of those at large and of those kept out
/// alike. Who is replaced is noticed at the next knock, a quarter of an hour later.
enum BansInTheLongRun {
  static let family = AnswerFamily("A5", "bans in the long run", count: 3, runs: 12, find: find)

  private static let stay = 0.5, knocks = 4.0, contacts = 0.05

  private static func find(_ trials: Trials) throws -> [Finding] {
    try [
      finding(trials, returns: 1, delay: 60, turnover: 0),
      finding(trials, returns: 1, delay: 60, turnover: 1.0 / 200),
      finding(trials, returns: 0.7, delay: 60, turnover: 1.0 / 200),
    ]
  }

  /// Of the time at large a visitor is on line the share a/(1 + a) with a knocks × stay.
  private static var banRate: Double {
    let load = knocks * stay
    return contacts * load / (1 + load)
  }

  private static func finding(
    _ trials: Trials, returns: Double, delay: Double, turnover: Double
  ) throws -> Finding {
    let scenario = scenario(returns: returns, delay: delay, turnover: turnover)
    let runs = try trials.map { replicate in
      var counts = (sum: 0.0, of: 0.0)
      try trials.run(scenario, replicate) { event in
        guard event.flags.contains(.offender), event.time > 800 else { return }
        if event.kind == .enter, !event.isResumed { counts = (counts.sum + 1, counts.of + 1) }
        if event.kind == .absent, event.absence == .banned { counts.of += 1 }
      }
      return counts
    }
    let rate = 1 / delay
    let gone = returns < 1 ? banRate * (1 - returns) / turnover : 0
    let exact = 1 / (1 + banRate * returns / (rate + turnover) + gone)
    let replaced = turnover > 0 ? ", replaced within 200 h" : ""
    return Finding(
      "A5", "share of offenders at large",
      "banned after 30 h at large, \(Int(returns * 100)) % return within 60 h\(replaced)",
      exact: exact, RunRatio(runs))
  }

  private static func scenario(returns: Double, delay: Double, turnover: Double) -> Scenario {
    var scenario = Scenario.pursuit(
      people: 600, visits: knocks, stay: .fixed(stay), hours: 1_400, contacts: contacts,
      stages: [.named("contact")]
    ).banningAtOnce(staff: 200, after: 0.001)
    scenario.pathways[0].repeats = true
    scenario.people.turnover = turnover
    scenario.levers.sanctions.returnProbability = returns
    scenario.levers.sanctions.returnDelay = .exponential(mean: delay)
    scenario.levers.sanctions.scopeFactor.device = 1
    scenario.levers.registration.returnFactor.none = 1
    return scenario
  }
}

import Schema

/// V1. The number on line does not depend on the law of a visit, but for its mean.
///
/// N people who knock at rate v while away and stay for S: the number on line is binomial with chance
/// p = a/(1 + a), a = v·E[S], whatever the law of S; as N grows it is Poisson (M/G/∞). Visits begin at
/// rate λ = Nv/(1 + a), and Cov(N(t), N(t + u)) = λE[(S − u)⁺] − Np². Who leaves and is back within u
/// would add ½λvu² at most, here less than a thousandth.
///
/// - SeeAlso: Engset 1918; Takács 1962, Introduction to the theory of queues (infinitely many servers).
enum OnlineNumber {
  static let family = AnswerFamily("V1", "people on line", count: 9, runs: 40, find: find)

  private static let people = 20_000.0, rate = 0.006, mean = 0.5
  private static let load = rate * mean, chance = load / (1 + load), online = people * chance
  private static let lag = 0.25, spread = 0.5, hours = 606.0

  private static func find(_ trials: Trials) throws -> [Finding] {
    let median = mean * Elementary.exp(-spread * spread / 2)
    // E[(S − u)⁺] of each law.
    let tail = Elementary.log(median / lag) / spread
    return try findings(trials, "visits of half an hour", .fixed(mean), left: mean - lag)
      + findings(
        trials, "exponential visits", .exponential(mean: mean),
        left: mean * Elementary.exp(-lag / mean))
      + findings(
        trials, "lognormal visits", .lognormal(median: median, logSD: spread),
        left: mean * normal(tail + spread) - lag * normal(tail))
  }

  private static func normal(_ x: Double) -> Double { Law.normal(mean: 0, sd: 1).cdf(x) }

  private static func findings(
    _ trials: Trials, _ law: String, _ stay: Law, left: Double
  ) throws -> [Finding] {
    let counts = try trials.map { replicate in
      var curve = OnlineCurve(from: 6, until: hours, every: lag)
      let scenario = Scenario.plain(people: people, visits: rate, stay: stay, hours: hours)
      try trials.run(scenario, replicate) { curve.see($0) }
      return curve.samples
    }
    let products = counts.map { zip($0, $0.dropFirst()).map { ($0 - online) * ($1 - online) } }
    let squares = counts.map { $0.map { ($0 - online) * ($0 - online) / online } }
    let setting = "20,000 people, 120 knocks an hour, \(law)"
    return [
      Finding("V1", "mean number on line", setting, exact: online, ratio(counts)),
      Finding("V1", "its variance over its mean", setting, exact: 1 - chance, ratio(squares)),
      Finding(
        "V1", "its covariance over a quarter of an hour", setting,
        exact: people * (rate / (1 + load) * left - chance * chance), ratio(products)),
    ]
  }

  /// The mean over all moments of all runs.
  private static func ratio(_ runs: [[Double]]) -> RunRatio {
    RunRatio(runs.map { (sum: $0.reduce(0, +), of: Double($0.count)) })
  }
}

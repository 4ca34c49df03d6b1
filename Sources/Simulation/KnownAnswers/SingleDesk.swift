import Schema

/// V4. At one desk the mean wait is λE[S²]/(2(1 − ρ)), whatever the law of the times.
///
/// - SeeAlso: Pollaczek 1930; Khinchine 1932; Gross et al. 2008, §5.1.
enum SingleDesk {
  static let family = AnswerFamily(
    "V4", "waits at one desk, any law of times", count: 3, runs: 60, find: find)

  private static let busy = 0.6

  private static func find(_ trials: Trials) throws -> [Finding] {
    // Γ(1 + 2/k) of the Weibull law with k = 3/2 is Γ(7/3).
    let gamma = 1.190639348758999
    return [
      try finding(trials, "fixed", .fixed(0.06), square: 0.06 * 0.06),
      try finding(
        trials, "lognormal", .lognormal(median: 0.06, logSD: 0.7),
        square: 0.06 * 0.06 * Elementary.exp(2 * 0.7 * 0.7)),
      try finding(
        trials, "Weibull", .weibull(scale: 0.05, shape: 1.5), square: 0.05 * 0.05 * gamma),
    ]
  }

  /// - Parameter square: The mean square of a time.
  private static func finding(
    _ trials: Trials, _ law: String, _ handling: Law, square: Double
  ) throws -> Finding {
    let cases = busy / handling.mean
    let scenario = Scenario.reviewed(
      desks: 1, handling: handling, cases: cases, hours: 20_000 / cases)
    let waits = try DeskWatch.waits(trials, scenario).map(\.other)
    return Finding(
      "V4", "mean wait, minutes", "one desk, busy 60 % of the time, \(law) times",
      exact: cases * square / (2 * (1 - busy)) * 60,
      RunRatio(waits.map { (sum: $0.hours * 60, of: $0.cases) }))
  }
}

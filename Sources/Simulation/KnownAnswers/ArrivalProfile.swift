import Schema

/// V11. Knocks follow λ(t) = L(1 + A·cos(ω(t − peak))): 24·L a day, a Poisson number; a stream at the
/// rate of the peak would have to be thinned to 1/(1 + A) of itself; and gaps on the clock of the
/// integrated rate are exponential.
///
/// - SeeAlso: Lewis & Shedler 1979, doi:10.1002/nav.3800260304; for the last Ogata 1988,
///   doi:10.1080/01621459.1988.10478560, with the distance of Kolmogorov and Smirnov.
enum ArrivalProfile {
  static let family = AnswerFamily("V11", "arrivals over the day", count: 4, runs: 40, find: find)

  private static let people = 200.0, rate = 40.0, days = 40

  private static func find(_ trials: Trials) throws -> [Finding] {
    let scenario = scenario(weekend: 1, days: days)
    let runs = try trials.map { try knocks(trials, scenario, $0) }
    let daily = runs.map { times in
      times.reduce(into: [Double](repeating: 0, count: days)) { $0[Int($1 / 24)] += 1 }
    }
    let mean = 24 * rate
    let setting = "40 an hour, five times as many at the peak as at the trough"
    return [
      Finding(
        "V11", "knocks in 24 hours", setting, exact: mean,
        RunRatio(runs.map { (sum: Double($0.count), of: Double(days)) })),
      Finding(
        "V11", "variance of a day's knocks over their mean", setting,
        squares: daily.joined().map { ($0 - mean) * ($0 - mean) / mean }),
      accepted(runs, setting), try gaps(trials),
    ]
  }

  /// The mean rate over that of the hour around the peak, in which the cosine is sin(π/24)/(π/24).
  private static func accepted(_ runs: [[Double]], _ setting: String) -> Finding {
    let wave = ProfileIntegral(profile: profile(weekend: 1), rate: rate, weekday: 0).amplitude
    let top = Elementary.sine(ofHours: 0.5) / (Double.pi / 24)
    let counts = runs.map { times in
      (
        sum: Double(times.count) / 24,
        of: Double(times.count { abs($0 - ($0 / 24).rounded(.down) * 24 - peak) < 0.5 })
      )
    }
    return Finding(
      "V11", "mean rate over the rate in the hour of the peak", setting,
      exact: 1 / (1 + wave * top), RunRatio(counts))
  }

  /// Largest distance between the gaps' law and the exponential, of the first 50,000 gaps of one run.
  private static func gaps(_ trials: Trials) throws -> Finding {
    let number = 50_000
    let scenario = scenario(weekend: 1.6, days: 56)
    let clock = ProfileIntegral(
      profile: profile(weekend: 1.6), rate: rate, weekday: scenario.time.start.weekday)
    var last = 0.0, levels: [Double] = []
    for time in try knocks(trials, scenario, 1).prefix(number) {
      let now = clock.expected(until: time)
      levels.append(1 - Elementary.exp(last - now))
      last = now
    }
    levels.sort()
    var distance = 0.0
    let count = Double(levels.count)
    for (rank, level) in levels.enumerated() {
      distance = max(distance, Double(rank + 1) / count - level, level - Double(rank) / count)
    }
    return Finding(
      "V11", "distance of rescaled gaps from the exponential law",
      "50,000 gaps, 1.6 times as many at weekends", exact: 0,
      estimate: levels.count == number ? distance : .nan, .atMost
    ) { level in
      // P(distance > d) is 2·exp(−2nd²) at most (Massart 1990).
      (Elementary.log(2 / level) / 2 / count).squareRoot()
    }
  }

  private static let peak = 21.0

  private static func profile(weekend: Double) -> DailyProfile {
    var profile = DailyProfile()
    (profile.peak, profile.peakToTrough, profile.weekend) = (peak, 5, weekend)
    return profile
  }

  /// People whose visits are so short that nobody knocks while on line.
  private static func scenario(weekend: Double, days: Int) -> Scenario {
    var scenario = Scenario.plain(
      people: people, visits: rate / people, stay: .fixed(1e-7), hours: Double(days) * 24)
    scenario.people.dailyProfile = profile(weekend: weekend)
    return scenario
  }

  /// Moments of all knocks of a run.
  private static func knocks(
    _ trials: Trials, _ scenario: Scenario, _ replicate: UInt64
  ) throws -> [Double] {
    var times: [Double] = []
    try trials.run(scenario, replicate) { if $0.kind == .enter { times.append($0.time) } }
    return times
  }
}

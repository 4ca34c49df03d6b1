import Schema

/// Where those go who are kept out: shares of a logit, odds below the critical mass, the time it takes.
///
/// - SeeAlso: McFadden 1974, Conditional logit analysis of qualitative choice behavior.
enum ChosenVenues {
  static let family = AnswerFamily("A2", "choice of a venue", count: 8, runs: 12, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    try shares(trials) + volumes(trials) + [odds]
  }

  /// Rivals of sizes 3 to 1, and 60 % who go on; offenders with twice the odds.
  private static func shares(_ trials: Trials) throws -> [Finding] {
    var scenario = Scenario.plain(people: 3_000, visits: 0.05, stay: .fixed(0.5), hours: 60)
    scenario = scenario.withRivals([0.3, 0.1], goingOn: 0.6).seized()
    scenario.choice.offenderOdds = 2
    scenario.offenders = Scenario.pursuit(stages: []).offenders
    scenario.offenders[0].share = 0.4
    scenario.pathways = Scenario.pursuit(stages: [.named("contact")]).pathways
    let runs = try trials.map { replicate in
      var went: [Int32: UInt8] = [:], kept: Set<Int32> = [], offenders: Set<Int32> = []
      try trials.run(scenario, replicate) { event in
        guard event.actor < 3_000 else { return }
        if event.kind == .absent { kept.insert(event.actor) }
        if event.kind == .enter { went[event.actor] = event.venue }
        if event.flags.contains(.offender) { offenders.insert(event.actor) }
      }
      let ordinary = kept.subtracting(offenders)
      let all = Double(ordinary.count)
      let gone = ordinary.compactMap { went[$0] }
      let bad = kept.intersection(offenders)
      return [
        (sum: all - Double(gone.count), of: all), (sum: Double(gone.count { $0 == 1 }), of: all),
        (sum: Double(gone.count { $0 == 2 }), of: all),
        (sum: Double(bad.count { went[$0] != nil }), of: Double(bad.count)),
      ]
    }
    let setting = "closed; rivals of 30 and 10 %; 60 % go on, offenders with twice the odds"
    let names = ["stay off line", "go to the larger rival", "to the smaller", "offenders go on"]
    return zip(names, [0.4, 0.45, 0.15, 0.75]).enumerated().map { place, row in
      Finding("A2", "share who \(row.0)", setting, exact: row.1, RunRatio(runs.map { $0[place] }))
    }
  }

  /// The volume elsewhere t after a closure is f + (1 − f)(1 − e^(−t/τ)) of what it was; after Backpage
  /// it was 18 % at first and 75 % some three months later.
  private static func volumes(_ trials: Trials) throws -> [Finding] {
    var scenario = Scenario.plain(people: 1_500, visits: 0.05, stay: .fixed(0.5), hours: 2_240)
      .withRivals([0.5], goingOn: 1).seized()
    (scenario.choice.foundAtOnce, scenario.choice.findingTime) = (0.18, 2.5 * 730.5)
    let times = [20.0, 730.5, 2_191.5]
    let runs = try trials.map { replicate in
      var counts = times.map { _ in (sum: 0.0, of: 0.0) }
      try trials.run(scenario, replicate) { event in
        guard event.kind == .absent, event.venue == 0, event.actor < 1_500,
          let place = times.firstIndex(where: { abs(event.time - $0) < 20 })
        else { return }
        counts[place].of += 1
        counts[place].sum += event.flags.contains(.displaced) ? 1 : 0
      }
      return counts
    }
    return times.enumerated().map { place, time in
      // The mean over the forty hours round a moment.
      let tau = 2.5 * 730.5
      let mean =
        tau / 40 * (Elementary.exp(-(time - 20) / tau) - Elementary.exp(-(time + 20) / tau))
      return Finding(
        "A2", "share of visits that go on", "18 % at once, mean 2.5 months, after \(Int(time)) h",
        exact: 1 - 0.82 * mean, RunRatio(runs.map { $0[place] }))
    }
  }

  private static var odds: Finding {
    var law = VenueChoice()
    (law.size, law.criticalMass, law.criticalMassPer) = (0, 100, 0)
    var appeal = Appeal(law, sizes: [1_000, 300, 150], people: 1e5)
    appeal.solve(shares: [0.7, 0.2, 0.1], goingOn: [0.5, 0.5, 0.5])
    for rival in 1...2 { appeal.set(size: 99, at: rival) }
    appeal.refresh()
    let on = Elementary.exp(appeal.utility[1][0]) + Elementary.exp(appeal.utility[2][0])
    return Finding(
      "A2", "odds of going on over those before", "all rivals fall below the critical mass",
      exact: Elementary.exp(-2), equals: on / Elementary.exp(appeal.offLine[0]), within: 1e-12)
  }
}

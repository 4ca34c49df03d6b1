import Schema

/// Without a policy the venues keep their shares: the attractions are solved for that, sizes and looks
/// round act, and nothing drifts in four years.
enum SteadyShares {
  static let family = AnswerFamily("A2s", "shares of venues at rest", count: 3, runs: 8, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    let year = 8_766.0
    var scenario = Scenario.plain(
      people: 600, visits: 3.0 / 168, stay: .fixed(0.5), hours: 4 * year)
    scenario = scenario.withRivals([0.5, 0.25], goingOn: 0.6)
    (scenario.choice.looksRound, scenario.choice.size) = (0.02 / 168, 0.6)
    scenario.people.turnover = 0.05 / 730.5
    let runs = try trials.map { replicate in
      var counts = [0.0, 0, 0]
      try trials.run(scenario, replicate) { event in
        if event.kind == .enter, event.time > 3 * year { counts[Int(event.venue)] += 1 }
      }
      return counts
    }
    let shares = [1 / 1.75, 0.5 / 1.75, 0.25 / 1.75]
    return shares.enumerated().map { place, share in
      Finding(
        "A2s", "share of visits in the fourth year",
        "venue \(place) of three, 2 % look round a week",
        exact: share,
        RunRatio(runs.map { (sum: $0[place], of: $0.reduce(0, +)) }))
    }
  }
}

import Schema

/// V2. The mean number inside is the rate of arrivals times the mean time inside: an identity in a
/// window that begins empty, with stays cut at its end.
///
/// Times are read off the events' moments, numbers and rates off what the engine reports: hours that an
/// event carries have 24 binary digits, so that the two differ by one part in 2²⁴ at most.
///
/// - SeeAlso: Little 1961, doi:10.1287/opre.9.3.383.
enum LittlesLaw {
  static let family = AnswerFamily("V2", "Little's law", count: 2, runs: 1, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    [try online(trials), try cases(trials)]
  }

  /// The columns of people on line against visits times stays.
  private static func online(_ trials: Trials) throws -> Finding {
    var scenario = Scenario.busy()
    scenario.time.warmUp = 0
    var begun: [Int32: Double] = [:], visits = 0.0, hours = 0.0
    let record = try trials.run(scenario, 1) { event in
      if event.kind == .enter, event.time < 48 {
        begun[event.actor] = event.time
        visits += 1
      } else if event.kind == .leave, let start = begun.removeValue(forKey: event.actor) {
        hours += min(event.time, 48) - start
      }
    }
    let columns = ColumnValues(values: record.values)
    let number =
      columns["online_adults"] + columns["online_minors"] + columns["online_offenders"]
    let product = columns["visits"] / 24 * (hours / visits)
    return Finding(
      "V2", "number on line = visits an hour × hours a visit", "a busy platform, two days",
      exact: product, equals: number, within: product * 0x1p-24)
  }

  /// Cases in the house, from the moments at which they open and close, against rate times time.
  private static func cases(_ trials: Trials) throws -> Finding {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.handling = .exponential(mean: 0.1)
    scenario.levers.sanctions.terms.compliance = 0
    var open = 0.0, last = 0.0, area = 0.0, decided = 0.0, times = 0.0
    try trials.run(scenario, 1) { event in
      guard event.kind == .caseOpened || event.kind == .decision else { return }
      area += open * (event.time - last)
      last = event.time
      open += event.kind == .caseOpened ? 1 : -1
      if event.kind == .decision {
        decided += 1
        times += Double(event.value)
      }
    }
    let number = area / last
    return Finding(
      "V2", "cases in the house = cases an hour × hours a case", "a busy platform, one moderator",
      exact: decided / last * (times / decided), equals: number, within: number * 0x1p-24)
  }
}

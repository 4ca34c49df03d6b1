import Schema

/// V20. More moderators, quicker ones, or a classifier that finds more at the same rate of false flags never
/// raise the mean exposure, where nobody adapts or moves elsewhere: means over pairs of runs with the same
/// random numbers. That all these only take offenders away is what the model assumes.
///
/// - SeeAlso: Law 2015, Simulation modeling and analysis, §11.2 (common random numbers).
enum MonotoneLevers {
  static let family = AnswerFamily("V20", "more of a lever", count: 7, runs: 32, find: find)

  private struct Step {
    let words: String
    var staff = 10
    var handling = 1.0
    var detects = 0.0
  }

  private static let ladders: [[Step]] = [
    [
      Step(words: "nobody", staff: 0), Step(words: "1 moderator", staff: 1),
      Step(words: "3 moderators", staff: 3), Step(words: "10 moderators", staff: 10),
    ],
    [
      Step(words: "4 hours a case", staff: 3, handling: 4),
      Step(words: "1 hour", staff: 3, handling: 1),
      Step(words: "a quarter of an hour", staff: 3, handling: 0.25),
    ],
    [
      Step(words: "10 % detected", detects: 0.1), Step(words: "40 %", detects: 0.4),
      Step(words: "90 %", detects: 0.9),
    ],
  ]

  private static func find(_ trials: Trials) throws -> [Finding] {
    try ladders.flatMap { ladder in
      let columns = try ladder.map { step in try trials.map { try exposure(trials, step, $0) } }
      return (1..<ladder.count).map { place in
        Finding(
          "V20", "fall in unwanted contacts, per 1,000 minors and month",
          "\(ladder[place - 1].words) to \(ladder[place].words)", exact: 0,
          RunRatio(zip(columns[place - 1], columns[place]).map { $0 - $1 }), .atLeast)
      }
    }
  }

  private static func exposure(
    _ trials: Trials, _ step: Step, _ replicate: UInt64
  ) throws -> Double {
    var scenario = Scenario.busy(people: 800, hours: 72)
    scenario.time.warmUp = 2
    scenario.displacement.share = 0
    scenario.levers.moderation.staff = step.staff
    scenario.levers.moderation.handling = .fixed(step.handling)
    scenario.levers.sanctions.returnProbability = 0
    scenario.levers.classifier.active = step.detects > 0
    scenario.levers.classifier.detects = step.detects
    let record = try trials.run(scenario, replicate) { _ in }
    let columns = ColumnValues(values: record.values)
    return columns["unwanted_contacts_here"] + columns["unwanted_contacts_private"]
  }
}

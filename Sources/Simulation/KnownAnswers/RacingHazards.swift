import Schema

/// V9. Of racing exponential hazards each wins in proportion to its rate, after a time that says nothing
/// about which has won: mean 1/Σr for each.
///
/// - SeeAlso: Ross 2019, Introduction to probability models, §5.2 (exponential law).
enum RacingHazards {
  static let family = AnswerFamily("V9", "hazards that race", count: 8, runs: 40, find: find)

  private static let rates: [(label: String, rate: Double)] = [
    ("deeper", 0.2), ("block", 0.5), ("report", 0.1), ("detected", 0.3), ("leave", 0.9),
  ]

  private static func find(_ trials: Trials) throws -> [Finding] {
    let scenario = Scenario.pursuit(
      hours: 60,
      stages: [
        .named("contact", rates.map { ($0.label, $0.rate) }), .named("deeper"),
        .named("detected"),
      ])
    let runs = try ConversationCourse.all(trials, scenario)
    let total = rates.reduce(0) { $0 + $1.rate }
    let setting = "rates 0.2, 0.5, 0.1, 0.3 and 0.9 an hour"
    let shares = rates.map { row in
      Finding(
        "V9", "share that ends with: \(row.label)", setting, exact: row.rate / total,
        RunRatio(shareOf: runs) { ended($0, with: row.label) })
    }
    let times = ["deeper", "block"].map { label in
      Finding(
        "V9", "mean hours of those that end with: \(label)", setting, exact: 1 / total,
        RunRatio(hoursOf: runs) { ended($0, with: label) })
    }
    let whole = Finding(
      "V9", "mean hours", setting, exact: 1 / total, RunRatio(hoursOf: runs))
    return shares + [whole] + times
  }

  private static func ended(_ course: ConversationCourse, with label: String) -> Bool {
    switch label {
    case "deeper": course.stages == [1]
    case "detected": course.stages == [2]
    case "block": course.ending == Ending.blocked.rawValue
    case "report": course.ending == Ending.reported.rawValue
    default: course.stages.isEmpty && course.ending == Ending.finished.rawValue
    }
  }
}

import Schema

/// V10. The shares of independent stages multiply, and their mean times add.
///
/// - SeeAlso: Neuts 1981, Matrix-geometric solutions, ch. 2 (phase-type laws).
enum ChainOfStages {
  static let family = AnswerFamily("V10", "a chain of stages", count: 5, runs: 40, find: find)

  private static func find(_ trials: Trials) throws -> [Finding] {
    var one = Stage.named("one", share: [("two", 0.6)])
    one.dwell = .exponential(mean: 0.2)
    let two = Stage.named("two", [("three", 3), ("leave", 1)])
    var three = Stage.named("three", share: [("four", 0.3), ("block", 0.2)])
    three.dwell = .fixed(0.1)
    let runs = try ConversationCourse.all(
      trials, .pursuit(hours: 60, stages: [one, two, three, .named("four")]))
    let setting = "goes on with chance 0.6, 0.75, 0.3 after 0.2, 0.25, 0.1 hours"
    let reached = [("second", 0.6), ("third", 0.6 * 0.75), ("fourth", 0.6 * 0.75 * 0.3)]
    let shares = reached.enumerated().map { index, row in
      Finding(
        "V10", "share that reaches the \(row.0) stage", setting, exact: row.1,
        RunRatio(shareOf: runs) { $0.stages.contains(UInt8(index + 1)) })
    }
    return shares + [
      Finding(
        "V10", "mean hours", setting, exact: 0.2 + 0.6 * 0.25 + 0.6 * 0.75 * 0.1,
        RunRatio(hoursOf: runs)),
      Finding(
        "V10", "mean hours of those that reach the third stage", setting,
        exact: 0.2 + 0.25 + 0.1, RunRatio(hoursOf: runs) { $0.stages.count >= 2 }),
    ]
  }
}

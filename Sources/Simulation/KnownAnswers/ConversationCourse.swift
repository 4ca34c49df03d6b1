/// How one conversation went, for offenders who hold one at a time.
struct ConversationCourse {
  /// From the first message to the end.
  let hours: Double
  /// Why it ended, by `Ending`.
  let ending: UInt8
  /// Stages entered after the first.
  let stages: [UInt8]

  /// All conversations of a run, in the order in which they ended.
  static func all(in events: [Event]) -> [Self] {
    var begun: [Int32: Double] = [:], stages: [Int32: [UInt8]] = [:]
    var result: [Self] = []
    for event in events {
      switch event.kind {
      case .contact: (begun[event.actor], stages[event.actor]) = (event.time, [])
      case .stage: stages[event.actor, default: []].append(event.stage)
      case .ended:
        let hours = event.time - (begun[event.actor] ?? .nan)
        result.append(
          Self(hours: hours, ending: event.detail, stages: stages[event.actor] ?? []))
      default: break
      }
    }
    return result
  }

  /// Those of independent runs.
  static func all(_ trials: Trials, _ scenario: Scenario) throws -> [[Self]] {
    try trials.map { replicate in
      all(in: try Play(scenario, seed: trials.seed, replicate: replicate).events)
    }
  }
}

extension RunRatio {
  /// The share of conversations that are as asked for.
  init(shareOf runs: [[ConversationCourse]], where isMeant: (ConversationCourse) -> Bool) {
    self.init(runs.map { (sum: Double($0.count(where: isMeant)), of: Double($0.count)) })
  }

  /// The mean hours of those that are as asked for.
  init(
    hoursOf runs: [[ConversationCourse]],
    where isMeant: (ConversationCourse) -> Bool = { _ in true }
  ) {
    self.init(
      runs.map { run in
        let meant = run.filter(isMeant)
        return (sum: meant.reduce(0) { $0 + $1.hours }, of: Double(meant.count))
      })
  }
}

import Schema

/// V16. A flag is right with chance πt/(πt + (1 − π)f), π the share of harmful conversations, t and f the
/// shares of harmful and harmless ones that are flagged.
///
/// - SeeAlso: Bayes 1763; Inches & Crestani 2012 (PAN) for π = 0.145 %.
enum BayesScreening {
  static let family = AnswerFamily(
    "V16", "how often a flag is right", count: 3, runs: 40, find: find)

  private static let prevalence = 0.00145, detects = 0.8

  private struct Counts {
    var right = 0.0, wrong = 0.0, harmful = 0.0
  }

  private static func find(_ trials: Trials) throws -> [Finding] {
    let often = try trials.map { try counts(trials, falseFlags: 0.01, $0) }
    let seldom = try trials.map { try counts(trials, falseFlags: 0.001, $0) }
    return [
      right(often, "0.145 % harmful, 80 % of those and 1 % of the others flagged", 0.01),
      right(seldom, "0.145 % harmful, 80 % of those and 0.1 % of the others flagged", 0.001),
      Finding(
        "V16", "share of the harmful flagged", "80 % of them flagged", exact: detects,
        RunRatio(often.map { (sum: $0.right, of: $0.harmful) })),
    ]
  }

  private static func right(
    _ runs: [Counts], _ setting: String, _ falseFlags: Double
  ) -> Finding {
    let right = prevalence * detects
    return Finding(
      "V16", "share of flags that are right", setting,
      exact: right / (right + (1 - prevalence) * falseFlags),
      RunRatio(runs.map { (sum: $0.right, of: $0.right + $0.wrong) }))
  }

  private static func counts(
    _ trials: Trials, falseFlags: Double, _ replicate: UInt64
  ) throws -> Counts {
    var stage = Stage.named("contact")
    stage.flagged = 1
    var scenario = Scenario.pursuit(
      people: 600, visits: 1, stay: .fixed(10_000), hours: 90, slots: 0, stages: [stage])
    scenario.time.warmUp = 24
    scenario.people.messages = 1000
    scenario.people.messagesPerConversation = 10
    scenario.offenders[0].share = 0.2
    scenario.pathways[0].repeats = true
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = detects
    scenario.levers.classifier.falseFlags = falseFlags
    let people = try Census(of: scenario, trials, replicate)
    let harmless = people.innocents * 100
    scenario.pathways[0].contacts =
      harmless * prevalence / (1 - prevalence) / people.offenders
    var counts = Counts()
    try trials.run(scenario, replicate) { event in
      guard event.flags.contains(.cohort) else { return }
      if event.kind == .contact { counts.harmful += 1 }
      if event.kind == .flag {
        if event.isTrue { counts.right += 1 } else { counts.wrong += 1 }
      }
    }
    return counts
  }
}

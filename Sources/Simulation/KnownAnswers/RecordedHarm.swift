import Schema

/// V12. Where harm is Poisson and each is recorded with chance ρ, what is recorded is Poisson with ρ times
/// the mean, and independent of what is not.
///
/// Offenders who write at a fixed rate make a Poisson process of harms. A pair has one proceeding at most,
/// so the share is that of harms which could still have one; of 1,000 people two pairs a run meet twice.
///
/// - SeeAlso: Kingman 1993, Poisson processes, ch. 5 (colouring).
enum RecordedHarm {
  static let family = AnswerFamily(
    "V12", "harm and its record", count: 4, runs: 600, find: find)

  private static let people = 1000.0, hours = 5.0, contacts = 0.4
  private static let told = 0.5, recorded = 0.4

  private struct Counts {
    var harms = 0.0, open = 0.0, recorded = 0.0
  }

  private static func find(_ trials: Trials) throws -> [Finding] {
    let runs = try trials.map { try counts(trials, $0) }
    let chance = told * recorded, mean = people * contacts * hours
    let hits = runs.map { $0.recorded - chance * mean }
    let misses = runs.map { $0.harms - $0.recorded - (1 - chance) * mean }
    let scale = mean * (chance * (1 - chance)).squareRoot()
    let setting = "2,000 harms a run, half told to the police, 40 % of those recorded"
    return [
      Finding(
        "V12", "share recorded", setting, exact: chance,
        RunRatio(runs.map { (sum: $0.recorded, of: $0.open) })),
      Finding(
        "V12", "recorded in a run", setting, exact: chance * mean, RunRatio(runs.map(\.recorded))),
      Finding(
        "V12", "variance of the recorded over their mean", setting,
        squares: hits.map { $0 * $0 / (chance * mean) }),
      Finding(
        "V12", "correlation of the recorded with the unrecorded", setting, exact: 0,
        RunRatio(zip(hits, misses).map { $0 * $1 / scale })),
    ]
  }

  private static func counts(_ trials: Trials, _ replicate: UInt64) throws -> Counts {
    var stage = Stage.named("contact")
    (stage.harm, stage.toldToPolice) = (.h2, told)
    var scenario = Scenario.mutual(
      people: people, hours: hours, contacts: contacts, stages: [stage])
    scenario.pathways[0].recorded = recorded
    var counts = Counts()
    try trials.run(scenario, replicate) { event in
      guard event.flags.contains(.cohort) else { return }
      if event.kind == .harm {
        counts.harms += 1
        counts.open += event.value > 0 ? 1 : 0
      } else if event.kind == .proceeding {
        counts.recorded += 1
      }
    }
    return counts
  }
}

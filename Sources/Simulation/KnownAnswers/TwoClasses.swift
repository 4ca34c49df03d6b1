import Schema

/// V5. Of two classes at one desk the urgent wait W₀/(1 − ρ₁), the others W₀/((1 − ρ₁)(1 − ρ)), with
/// W₀ = λE[S²]/2.
///
/// Urgent are reports of offenders by minors to whom they write; the others are false reports.
///
/// - SeeAlso: Cobham 1954, doi:10.1287/opre.2.1.70; Gross et al. 2008, §3.4.
enum TwoClasses {
  static let family = AnswerFamily(
    "V5", "urgent and other cases at one desk", count: 2, runs: 60, find: find)

  private static let urgent = 6.0, other = 9.0, time = 0.05

  private static func find(_ trials: Trials) throws -> [Finding] {
    let waits = try trials.map { try watch(trials, $0) }
    let residual = (urgent + other) * time * time
    let first = urgent * time, all = (urgent + other) * time
    let setting = "6 urgent and 9 other cases an hour, 20 served, exponential times"
    return [
      Finding(
        "V5", "mean wait of the urgent, minutes", setting, exact: residual / (1 - first) * 60,
        RunRatio(waits.map { (sum: $0.urgent.hours * 60, of: $0.urgent.cases) })),
      Finding(
        "V5", "mean wait of the others, minutes", setting,
        exact: residual / ((1 - first) * (1 - all)) * 60,
        RunRatio(waits.map { (sum: $0.other.hours * 60, of: $0.other.cases) })),
    ]
  }

  private static func watch(_ trials: Trials, _ replicate: UInt64) throws -> DeskWatch {
    var scenario = Scenario.pursuit(
      people: 200, visits: 1, stay: .fixed(10_000), hours: 1200, slots: 0,
      stages: [.named("contact", share: [("report", 1)])])
    scenario.time.warmUp = 24
    scenario.pathways[0].repeats = true
    scenario.staff(1, .exponential(mean: time))
    let people = try Census(of: scenario, trials, replicate)
    scenario.pathways[0].contacts = urgent / people.offenders
    scenario.levers.moderation.falseReports = other / people.innocents
    var watch = DeskWatch(desks: 1, window: 24..<1224, late: 0)
    try trials.run(scenario, replicate) { watch.see($0) }
    return watch
  }
}

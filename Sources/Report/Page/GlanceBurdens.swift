import Experiment
import Simulation

extension StudyPage {
  /// Who bears a policy, in the order of the first picture: minors, adults, innocent people,
  /// moderators, and whoever pays. In each as many numbers as the column has names.
  func glanceBurdens(_ policy: StudyFolder.Policy) -> [[DifferenceRow?]] {
    let one = { (outcome: String) in study.difference(policy.name, outcome) }
    return [
      [one(OutcomeName.unwantedContactsElsewhere), derived(policy, Self.hoursHere, hoursHere)],
      [derived(policy, Self.atTheGate, atTheGate), derived(policy, Self.hindered, hindered)],
      [one("wrongful_sanctions")],
      [one("moderation_hours")], [one("cost")],
    ]
  }

  private static let minors = AgeBand.allCases.filter { $0 != .adult }.map(\.name)
  /// As in the tables: a twelfth of a year of 365.25 days.
  private static let daysOfMonth = 30.4375

  private static let hoursHere = Column(
    name: "minors_hours_here", unit: "h per 1,000 minors and month",
    meaning: "Hours of minors on the platform.", better: .neither, role: .burden)
  private static let atTheGate = Column(
    name: "adults_at_the_gate", unit: "share",
    meaning: "Share of ordinary adults' knocks that ended at a gate, refused or given up.",
    better: .lower, role: .burden)

  private static let hindered = Column(
    name: "benign_contacts_hindered", unit: "per 1,000 people and month",
    meaning: "Harmless first contacts that a rule stopped, slowed or hid.", better: .lower,
    role: .burden)

  /// Run by run, hours of minors on the platform: what they lose of it, wherever else they may go.
  private func hoursHere(_ scenario: String) -> [Double] {
    let people = sum(scenario, Self.minors.map { "people_" + $0 })
    let hours = sum(scenario, Self.minors.map { "hours_" + $0 })
    let days = study.runs.values(scenario, "observed_d")
    return hours.indices.map { run in
      let months = people[run] * days[run] / Self.daysOfMonth
      return months > 0 ? hours[run] * 1_000 / months : .nan
    }
  }

  private func atTheGate(_ scenario: String) -> [Double] {
    sum(scenario, ["adults_refused", "adults_dropped_out"])
  }

  private func hindered(_ scenario: String) -> [Double] {
    sum(scenario, ["blocked", "slowed", "hidden"].map { "benign_contacts_" + $0 })
  }

  private func sum(_ scenario: String, _ columns: [String]) -> [Double] {
    let all = columns.map { study.runs.values(scenario, $0) }
    return (all.first ?? []).indices.map { run in all.reduce(0) { $0 + $1[run] } }
  }

  /// A number that no table has: medians don't add up, so that it is summed run by run.
  private func derived(
    _ policy: StudyFolder.Policy, _ column: Column, _ values: (String) -> [Double]
  ) -> DifferenceRow? {
    guard let reference = study.reference else { return nil }
    let stopped = [policy.name, reference.name].map { study.runs.stopped[$0] ?? [] }
    let lost = study.provenance.draws > 1 ? stopped[0].union(stopped[1]) : []
    func draws(_ scenario: String) -> DrawValues {
      study.draws(of: values(scenario), stopped: lost)
    }
    return Differences.row(
      column, values: draws(policy.name), reference: draws(reference.name),
      names: (reference.name, policy.name), level: 0.95, lost: lost.count)
  }
}

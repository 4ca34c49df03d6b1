import Experiment
import Simulation

/// The naive answer beside the full one: policies that a study compares twice, with all feedbacks against
/// the platform with all, and without any against the platform without any.
public struct NaiveTable: Sendable {
  /// Two answers that lie as near are told as one.
  private static let little = 0.02
  /// What is added to a policy's name where no feedback acts.
  static let ending = "-naive"
  private let table: PolicyTable
  /// Policies that have both answers, in the order of the file.
  private let policies: [String]

  /// Nil where no policy has both answers.
  public init?(_ table: PolicyTable) {
    self.table = table
    policies = table.scenarios.filter { table.scenarios.contains($0 + Self.ending) }
    if policies.isEmpty { return nil }
  }

  /// Each policy's full answer, then its naive one: net, on the platform, at rivals, in private.
  ///
  /// - Parameter label: What a scenario is called for readers.
  public func markdown(label: (String) -> String) -> String {
    let rows = policies.flatMap { policy in
      [(label(policy), policy), (label(policy + Self.ending), policy + Self.ending)]
    }
    return PolicyTable.markdown(
      rows: rows,
      columns: [
        ("net", { table.change($0, OutcomeName.unwantedContacts) }),
        ("fewer in", { table.share($0, OutcomeName.unwantedContacts) }),
        ("on the platform", { table.change($0, OutcomeName.unwantedContactsHere) }),
        ("at rivals", { table.change($0, OutcomeName.unwantedContactsElsewhere) }),
        ("in private", { table.change($0, OutcomeName.unwantedContactsPrivate) }),
        ("serious harm, net", { table.change($0, OutcomeName.seriousHarm) }),
        ("the full answer", verdict),
      ])
  }

  /// What the feedbacks do to the answer; of a naive one nothing is said.
  private func verdict(_ scenario: String) -> String {
    guard policies.contains(scenario),
      let full = table.ratio(scenario, OutcomeName.unwantedContacts)?.estimate,
      let naive = table.ratio(scenario + Self.ending, OutcomeName.unwantedContacts)?.estimate
    else { return "" }
    if abs(full - naive) < Self.little { return "hardly differs" }
    if full * naive < 0 { return "turns the sign" }
    return abs(full) < abs(naive) ? "is smaller" : "is greater"
  }

  /// The chart of the net effect: the full answer, and the naive one.
  ///
  /// - Parameter label: What a scenario is called for readers.
  public func chart(label: (String) -> String) -> IntervalChart {
    table.chart(
      "Unwanted sexual contacts to minors over all venues: the full answer and the naive one",
      series: ["all feedbacks", "none"],
      rows: policies.map { policy in
        IntervalChart.Row(
          label(policy),
          [policy, policy + Self.ending].map { table.ratio($0, OutcomeName.unwantedContacts) })
      })
  }
}

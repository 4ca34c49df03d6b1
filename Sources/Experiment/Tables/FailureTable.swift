/// failures.csv: why runs didn't reach their end; there only if some didn't.
enum FailureTable {
  static let width = fields.count

  static func table(_ runs: [FinishedRun], plan: Plan) -> Table? {
    let rows: [[Cell]] = runs.compactMap { finished in
      finished.outcome.message.map { message in
        [
          .index(finished.run.id), .text(plan.scenarios[finished.run.scenario].name),
          .index(finished.run.replicate), .text(finished.outcome.status), .text(message),
        ]
      }
    }
    if rows.isEmpty { return nil }
    return Table(
      name: "failures", description: "One row per run that didn't reach its end.",
      fields: fields, key: ["run_id"], links: [Table.Link(field: "run_id", table: "runs")],
      rows: rows)
  }

  /// A run read from runs.csv with its message again.
  static func restored(_ finished: FinishedRun, _ message: String?) -> FinishedRun {
    guard let message else { return finished }
    switch finished.outcome {
    case .ok: return finished
    case .failed: return FinishedRun(run: finished.run, outcome: .failed(message))
    case .stopped: return FinishedRun(run: finished.run, outcome: .stopped(message))
    }
  }

  private static let fields = [
    Field("run_id", .integer, "Number of the run.", required: true, unique: true, minimum: 1),
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field("replicate", .integer, "Number of the replicate.", required: true, minimum: 1),
    Field("status", .text, "How it ended.", required: true, allowed: ["failed", "stopped"]),
    Field("message", .text, "What the run said."),
  ]
}

/// failures.csv: why runs didn't reach their end; there only if some didn't.
enum FailureTable {
  static let file = "failures.csv"

  static func table(_ failures: [FinishedRun], plan: Plan) -> Table? {
    if failures.isEmpty { return nil }
    let rows: [[Cell]] = failures.map { finished in
      [
        .index(finished.run.id), .text(plan.scenarios[finished.run.scenario].name),
        .index(finished.run.draw), .index(finished.run.replicate),
        .text(finished.outcome.status), .text(finished.outcome.message ?? ""),
      ]
    }
    return Table(
      name: "failures", description: "One row per run that didn't reach its end.",
      fields: fields, key: ["run_id"], links: [Table.Link(field: "run_id", table: "runs")],
      rows: rows)
  }

  /// The runs that a failures.csv of this plan tells of.
  static func failures(of bytes: [UInt8], plan: Plan) -> [FinishedRun]? {
    let names = fields.map(\.name), runs = plan.runs
    guard let rows = try? NamedRows(bytes, table: file, columns: names) else { return nil }
    return rows.indices.compactMap { row in
      guard let id = rows.whole(row, "run_id"), runs.indices.contains(id - 1) else { return nil }
      let message = rows.text(row, "message")
      return FinishedRun(
        run: runs[id - 1],
        outcome: rows.text(row, "status") == "failed" ? .failed(message) : .stopped(message))
    }
  }

  private static let fields = [
    Field("run_id", .integer, "Number of the run.", required: true, unique: true, minimum: 1),
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field("draw", .integer, "Number of the draw.", required: true, minimum: 1),
    Field("replicate", .integer, "Number of the replicate.", required: true, minimum: 1),
    Field("status", .text, "How it ended.", required: true, allowed: ["failed", "stopped"]),
    Field("message", .text, "What the run said."),
  ]
}

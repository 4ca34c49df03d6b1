import Simulation

/// plan.csv: one row per run, written before the first run.
public enum PlanTable {
  static let file = "plan.csv"

  /// The columns that name a run, here and in runs.csv.
  static let runFields = [
    Field("run_id", .integer, "Number of the run.", required: true, unique: true, minimum: 1),
    UncertaintyFields.point,
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field(
      "draw", .integer,
      "Number of the draw: the same number means the same values of the uncertain parameters.",
      required: true, minimum: 1),
    Field(
      "replicate", .integer,
      "Number of the replicate in its draw; the same draw and replicate mean the same random "
        + "streams in every scenario.",
      required: true, minimum: 1),
    Field("seed", .integer, "Seed of the study.", required: true, minimum: 0),
    Field(
      "run_key", .text,
      "First twelve hexadecimal digits of the SHA-256 of all that the run depends on.",
      required: true),
  ]

  /// The table's description, without rows.
  static let table = Table(
    name: "plan", description: "What was to be run, fixed before the first run.",
    fields: runFields + [
      Field("study", .text, "Name of the study.", required: true),
      Field("model_version", .text, "Version of the model.", required: true),
    ], key: ["run_id"])

  /// The cells that name a run.
  static func naming(_ run: PlannedRun, key: RunKey, plan: Plan) -> [Cell] {
    [
      .index(run.id), .index(run.point), .text(plan.scenarios[run.scenario].name),
      .index(run.draw), .index(run.replicate), .count(plan.seed), .text("k" + key.description),
    ]
  }

  /// The row of a run.
  static func row(_ run: PlannedRun, key: RunKey, plan: Plan) -> [Cell] {
    naming(run, key: key, plan: plan) + [.text(plan.study), .text(plan.modelVersion)]
  }

  /// Why the runs of a plan can't stand in a folder; empty where they can.
  ///
  /// - Parameter beginning: The first bytes of the folder's plan.csv, its first row among them.
  static func differences(between beginning: [UInt8], and plan: Plan) -> [String] {
    let lines = beginning.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
    let first = Array(lines.prefix(2).joined(separator: [10]))
    let rows = try? NamedRows(first, table: file, columns: table.fields.map(\.name))
    guard lines.count > 2, let rows, rows.columns.count == table.fields.count,
      rows.indices.count == 1
    else { return ["plan.csv there isn't a plan of this version, or is damaged"] }
    let short = { (text: String) in String(text.prefix(12)) }
    let facts = [
      ("study", rows.text(0, "study"), plan.study),
      ("seed", rows.text(0, "seed"), String(plan.seed)),
      ("model version", short(rows.text(0, "model_version")), short(plan.modelVersion)),
    ]
    return facts.compactMap { name, there, here in
      guard there != here else { return nil }
      let words = "\(name) \(there) there, \(here) asked for"
      return name == "model version"
        ? words + " (runs of two models can't stand in one study)" : words
    }
  }
}

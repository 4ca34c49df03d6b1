import Simulation

/// plan.csv: one row per run, written before the first run, and what tells one plan from another.
public enum PlanTable {
  /// The columns that name a run, here and in runs.csv.
  static let runFields = [
    Field("run_id", .integer, "Number of the run.", required: true, unique: true, minimum: 1),
    Field(
      "point_id", .integer, "Setting of the varied parameters.", required: true, minimum: 1),
    Field("scenario", .text, "Name of the scenario.", required: true),
    Field(
      "replicate", .integer,
      "Number of the replicate; the same number means the same random streams in every scenario.",
      required: true, minimum: 1),
    Field("seed", .integer, "Seed of the study.", required: true, minimum: 0),
  ]

  /// The table of a plan.
  public static func table(_ plan: Plan) -> Table {
    let digests = plan.scenarios.map { SHA256.hex($0.text) }
    let outcomes = Plan.digest(of: [String(plan.columns.count)] + names(plan))
    let fields =
      runFields + [
        Field(
          "scenario_sha256", .text, "SHA-256 of the scenario with every value written out.",
          required: true),
        Field(
          "outcomes_sha256", .text, "SHA-256 of the names of outcomes and drawn parameters.",
          required: true),
        Field("model_version", .text, "Version of the model.", required: true),
        Field("plan_sha256", .text, "SHA-256 of the whole plan.", required: true),
      ]
    let rows: [[Cell]] = plan.runs.map { run in
      [
        .index(run.id), .index(run.point), .text(plan.scenarios[run.scenario].name),
        .index(run.replicate), .count(plan.seed), .text(digests[run.scenario]), .text(outcomes),
        .text(plan.modelVersion), .text(plan.digest),
      ]
    }
    return Table(
      name: "plan", description: "What was to be run, fixed before the first run.",
      fields: fields, key: ["run_id"], rows: rows)
  }

  /// What differs between the plan in a folder and another one, in words; empty if nothing does.
  ///
  /// - Parameters:
  ///   - bytes: The folder's plan.csv.
  ///   - values: What a scenario of that name says differently, where that is known.
  static func differences(
    between bytes: [UInt8], and plan: Plan, values: (String) -> String = { _ in "" }
  ) -> [String] {
    let table = table(plan)
    let text = table.csv
    if Array(text.utf8) == bytes { return [] }
    guard let there = try? CSV.rows(of: bytes), let here = try? CSV.rows(of: Array(text.utf8)),
      there.first == table.fields.map(\.name), there.count > 1,
      there.allSatisfy({ $0.count == table.fields.count })
    else { return ["plan.csv there isn't a plan of this version, or is damaged"] }
    let found = facts(there).compactMap { name, old -> String? in
      let new = facts(here).first { $0.name == name }?.value ?? ""
      let words = "\(name) \(old) there, \(new) asked for"
      return old == new ? nil : words + (reasons[name].map { " (\($0))" } ?? "")
    }
    let changed = changedScenarios(there, here).map { name in
      let changes = values(name)
      return "scenario '\(name)' has other values" + (changes.isEmpty ? "" : " (\(changes))")
    }
    let all = found + changed
    return all.isEmpty ? ["the order of the runs, or the reference"] : all
  }

  private static let reasons = [
    "model version": "runs of two models can't stand in one study",
    "replicates": "a study can't be given more replicates later yet",
  ]

  private static func names(_ plan: Plan) -> [String] { plan.columns.map(\.name) + plan.drawn }

  /// What a plan's rows say once for all of them, in a fixed order.
  private static func facts(_ rows: [[String]]) -> [(name: String, value: String)] {
    let last = rows.last ?? []
    let outcomes = last[6].prefix(12)
    let scenarios = scenarioDigests(rows).map(\.name).joined(separator: ", ")
    return [
      ("model version", String(last[7].prefix(12))), ("seed", last[4]), ("replicates", last[3]),
      ("scenarios", scenarios), ("outcomes", String(outcomes)),
    ]
  }

  private static func changedScenarios(_ there: [[String]], _ here: [[String]]) -> [String] {
    let new = scenarioDigests(here)
    return scenarioDigests(there).compactMap { old in
      guard let same = new.first(where: { $0.name == old.name }), same.digest != old.digest else {
        return nil
      }
      return old.name
    }
  }

  /// The scenarios of the first replicate, which has them all.
  private static func scenarioDigests(_ rows: [[String]]) -> [(name: String, digest: String)] {
    rows.dropFirst().prefix { $0[3] == "1" }.map { ($0[2], $0[5]) }
  }
}

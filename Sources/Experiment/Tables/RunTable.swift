import Simulation

/// runs.csv: its columns, its rows, and the way back.
public enum RunTable {
  static let leading = ["run_id", "point_id", "scenario", "replicate", "seed"]
  static let middle = ["status", "observed_d"]
  static let trailing = ["events", "represented_events", "run_hash"]

  /// The table of all runs, in the order of `runs`.
  ///
  /// A run that didn't reach its end has a row with empty cells after its status.
  public static func table(_ runs: [FinishedRun], plan: Plan, units: [String: String]) -> Table {
    Table(
      name: "runs", description: "One row per run.", fields: fields(plan, units: units),
      key: ["run_id"], links: [Table.Link(field: "run_id", table: "plan")],
      rows: runs.map { row($0, plan: plan) })
  }

  /// The runs that a table holds, which the text of every finite number gives back exactly.
  ///
  /// Messages aren't in this table: they come back empty.
  ///
  /// - Returns: nil where the rows aren't this plan's.
  public static func runs(of rows: [[String]], plan: Plan) -> [FinishedRun]? {
    let header = leading + plan.drawn + middle + plan.columns.map(\.name) + trailing
    guard rows.first == header, rows.count == plan.count + 1 else { return nil }
    var finished: [FinishedRun] = []
    for (run, row) in zip(plan.runs, rows.dropFirst()) {
      guard row.count == header.count, row[0] == String(run.id),
        let outcome = outcome(of: row, plan: plan)
      else { return nil }
      finished.append(FinishedRun(run: run, outcome: outcome))
    }
    return finished
  }

  private static func row(_ finished: FinishedRun, plan: Plan) -> [Cell] {
    let run = finished.run
    let record = finished.outcome.record
    var cells: [Cell] = [.index(run.id), .index(run.point)]
    cells += [.text(plan.scenarios[run.scenario].name), .index(run.replicate), .count(plan.seed)]
    cells += plan.drawn.indices.map { .optional(record?.drawn[$0]) }
    cells += [.text(finished.outcome.status), .optional(record?.observedDays)]
    cells += plan.columns.indices.map { .optional(record?.values[$0]) }
    guard let record else { return cells + [.empty, .empty, .empty] }
    let hash = "h" + hexadecimal(record.hash, digits: 16)
    return cells + [.count(record.events), .count(record.represented), .text(hash)]
  }

  private static func outcome(of row: [String], plan: Plan) -> RunOutcome? {
    let status = leading.count + plan.drawn.count
    switch row[status] {
    case "failed": return .failed("")
    case "stopped": return .stopped("")
    case "ok": break
    default: return nil
    }
    let first = status + middle.count
    let end = first + plan.columns.count
    let drawn = numbers(row[leading.count..<status])
    let values = numbers(row[first..<end])
    guard drawn.count == plan.drawn.count, values.count == plan.columns.count,
      let days = Double(row[status + 1]), let events = UInt64(row[end]),
      let represented = UInt64(row[end + 1]), let hash = UInt64(row[end + 2].dropFirst(), radix: 16)
    else { return nil }
    return .ok(
      RunRecord(
        values: values, drawn: drawn, observedDays: days, events: events,
        represented: represented, hash: hash))
  }

  /// Numbers of cells, empty ones undefined; words are left out, so that the count tells.
  private static func numbers(_ cells: ArraySlice<String>) -> [Double] {
    cells.compactMap { $0.isEmpty ? Double.nan : Double($0) }
  }

  private static func fields(_ plan: Plan, units: [String: String]) -> [Field] {
    var fields = PlanTable.runFields
    for name in plan.drawn {
      fields.append(
        Field(
          name, .number, unit: units[name] ?? "",
          "Uncertain parameter, drawn once per replicate and shared by all scenarios; of words "
            + "the position in the list of its choice, from 0."))
    }
    fields += [
      Field(
        "status", .text, "How the run ended.", required: true,
        allowed: ["ok", "failed", "stopped"]),
      Field("observed_d", .number, unit: "days", "Length of the observation window.", minimum: 0),
    ]
    for column in plan.columns {
      fields.append(Field(column.name, .number, unit: column.unit, column.meaning))
    }
    return fields + [
      Field("events", .integer, unit: "events", "Events dispatched and hashed.", minimum: 0),
      Field(
        "represented_events", .integer, unit: "events",
        "Events that stand behind those, written out one by one.", minimum: 0),
      Field("run_hash", .text, "Hash of the stream of events: h and 16 hexadecimal digits."),
    ]
  }
}

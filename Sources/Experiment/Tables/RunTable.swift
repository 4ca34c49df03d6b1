import Simulation

/// runs.csv: one row per run, written one after the other.
enum RunTable {
  static let file = "runs.csv"
  static let leading = PlanTable.runFields.map(\.name)
  static let middle = ["status", "observed_d"]
  static let trailing = ["events", "represented_events", "run_hash"]

  /// The table's description, without rows.
  ///
  /// - Parameter units: Units of the drawn columns, by name.
  static func table(_ plan: Plan, units: [String: String]) -> Table {
    Table(
      name: "runs", description: "One row per run.", fields: fields(plan, units: units),
      key: ["run_id"], links: [Table.Link(field: "run_id", table: "plan")])
  }

  /// The row of a settled run; one that didn't reach its end has empty cells after its status.
  ///
  /// - Parameter drawn: The drawn parameters in the plan's order; NaN where its scenario has none.
  static func row(_ finished: FinishedRun, drawn: [Double], key: RunKey, plan: Plan) -> [Cell] {
    let record = finished.outcome.record
    var cells = PlanTable.naming(finished.run, key: key, plan: plan)
    cells += drawn.map(Cell.number)
    cells += [.text(finished.outcome.status), .optional(record?.observedDays)]
    cells += plan.columns.indices.map { .optional(record?.values[$0]) }
    guard let record else { return cells + [.empty, .empty, .empty] }
    let hash = "h" + hexadecimal(record.hash, digits: 16)
    return cells + [.count(record.events), .count(record.represented), .text(hash)]
  }

  private static func fields(_ plan: Plan, units: [String: String]) -> [Field] {
    var fields = PlanTable.runFields
    for name in plan.drawn {
      fields.append(
        Field(
          name, .number, unit: units[name] ?? "",
          "Uncertain parameter, drawn once per draw and shared by all scenarios; of words "
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

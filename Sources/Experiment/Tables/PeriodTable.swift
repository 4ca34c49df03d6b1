import Simulation

/// periods.csv: the outcomes of each run by period; there only where a window holds a named period.
enum PeriodTable {
  static let file = "periods.csv"

  /// The table's description, without rows.
  static func table(_ plan: Plan) -> Table {
    Table(
      name: "periods", description: "One row per run and period of its window.",
      fields: PlanTable.runFields.map { field in
        // A run has several rows here.
        Field(
          field.name, field.kind, field.description, required: true, minimum: field.minimum)
      } + [UncertaintyFields.period]
        + plan.columns.map { Field($0.name, .number, unit: $0.unit, $0.meaning) },
      key: ["run_id", "period"], links: [Table.Link(field: "run_id", table: "runs")])
  }

  /// The rows of a settled run; none where it has no named period.
  static func rows(_ finished: FinishedRun, key: RunKey, plan: Plan) -> [[Cell]] {
    guard let record = finished.outcome.record, !record.otherPeriods.isEmpty else { return [] }
    let naming = PlanTable.naming(finished.run, key: key, plan: plan)
    return record.periods.map { period in
      naming + [.text(period.period.rawValue)] + period.values.map(Cell.number)
    }
  }
}

import Simulation

/// timeseries.csv: the course of each run, one row per run and period.
///
/// Written run by run, since thousands of courses would not fit memory.
enum SeriesTable {
  static let file = "timeseries.csv"

  /// The table's description, without rows.
  static let table = Table(
    name: "timeseries", description: "One row per run and period of its window.", fields: fields,
    key: ["run_id", "period"], links: [Table.Link(field: "run_id", table: "runs")])

  /// The rows of one run; none where it has no course.
  static func rows(_ finished: FinishedRun, plan: Plan) -> [[Cell]] {
    guard let series = finished.outcome.record?.series else { return [] }
    let run = finished.run
    return (0..<series.periods).map { period in
      let from = series.start + Double(period) * series.length
      let named: [Cell] = [
        .index(run.id), .text(plan.scenarios[run.scenario].name), .index(run.draw),
        .index(run.replicate), .index(period + 1), .number(from), .number(series.length),
      ]
      return named + series.values(of: period).map(Cell.number)
    }
  }

  private static let fields =
    [
      Field("run_id", .integer, "Number of the run.", required: true, minimum: 1),
      Field("scenario", .text, "Name of the scenario.", required: true),
      Field("draw", .integer, "Number of the draw.", required: true, minimum: 1),
      Field("replicate", .integer, "Number of the replicate.", required: true, minimum: 1),
      Field("period", .integer, "Number of the period.", required: true, minimum: 1),
      Field(
        "from_h", .number, unit: "h",
        "Beginning of the period, since the run began at midnight of its first day.",
        required: true),
      Field("length_h", .number, unit: "h", "Length of the period.", required: true),
    ]
    + SeriesRecord.columns.map {
      Field($0.name, .number, unit: $0.unit, $0.meaning, required: true)
    }
}

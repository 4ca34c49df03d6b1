import Experiment
import Simulation

/// A finished study as one JSON object: summary and differences.
struct StudyJSON {
  let plan: Plan
  let results: Study.Results
  let folder: String
  /// What must be heard besides the warnings of the results.
  var warnings: [String] = []
  /// The file of events, if one was asked for.
  var events: String?

  var text: String {
    var members: [JSON.Member] = [
      .init("study", .string(plan.study)), .init("folder", .string(folder)),
    ]
    if let events { members.append(.init("events", .string(events))) }
    members += [
      .init("seed", .count(plan.seed)), .init("draws", .count(UInt64(plan.draws))),
      .init("replicates", .count(UInt64(plan.replicates))),
      .init("failed_runs", .count(UInt64(results.failures.count))),
      .init("warnings", .array((warnings + results.warnings).map { .string($0) })),
      .init("act_on_nothing", .array(results.idle.map { .string($0) })),
      .init("summary", .array(results.summary.map(summary))),
      .init("differences", .array(results.differences.map(difference))),
      .init("note", .string("Results of the model's assumptions, not a forecast.")),
    ]
    return JSON.object(members).text
  }

  private func summary(_ row: SummaryRow) -> JSON {
    .object([
      .init("scenario", .string(row.scenario)), .init("outcome", .string(row.column.name)),
      .init("unit", .string(row.column.unit)), .init("n", .count(UInt64(row.count))),
      .init("mean", .number(row.mean ?? .nan)),
      .init("ci_low", .number(row.interval?.low ?? .nan)),
      .init("ci_high", .number(row.interval?.high ?? .nan)),
      .init("ci_kind", .string(row.kind.rawValue)),
    ])
  }

  private func difference(_ row: DifferenceRow) -> JSON {
    .object([
      .init("baseline", .string(row.baseline)), .init("scenario", .string(row.scenario)),
      .init("outcome", .string(row.column.name)), .init("unit", .string(row.column.unit)),
      .init("pairs", .count(UInt64(row.pairs))), .init("diff", .number(row.difference ?? .nan)),
      .init("diff_ci_low", .number(row.interval?.low ?? .nan)),
      .init("diff_ci_high", .number(row.interval?.high ?? .nan)),
      .init("ratio", .number(row.ratioEstimate ?? .nan)),
      .init("ratio_ci_low", .number(row.ratio?.low ?? .nan)),
      .init("ratio_ci_high", .number(row.ratio?.high ?? .nan)),
      .init("ci_kind", .string(row.kind.rawValue)), .init("simultaneous", .flag(row.simultaneous)),
    ])
  }
}

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
    let found = row.estimate
    return .object([
      .init("scenario", .string(row.scenario)), .init("period", .string(row.period.rawValue)),
      .init("outcome", .string(row.column.name)), .init("unit", .string(row.column.unit)),
      .init("draws", .count(UInt64(found?.draws ?? 0))), .init("median", number(found?.median)),
      .init("mean", number(found?.mean)), .init("ui_low", number(found?.ui?.low)),
      .init("ui_high", number(found?.ui?.high)), .init("ui_method", method(found?.ui)),
      .init("mc_low", number(found?.mc?.low)), .init("mc_high", number(found?.mc?.high)),
    ])
  }

  private func difference(_ row: DifferenceRow) -> JSON {
    let found = row.estimate, mc = found?.mc ?? found?.diffMC
    return .object([
      .init("baseline", .string(row.baseline)), .init("scenario", .string(row.scenario)),
      .init("period", .string(row.period.rawValue)), .init("outcome", .string(row.column.name)),
      .init("unit", .string(row.column.unit)), .init("draws", .count(UInt64(found?.draws ?? 0))),
      .init("pairs", .count(UInt64(row.pairs))), .init("diff_median", number(found?.diffMedian)),
      .init("diff_ui_low", number(found?.diffUI?.low)),
      .init("diff_ui_high", number(found?.diffUI?.high)),
      .init("ratio_median", number(found?.ratioMedian)),
      .init("ratio_ui_low", number(found?.ratioUI?.low)),
      .init("ratio_ui_high", number(found?.ratioUI?.high)),
      .init("ui_method", method(found?.ratioUI ?? found?.diffUI)),
      .init("mc_low", number(mc?.low)), .init("mc_high", number(mc?.high)),
      .init("p_less", number(found?.pLess)), .init("clear", .flag(row.isClear)),
      .init("simultaneous", .flag(row.simultaneous)),
    ])
  }

  private func number(_ value: Double?) -> JSON { .number(value ?? .nan) }

  private func method(_ limits: UncertaintyInterval?) -> JSON {
    limits.map { .string($0.method.rawValue) } ?? .number(.nan)
  }
}

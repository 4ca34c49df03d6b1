import Simulation

/// Finished runs by scenario and replicate.
struct Replicates {
  /// For each scenario, one record for each replicate; nil where a run didn't reach its end.
  private var records: [[RunRecord?]]

  init(_ runs: [FinishedRun], plan: Plan) {
    let none = [RunRecord?](repeating: nil, count: plan.replicates)
    records = Array(repeating: none, count: plan.scenarios.count)
    for finished in runs {
      records[finished.run.scenario][finished.run.replicate - 1] = finished.outcome.record
    }
  }

  /// One value for each replicate, in order; NaN where undefined or missing.
  func values(scenario: Int, column: Int) -> [Double] {
    records[scenario].map { $0?.values[column] ?? .nan }
  }

  func record(scenario: Int, replicate: Int) -> RunRecord? {
    records[scenario][replicate - 1]
  }
}

/// Settles every record against the reference scenario's record of the same replicate.
///
/// The reference is settled against itself, and so is everything where there is no reference. Where
/// the reference's run didn't reach its end, what would have to be settled is undefined: all
/// outcomes of that replicate become empty.
func settled(
  _ runs: [FinishedRun], plan: Plan, by settle: (RunRecord, _ reference: RunRecord) -> RunRecord
) -> [FinishedRun] {
  let replicates = Replicates(runs, plan: plan)
  return runs.map { finished in
    guard var record = finished.outcome.record else { return finished }
    let scenario = plan.reference ?? finished.run.scenario
    if let reference = replicates.record(scenario: scenario, replicate: finished.run.replicate) {
      record = settle(record, reference)
    } else {
      record.values = record.values.map { _ in .nan }
    }
    if let problem = plan.problem(in: record) {
      return FinishedRun(run: finished.run, outcome: .failed("after settling: " + problem))
    }
    return FinishedRun(run: finished.run, outcome: .ok(record))
  }
}

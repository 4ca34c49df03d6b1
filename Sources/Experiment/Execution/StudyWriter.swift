import Simulation

/// Writes the tables of a study whose runs are all there: the only writer of tables.
///
/// Memory holds one run at a time for the tables of runs, and the values of two scenarios at a time
/// for what is said about them.
struct StudyWriter {
  let study: Study
  let output: OutputFolder
  private var settled: SettledRuns
  private var failures: [FinishedRun] = []
  private var sameness: Sameness

  init(_ study: Study, _ store: RecordStore, to output: OutputFolder) {
    (self.study, self.output) = (study, output)
    settled = SettledRuns(study, store)
    sameness = Sameness(study.plan)
  }

  private var plan: Plan { study.plan }

  /// Writes every table, then datapackage.json.
  ///
  /// - Throws: `DiskError`.
  mutating func write() throws -> Study.Results {
    let plan = plan
    let runs = RunTable.table(plan, units: study.units)
    let runSeal = try writeRuns(runs)
    let seriesSeal = try writeRows(of: SeriesTable.table) { finished, _ in
      (finished.outcome.record?.series).map { SeriesTable.rows($0, of: finished.run, plan: plan) }
    }
    let periods = PeriodTable.table(plan)
    let periodSeal = try writeRows(of: periods) { finished, key in
      PeriodTable.rows(finished, key: key, plan: plan)
    }
    var (summary, differences): ([SummaryRow], [DifferenceRow]) = ([], [])
    try compare(&summary, &differences)
    let results = Study.Results(
      runs: plan.count, failures: failures, summary: summary, differences: differences,
      warnings: Differences.warnings(differences), idle: sameness.idle)
    var tables = [(PlanTable.table, try Disk.seal(output.path + "/" + PlanTable.file) ?? Seal(""))]
    tables.append((runs, runSeal))
    var rest = [FailureTable.table(failures, plan: plan)].compactMap { $0 }
    rest.append(Summary.table(summary))
    if plan.isComparison { rest.append(Differences.table(differences)) }
    rest.append(ParameterRow.table(study.parameters))
    for table in rest { tables.append((table, try output.write(table))) }
    if let periodSeal { tables.append((periods, periodSeal)) }
    if let seriesSeal { tables.append((SeriesTable.table, seriesSeal)) }
    let package = DataPackage(
      plan: plan, command: study.command, level: study.level, simultaneous: study.simultaneous,
      idle: results.idle)
    try output.finish(tables, study: study.resolved, package: package)
    return results
  }

  private mutating func writeRuns(_ table: Table) throws(DiskError) -> Seal {
    var rows = self
    let seal = try output.write(table) { stream throws(DiskError) in
      for index in rows.study.keys.indices {
        let finished = try rows.settled.run(at: index), run = finished.run
        if finished.outcome.record == nil { rows.failures.append(finished) }
        rows.sameness.note(
          finished, reference: try rows.settled.reference(of: run)?.record?.hash)
        let key = rows.study.keys[index], drawn = rows.study.drawn(finished)
        try stream.add(RunTable.row(finished, drawn: drawn, key: key, plan: rows.plan))
      }
    }
    self = rows
    return seal
  }

  /// A table with several rows for each run, or none; nil where no run has any.
  private mutating func writeRows(
    of table: Table, _ made: (FinishedRun, RunKey) -> [[Cell]]?
  ) throws(DiskError) -> Seal? {
    var rows = 0, runs = settled
    let keys = study.keys
    let seal = try output.write(table) { stream throws(DiskError) in
      for index in keys.indices {
        let finished = try runs.run(at: index)
        for row in made(finished, keys[index]) ?? [] { try stream.add(row) }
      }
      rows = stream.rows
    }
    return rows > 0 ? seal : nil
  }

  /// Summary and differences, scenario by scenario, in each period by period.
  private mutating func compare(
    _ summary: inout [SummaryRow], _ differences: inout [DifferenceRow]
  ) throws(DiskError) {
    var bases: (scenario: Int, periods: [(period: Period, runs: Replicates)]) = (-1, [])
    for (scenario, planned) in plan.scenarios.enumerated() {
      let own = try settled.replicates(of: scenario)
      for (period, runs) in own {
        summary += Summary.rows(
          runs, scenario: scenario, period: period, plan: plan, level: study.level)
      }
      guard let other = planned.reference else { continue }
      if other == scenario {
        bases = (scenario, own)
        continue
      }
      if bases.scenario != other { bases = (other, try settled.replicates(of: other)) }
      for (period, runs) in own {
        // A period is compared where both sides have it.
        guard let base = bases.periods.first(where: { $0.period == period }) else { continue }
        differences += Differences.rows(
          runs, against: base.runs, scenario: scenario, period: period, plan: plan,
          level: study.level, simultaneous: study.simultaneous)
      }
    }
  }
}

/// Finds policies whose runs have all the reference's events: they act on nothing.
private struct Sameness {
  private let plan: Plan
  private var common: [Int], differ: [Bool]

  init(_ plan: Plan) {
    self.plan = plan
    common = Array(repeating: 0, count: plan.scenarios.count)
    differ = Array(repeating: false, count: plan.scenarios.count)
  }

  mutating func note(_ finished: FinishedRun, reference: UInt64?) {
    guard let own = finished.outcome.record?.hash, let reference else { return }
    common[finished.run.scenario] += 1
    if own != reference { differ[finished.run.scenario] = true }
  }

  /// Their names, in the order of the plan.
  var idle: [String] {
    plan.scenarios.indices.filter { scenario in
      let reference = plan.scenarios[scenario].reference
      return reference != nil && reference != scenario && common[scenario] > 0
        && !differ[scenario]
    }.map { plan.scenarios[$0].name }
  }
}

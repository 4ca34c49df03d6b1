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
  /// Of a comparison alone: of a sweep it would be as much as its runs.
  private var drivers: DriverData?
  /// Of samples alone.
  private var sensitivity: SensitivityData?
  /// Of a study with a conclusion of its own.
  private var levels: DrawLevels?

  init(_ study: Study, _ store: RecordStore, to output: OutputFolder) {
    (self.study, self.output) = (study, output)
    settled = SettledRuns(study, store)
    sameness = Sameness(study.plan)
    if let conclusion = study.conclusion {
      levels = DrawLevels(study.plan, outcomes: conclusion.outcomes)
    } else if !study.samples.isEmpty {
      sensitivity = SensitivityData(study.plan, study.samples, outcomes: study.tabled)
    } else if !study.plan.isSweep {
      drivers = DriverData(study.plan)
    }
  }

  private var plan: Plan { study.plan }

  /// Writes every table, then datapackage.json.
  ///
  /// - Throws: `DiskError`.
  mutating func write() throws -> Study.Results {
    let written = try writeRuns()
    var found = Findings()
    if let sensitivity {
      found.sensitivities = sensitivity.rows(level: study.level)
    } else if levels == nil {
      found = try compare()
      found.ranking = drivers?.ranking(level: study.level) ?? []
    }
    let results = Study.Results(
      runs: plan.count, failures: failures, summary: found.summary,
      differences: found.differences, sensitivities: found.sensitivities, levels: levels,
      settlings: found.settlings, ranking: found.ranking,
      warnings: Differences.warnings(found.differences), idle: sameness.idle)
    let planSeal = try Disk.seal(output.path + "/" + PlanTable.file) ?? Seal("")
    var tables = [
      OutputFolder.Written(table: PlanTable.table, seal: planSeal, rows: plan.count), written[0],
    ]
    let about = tablesAbout(found)
    for table in about.tables { tables.append(try output.write(table)) }
    // Not every window holds a named period, and not every model has a course.
    tables += written.dropFirst().filter { $0.rows > 0 }
    let package = DataPackage(
      plan: plan, command: study.command, level: study.level, simultaneous: study.simultaneous,
      idle: results.idle, facts: about.facts)
    try output.finish(tables, study: study.resolved, package: package)
    return results
  }

  /// The tables that follow from those of the runs, in the order of the data package, and what it says
  /// beside them.
  private func tablesAbout(_ found: Findings) -> (tables: [Table], facts: [JSON.Member]) {
    let failed = [FailureTable.table(failures, plan: plan)].compactMap { $0 }
    var facts: [JSON.Member] = [], about: [Table]
    if let levels, let conclusion = study.conclusion {
      (about, facts) = conclusion.made(levels)
    } else if study.samples.isEmpty {
      about = tablesOfComparison(found)
    } else {
      about = [SensitivityTable.table(found.sensitivities)]
    }
    return (failed + about + [ParameterRow.table(study.parameters)] + study.tables, facts)
  }

  private func tablesOfComparison(_ found: Findings) -> [Table] {
    var tables = [Summary.table(found.summary)]
    if plan.isComparison {
      tables.append(Differences.table(found.differences, isSweep: plan.isSweep))
      // Of a sweep differences.csv says whether effects rest.
      if !plan.isSweep, found.settlings.contains(where: { !$0.days.isEmpty }) {
        tables.append(SettlingTables.settling(found.settlings))
        tables.append(SettlingTables.curve(found.settlings))
      }
    }
    tables += [found.warmUp.map(WarmUpTable.table)].compactMap { $0 }
    let driving = drivers?.rows(units: study.units, level: study.level) { scenario, outcome in
      found.differences.first {
        $0.scenario == scenario && $0.column.name == outcome && $0.period == .window
      }?.estimate?.chanceShare
    }
    let information = drivers?.information(units: study.units)
    return tables
      + [
        driving.flatMap(DriverTable.table), RankingTable.table(found.ranking),
        information.flatMap(InformationTable.table),
      ].compactMap { $0 }
  }

  /// runs.csv, periods.csv and timeseries.csv: each record is read once for all three.
  private mutating func writeRuns() throws(DiskError) -> [OutputFolder.Written] {
    var rows = self
    let plan = plan,
      tables = [
        RunTable.table(plan, units: study.units), PeriodTable.table(plan), SeriesTable.table,
      ]
    let written = try output.write(tables) { streams throws(DiskError) in
      for (index, key) in rows.study.keys.enumerated() {
        let finished = try rows.next(index), drawn = rows.study.drawn(finished)
        rows.drivers?.note(finished, drawn: drawn)
        rows.sensitivity?.note(finished)
        rows.levels?.note(finished)
        try streams[0].add(RunTable.row(finished, drawn: drawn, key: key, plan: plan))
        for row in PeriodTable.rows(finished, key: key, plan: plan) { try streams[1].add(row) }
        // Of worlds that are tried for a fit nobody follows the days.
        if rows.levels != nil { continue }
        for row in SeriesTable.rows(finished, plan: plan) { try streams[2].add(row) }
      }
    }
    self = rows
    return written
  }

  /// One run, noted among the failures and with its events' hash.
  private mutating func next(_ index: Int) throws(DiskError) -> FinishedRun {
    let finished = try settled.run(at: index)
    if finished.outcome.record == nil { failures.append(finished) }
    let reference = try settled.reference(of: finished.run)
    sameness.note(finished, reference: reference?.record?.hash)
    return finished
  }

  /// What is said about the scenarios.
  private struct Findings {
    var summary: [SummaryRow] = [], differences: [DifferenceRow] = []
    var sensitivities: [SensitivityRow] = []
    var settlings: [Settling] = [], ranking: [RankingRow] = []
    /// What should be left out of the first reference.
    var warmUp: WarmUp?
  }

  /// Summary and differences, scenario by scenario, in each period by period.
  private mutating func compare() throws(DiskError) -> Findings {
    var found = Findings()
    var base: (scenario: Int, runs: ScenarioRuns)?
    for (scenario, planned) in plan.scenarios.enumerated() {
      let own = try settled.replicates(of: scenario)
      for (period, runs) in own.periods {
        found.summary += Summary.rows(
          runs, scenario: scenario, period: period, plan: plan, level: study.level,
          outcomes: study.tabled)
      }
      guard let other = planned.reference else { continue }
      if other == scenario {
        if base == nil { found.warmUp = WarmUp(own.daily, scenario: planned.name) }
        base = (scenario, own)
        continue
      }
      if base?.scenario != other { base = (other, try settled.replicates(of: other)) }
      if let reference = base?.runs { compare(own, with: reference, scenario, &found) }
    }
    return found
  }

  private func compare(
    _ own: ScenarioRuns, with base: ScenarioRuns, _ scenario: Int, _ found: inout Findings
  ) {
    let reference = plan.scenarios[scenario].reference ?? scenario
    let names = (plan.scenarios[reference].name, plan.scenarios[scenario].name)
    var settlings: [Period: Settling] = [:]
    for (period, limit) in [(Period.window, own.daily.wholeDays), (.followUp, nil)]
    where own.periods.contains(where: { $0.period == period }) {
      let settling = Settling(
        own.daily, against: base.daily, names: names, period: period, limit: limit,
        level: study.level)
      settlings[period] = settling
      found.settlings.append(settling)
    }
    for (period, runs) in own.periods {
      // A period is compared where both sides have it.
      guard let other = base.periods.first(where: { $0.period == period }) else { continue }
      var rows = Differences.rows(
        runs, against: other.runs, scenario: scenario, period: period, plan: plan,
        level: study.level, simultaneous: study.simultaneous, outcomes: study.tabled)
      // What is counted by day are contacts, wherever they are seen: of nothing else can it be told.
      for index in rows.indices where rows[index].column.name == OutcomeWords.headline {
        rows[index].settled = settlings[period]?.isSettled
      }
      found.differences += rows
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

  /// Their names, in the order of the plan; in a sweep of those that do nothing at any point.
  var idle: [String] {
    let compared = plan.scenarios.indices.filter { scenario in
      let reference = plan.scenarios[scenario].reference
      return reference != nil && reference != scenario
    }
    let acting = Set(compared.filter { differ[$0] }.map { plan.scenarios[$0].name })
    let known = Set(compared.filter { common[$0] > 0 }.map { plan.scenarios[$0].name })
    return compared.filter { plan.scenarios[$0].point == 1 }.map { plan.scenarios[$0].name }
      .filter { known.contains($0) && !acting.contains($0) }
  }
}

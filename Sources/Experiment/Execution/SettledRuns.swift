import Simulation

/// The runs of a study as tables show them: each settled against its reference's run of the same draw
/// and replicate.
///
/// The reference is settled against itself, and so is everything where there is no reference. Where
/// the reference's run didn't reach its end, what would have to be settled is undefined: all
/// outcomes become empty. Records are read one at a time; those of the references of one draw and
/// replicate are kept while their policies are read.
struct SettledRuns {
  private let study: Study
  private let store: RecordStore
  /// The references' records of one point, draw and replicate.
  private var kept: [Int: RunOutcome] = [:]
  private var pair: Pair?

  private struct Pair: Equatable {
    let point: Int, draw: Int, replicate: Int
  }

  init(_ study: Study, _ store: RecordStore) { (self.study, self.store) = (study, store) }

  /// One run, by its position in the plan.
  ///
  /// - Throws: `DiskError`.
  mutating func run(at index: Int) throws(DiskError) -> FinishedRun {
    let run = study.plan.runs[index]
    let outcome = try store.outcome(study.keys[index]) ?? .failed("its record is gone")
    return study.settled(run, outcome, reference: try reference(of: run))
  }

  /// The end of the run that one is settled against.
  mutating func reference(of run: PlannedRun) throws(DiskError) -> RunOutcome? {
    let plan = study.plan
    let here = Pair(point: run.point, draw: run.draw, replicate: run.replicate)
    if here != pair { (kept, pair) = ([:], here) }
    let index = plan.reference(of: run)
    if let known = kept[index] { return known }
    let found = try store.outcome(study.keys[index])
    kept[index] = found
    return found
  }

  /// The values of one scenario's runs, by period, and its contacts by day.
  ///
  /// - Throws: `DiskError`.
  mutating func replicates(
    of scenario: Int
  ) throws(DiskError) -> ScenarioRuns {
    let plan = study.plan
    var rows = [[[Double]?]](repeating: [], count: Period.allCases.count)
    var days: [[Double]?] = [], stopped: Set<Int> = []
    var start: Double?, length: Double?
    for draw in 1...plan.draws {
      for replicate in 1...plan.replicates {
        // A scenario with fewer draws has none where others have runs, nor has a draw without echo.
        let index = plan.runs.index(scenario: scenario, draw: draw, replicate: replicate)
        let outcome = try index.map { index throws(DiskError) in try run(at: index).outcome }
        // Of a record no more is kept than what is compared: courses are long.
        let record = outcome?.record
        for (place, period) in Period.allCases.enumerated() {
          rows[place].append(record?.values(of: period))
        }
        days.append(index == nil ? [] : record?.daily)
        (start, length) = (start ?? record?.series?.start, length ?? record?.observedDays)
        if case .stopped? = outcome { stopped.insert(draw) }
      }
    }
    let found = zip(Period.allCases, rows).map { period, rows in
      (period, Replicates(rows: rows, replicates: plan.replicates, stopped: stopped))
    }
    return ScenarioRuns(
      periods: found.filter { $0.0 == .window || !$0.1.isEmpty },
      daily: DailyCounts(
        days, replicates: plan.replicates, start: start ?? 0, length: (length ?? 0) * 24))
  }
}

/// What is kept of one scenario's runs while tables are made.
struct ScenarioRuns {
  /// Periods that some run has, the named ones first.
  let periods: [(period: Period, runs: Replicates)]
  /// Contacts by day.
  let daily: DailyCounts
}

extension Study {
  /// A run as tables show it, settled against its reference's.
  func settled(
    _ run: PlannedRun, _ outcome: RunOutcome, reference: RunOutcome?
  ) -> FinishedRun {
    guard var record = outcome.record else { return FinishedRun(run: run, outcome: outcome) }
    if let reference = reference?.record {
      record = settle(record, reference)
    } else {
      record.values = record.values.map { _ in .nan }
      record.otherPeriods = record.otherPeriods.map {
        PeriodRecord(period: $0.period, values: record.values)
      }
    }
    if let problem = plan.problem(in: record) {
      return FinishedRun(run: run, outcome: .failed("after settling: " + problem))
    }
    return FinishedRun(run: run, outcome: .ok(record))
  }

  /// A run's drawn parameters in the plan's order; NaN where its scenario has none.
  func drawn(_ finished: FinishedRun) -> [Double] {
    let own = finished.outcome.record?.drawn ?? []
    return drawnPlaces[finished.run.scenario % drawnPlaces.count].map { place in
      place.flatMap { own.indices.contains($0) ? own[$0] : nil } ?? .nan
    }
  }
}

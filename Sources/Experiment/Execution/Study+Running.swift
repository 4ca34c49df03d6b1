import Simulation

extension Study {
  /// Makes the runs that are missing, then the tables.
  ///
  /// Runs that failed in an earlier session, or whose records are damaged, are made again; runs that
  /// are the same under two names are made once. The bytes of every table depend on the study alone:
  /// not on threads, sessions, kills, or what was asked of the folder before.
  ///
  /// - Parameter simulate: Makes one run; called on several threads.
  /// - Throws: `FolderProblem` and `DiskError` (exit code 73).
  public func run(
    with replication: Replication,
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord
  ) throws -> Ending {
    if !fresh, let done = try finished() { return .alreadyDone(done) }
    let output = try OutputFolder(folder, plan: plan, fresh: fresh)
    // Again under the lock: another writer may have finished in between.
    if let done = try finished() { return .alreadyDone(done) }
    let missing = missing(in: try RecordStore(output.records))
    try begin(output)
    try make(
      missing, in: output.records, before: plan.count - missing.count, with: replication,
      simulate: simulate)
    let ending = try conclude(output)
    if missing.isEmpty, case .finished(let results) = ending { return .alreadyDone(results) }
    return ending
  }

  /// Writes the tables where every run is there.
  func conclude(_ output: OutputFolder) throws -> Ending {
    let store = try RecordStore(output.records)
    let left = keys.count { !store.contains($0) }
    guard left == 0 else { return .interrupted(done: plan.count - left, total: plan.count) }
    var writer = StudyWriter(self, store, to: output)
    return .finished(try writer.write())
  }

  /// Says in a folder what is going to be run.
  func begin(_ output: OutputFolder) throws {
    try output.keep(goal)
    try output.begin(plan, keys: keys, study: resolved, command: again, provenance: command)
  }

  /// The runs that the folder hasn't yet, each once. Nothing is written.
  ///
  /// - Throws: `FolderProblem.contradiction`; `DiskError`.
  public func missingRuns() throws -> [PlannedRun] {
    fresh
      ? Array(plan.runs) : missing(in: try RecordStore(OutputFolder.records(of: folder)))
  }

  /// The runs that are to be made: those without an end, each once.
  func missing(in store: RecordStore) -> [PlannedRun] {
    let keys = keys
    return differentRuns.filter { !store.isFinal(keys[$0.id - 1]) }
  }

  /// The runs of the plan without those that are the same under another name.
  var differentRuns: [PlannedRun] {
    var seen: Set<RunKey> = []
    let keys = keys
    return plan.runs.filter { seen.insert(keys[$0.id - 1]).inserted }
  }

  /// Makes runs and appends them to a file of records of their own.
  ///
  /// - Parameter before: Runs that are there already, for the progress.
  /// - Returns: How many came to an end.
  @discardableResult func make(
    _ missing: [PlannedRun], in records: String, before: Int, with replication: Replication,
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord
  ) throws -> Int {
    let writer = try RecordWriter(folder: records, clock: replication.clock)
    try replication.run(
      missing, before: before, cost: cost,
      simulate: { [plan] run, stop in try plan.checked(try simulate(run, stop)) },
      keep: { [keys] in try writer.append($0.outcome, of: keys[$0.run.id - 1]) })
    return try writer.finish()
  }

  /// What a folder says in which exactly this was finished; nil where it wasn't, or where a table is
  /// gone that the records give again. Read without a lock, so that the folder may be read-only.
  ///
  /// - Throws: `FolderProblem.altered` for a file that isn't as it was written; `DiskError`.
  func finished() throws -> Results? {
    guard let provenance = try Provenance.read(folder), provenance.planDigest == plan.digest,
      provenance.files.allSatisfy({ OutputFolder.files.contains($0.path) })
    else { return nil }
    guard try provenance.isWhole(in: folder), provenance.level == CSV.shortest(level),
      provenance.simultaneous == simultaneous,
      let summary = try Disk.read(folder + "/summary.csv")
    else { return nil }
    let levels = try Summary.rows(of: summary, columns: plan.columns)
    // Of a sweep other outcomes may have been asked for before.
    guard tabled.isEmpty || Set(levels.map(\.column.name)) == tabled else { return nil }
    let listed = { (file: String) in provenance.files.contains { $0.path == file } }
    let differences =
      listed("differences.csv") ? try Disk.read(folder + "/differences.csv") : nil
    let failures =
      listed(FailureTable.file) ? try Disk.read(folder + "/" + FailureTable.file) : nil
    let ranking =
      listed(RankingTable.file) ? try Disk.read(folder + "/" + RankingTable.file) : nil
    let rows = try differences.map { try Differences.rows(of: $0, columns: plan.columns) } ?? []
    // Tidying is a courtesy: a folder that can't be written is finished all the same.
    if (try? OutputFolder.hasLeftovers(folder)) == true {
      _ = try? OutputFolder(folder, plan: plan)
    }
    return Results(
      runs: plan.count,
      failures: failures.flatMap { FailureTable.failures(of: $0, plan: plan) } ?? [],
      summary: levels, differences: rows,
      settlings: try SettlingTables.settlings(in: folder, listed),
      ranking: try ranking.map { try RankingTable.rows(of: $0) } ?? [],
      warnings: Differences.warnings(rows), idle: provenance.idle)
  }
}

import Simulation

/// A study whose runs are made by many processes, on one machine or on many that share its folder.
///
/// `prepare` says what is to be run, each `work` makes the runs of one shard, `gather` writes the tables: the
/// same bytes as of one process, whatever the number and the order of shards.
extension Study {
  /// A share of a study's runs.
  public struct Shard: Sendable, Equatable {
    /// From 0, and how many there are.
    public let number: Int, count: Int

    /// Nil where there is no such shard.
    public init?(_ number: Int, of count: Int) {
      guard count >= 1, (0..<count).contains(number) else { return nil }
      (self.number, self.count) = (number, count)
    }
  }

  /// What came of a shard.
  public struct Work: Sendable, Equatable {
    /// Runs of the shard, each once; those of them that are there now.
    public let runs: Int, done: Int
  }

  /// Writes what is to be run, and makes no run.
  ///
  /// - Returns: Runs that are to be made, each once.
  /// - Throws: `FolderProblem` and `DiskError`.
  public func prepare() throws -> Int {
    if !fresh, try finished() != nil {
      // A folder that has this round already may not know what it is a round of.
      if try !goal.allSatisfy({ try OutputFolder.holds($0, in: folder) }) {
        try OutputFolder(folder, plan: plan).keep(goal)
      }
      return 0
    }
    let output = try OutputFolder(folder, plan: plan, fresh: fresh)
    let missing = missing(in: try RecordStore(output.records))
    try begin(output)
    // Which line of which file set a value is known here alone: study.yaml has every value, and no places.
    for table in [ParameterRow.table(parameters)] + tables { _ = try output.write(table) }
    return missing.count
  }

  /// The runs of a shard, each once: those whose place among the different runs, from 0, leaves the shard's
  /// number when divided by their count.
  public func runs(of shard: Shard) -> [PlannedRun] {
    differentRuns.enumerated().filter { $0.offset % shard.count == shard.number }.map(\.element)
  }

  /// Makes the runs of a shard that aren't there yet. Any number of processes may do so at once.
  ///
  /// - Throws: `FolderProblem.anotherPlan` where plan.csv is of another study; `DiskError`.
  public func work(
    on shard: Shard, with replication: Replication,
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord
  ) throws -> Work {
    let own = runs(of: shard)
    try check(own)
    let records = OutputFolder.records(of: folder)
    try Disk.makeFolder(records)
    let store = try RecordStore(records)
    let missing = own.filter { !store.isFinal(keys[$0.id - 1]) }
    let before = own.count - missing.count
    let made = try make(
      missing, in: records, before: before, with: replication, simulate: simulate)
    return Work(runs: own.count, done: before + made)
  }

  /// Checks that plan.csv has these runs: a study that was planned anew in between has others.
  private func check(_ runs: [PlannedRun]) throws {
    guard let lines = try LineIndex(folder + "/" + PlanTable.file) else {
      throw FolderProblem.anotherPlan(folder: folder, differences: ["there is no plan.csv"])
    }
    let words = { (run: PlannedRun) -> String in
      CSV.line(PlanTable.row(run, key: keys[run.id - 1], plan: plan))
    }
    guard lines.count == plan.count + 1 else {
      throw FolderProblem.anotherPlan(
        folder: folder,
        differences: ["plan.csv has \(lines.count - 1) runs, study.yaml \(plan.count)"])
    }
    for run in runs where try lines.line(run.id) != Array(words(run).utf8) {
      throw FolderProblem.anotherPlan(
        folder: folder, differences: ["run \(run.id) of plan.csv isn't that of study.yaml"])
    }
  }

  /// How the runs of a folder stand.
  public struct Standing: Sendable, Equatable {
    /// Different runs of the plan, and how many of them are there.
    public let runs: Int, done: Int
    /// Of those that are there, how many didn't reach their end.
    public let failed: Int
    /// `run_id` of the missing ones, as ranges.
    public let missing: [ClosedRange<Int>]
  }

  /// How the runs stand; nothing is written.
  ///
  /// - Throws: `FolderProblem.contradiction`; `DiskError`.
  public func standing() throws -> Standing {
    let store = try RecordStore(OutputFolder.records(of: folder)), keys = keys
    let runs = differentRuns
    var done = 0, failed = 0, missing: [ClosedRange<Int>] = []
    for run in runs {
      let key = keys[run.id - 1]
      if store.contains(key) {
        done += 1
        if !store.isFinal(key) { failed += 1 }
      } else if let last = missing.last, last.upperBound + 1 == run.id {
        missing[missing.count - 1] = last.lowerBound...run.id
      } else {
        missing.append(run.id...run.id)
      }
    }
    return Standing(runs: runs.count, done: done, failed: failed, missing: missing)
  }

  /// Writes the tables of a study whose runs are all there.
  ///
  /// - Throws: `FolderProblem`; `DiskError`.
  public func gather() throws -> Ending {
    if let done = try finished() { return .alreadyDone(done) }
    return try conclude(OutputFolder(folder, plan: plan))
  }
}

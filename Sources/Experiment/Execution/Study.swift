import Simulation

/// A plan, a folder for its results, and what the tables say beside the runs.
///
/// `run` does what is left to do: everything, the rest after a kill, or nothing.
public struct Study: Sendable {
  /// What is to be run.
  public let plan: Plan
  /// The folder of results.
  public let folder: String
  /// The text of study.yaml: every parameter and every default.
  public let resolved: String
  /// The rows of parameters.csv.
  public let parameters: [ParameterRow]
  /// The command for the provenance; `DataPackage.command` cuts folders off.
  public let command: String
  /// The command to go on with after an interruption, as it was typed; kept until the end.
  public var again = ""
  /// Coverage of all intervals.
  public var level = 0.95
  /// Whether the intervals of differences hold for all scenarios at once.
  public var simultaneous = false
  /// Throw away what an earlier study left in the folder.
  public var fresh = false
  /// Called with a record and the reference scenario's record of the same replicate when tables
  /// are made; parts on disk hold records as they were before.
  public var settle: @Sendable (RunRecord, _ reference: RunRecord) -> RunRecord = { record, _ in
    record
  }

  /// Makes a study; the options keep their defaults until set.
  public init(
    plan: Plan, folder: String, resolved: String, parameters: [ParameterRow], command: String
  ) {
    self.plan = plan
    self.folder = folder
    self.resolved = resolved
    self.parameters = parameters
    self.command = command
  }

  /// What a finished study says.
  public struct Results: Sendable, Equatable {
    /// Every run, settled, in the order of the plan; also those that failed.
    public let runs: [FinishedRun]
    /// The rows of summary.csv.
    public let summary: [SummaryRow]
    /// The rows of differences.csv; none without a reference.
    public let differences: [DifferenceRow]
    /// What a reader should hear first.
    public let warnings: [String]
    /// Names of scenarios in which nothing happened but what happened in the reference.
    public let idle: [String]

    /// The runs that didn't reach their end: exit code 3 if there are any.
    public var failures: [FinishedRun] { runs.filter { $0.outcome.record == nil } }
  }

  /// How a session ended.
  public enum Ending: Sendable, Equatable {
    /// All was done before; no run was made.
    case alreadyDone(Results)
    /// All is done now.
    case finished(Results)
    /// The flag was raised; the same command goes on from here.
    case interrupted(done: Int, total: Int)
  }

  /// Makes the runs that are missing, then the tables.
  ///
  /// Runs that failed in an earlier session, or whose files are damaged, are made again. The bytes
  /// of every file depend on the study alone: not on threads, sessions or kills.
  ///
  /// - Parameter simulate: Makes one run; called on several threads.
  /// - Throws: `FolderProblem` and `DiskError` (exit code 73).
  public func run(
    with replication: Replication,
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord
  ) throws -> Ending {
    if !fresh, let done = try FinishedFolder.contents(folder, plan: plan) {
      return .alreadyDone(try refreshed(done))
    }
    let output = try OutputFolder(folder, plan: plan, fresh: fresh, study: resolved)
    // Again under the lock: another writer may have finished in between.
    if let done = try FinishedFolder.contents(folder, plan: plan) {
      return .alreadyDone(try write(done.runs, to: output))
    }
    try output.reopen(command: again)
    let before = try output.finishedRuns().filter { $0.outcome.record != nil }
    let done = Set(before.map(\.run.id))
    let missing = plan.runs.filter { !done.contains($0.id) }
    try replication.run(
      missing, before: before.count,
      simulate: { [plan] run, stop in
        let record = try simulate(run, stop)
        if let problem = plan.problem(in: record) { throw RecordProblem(description: problem) }
        return record
      }, keep: { try output.keep($0) })
    let runs = try output.finishedRuns()
    guard runs.count == plan.count else {
      return .interrupted(done: runs.count, total: plan.count)
    }
    let settled = settled(runs, plan: plan, by: settle)
    try output.writeSeries(of: settled.filter { $0.outcome.record != nil }.map(\.run))
    return .finished(try write(settled, to: output))
  }

  private struct RecordProblem: Error, CustomStringConvertible {
    let description: String
  }

  /// The results of a finished folder; tables are written anew only if they are to say more.
  private func refreshed(_ done: FinishedFolder.Contents) throws -> Results {
    let same = done.level == CSV.shortest(level) && done.simultaneous == simultaneous
    if same, done.whole {
      // Tidying is a courtesy: a folder that can't be written is finished all the same.
      if (try? OutputFolder.hasLeftovers(folder)) == true {
        try? OutputFolder(folder, plan: plan).removeParts()
      }
      return results(done.runs)
    }
    return try write(done.runs, to: OutputFolder(folder, plan: plan))
  }

  private func results(_ runs: [FinishedRun]) -> Results {
    let summary = Summary.rows(runs, plan: plan, level: level)
    let differences = Differences.rows(
      runs, plan: plan, level: level, simultaneous: simultaneous)
    return Results(
      runs: runs, summary: summary, differences: differences,
      warnings: Differences.warnings(differences), idle: Hashes.idle(runs, plan: plan))
  }

  /// Units of the drawn columns: a column is named as its parameter, or as a part of one.
  private var units: [String: String] {
    let columns = DrawnColumns(parameters, path: \.key)
    var units: [String: String] = [:]
    for name in plan.drawn {
      // What has no unit of its own is a word: its column counts positions in a list.
      units[name] = columns.row(name).map { $0.unit.isEmpty ? "1" : $0.unit }
    }
    return units
  }

  private func write(_ runs: [FinishedRun], to output: OutputFolder) throws -> Results {
    let results = results(runs)
    var tables = [RunTable.table(runs, plan: plan, units: units)]
    tables += [FailureTable.table(runs, plan: plan)].compactMap { $0 }
    tables.append(Summary.table(results.summary))
    if plan.reference != nil, plan.scenarios.count > 1 {
      tables.append(Differences.table(results.differences))
    }
    tables.append(ParameterRow.table(parameters))
    let package = DataPackage(
      plan: plan, command: command, level: level, simultaneous: simultaneous)
    try output.finish(tables, study: resolved, package: package)
    return results
  }
}

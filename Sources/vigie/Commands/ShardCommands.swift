import ArgumentParser
import Experiment
import Foundation
import Report
import Schema
import Simulation

/// `vigie worker DIR`: makes the runs of one shard.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Make the runs of one shard of a planned study.",
    discussion: """
      A shard that is done returns at once, so that sending all of them again is how to go on. With \
      --shard auto the number is that of the array task: SLURM_ARRAY_TASK_ID, PBS_ARRAY_INDEX, \
      SGE_TASK_ID, LSB_JOBINDEX or JOB_COMPLETION_INDEX. Exit codes: 0 done, 65 the \
      folder holds another plan, 75 interrupted.
      """)

  @Argument(help: "The folder of a planned study.", completion: .directory)
  var folder: String

  @Option(help: "Number of the shard, from 0, or auto.")
  var shard = "0"

  @Option(help: "How many shards there are.")
  var of = 1

  @Option(help: "Runs at once (default: cores).")
  var jobs: Int?

  @Flag(help: "Print no progress.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 1_024 {
      throw ValidationError("--jobs is \(jobs); it must be 1 to 1024")
    }
  }

  func run() throws {
    Signals.listen()
    let share = try asked(ProcessInfo.processInfo.environment)
    let planned = try Planned(folder), study = planned.study
    let jobs = try Memory.jobs(jobs, for: study.plan.count, of: planned.comparison) { _ in }
    let comparison = planned.comparison
    let work = try Planned.telling {
      try study.work(on: share, with: Replication(jobs: jobs, isQuiet: quiet)) {
        try comparison.simulate($0, stop: $1)
      }
    }
    let words =
      "shard \(share.number) of \(share.count): \(work.done) of "
      + "\(Nouns.run.counted(work.runs)) done"
    guard work.done == work.runs else {
      throw Ending(code: Signals.number.map { 128 + $0 } ?? 75, message: words)
    }
    if !quiet { Console.note(words) }
  }

  /// The shard that is asked for, or that the environment of an array task names.
  ///
  /// - Throws: `ValidationError`.
  func asked(_ environment: [String: String]) throws -> Study.Shard {
    let names = [
      ("SLURM_ARRAY_TASK_ID", 0), ("PBS_ARRAY_INDEX", 0), ("SGE_TASK_ID", 1), ("LSB_JOBINDEX", 1),
      ("JOB_COMPLETION_INDEX", 0),
    ]
    var number = Int(shard)
    if shard == "auto" {
      // Where no array runs, some engines set the name all the same, to "undefined".
      let found = names.lazy.compactMap { name, first in
        environment[name].flatMap { Int($0) }.map { $0 - first }
      }.first
      guard let found else {
        throw ValidationError(
          "--shard auto: none of \(names.map(\.0).joined(separator: ", ")) is set")
      }
      number = found
    }
    guard let number, let share = Study.Shard(number, of: of) else {
      throw ValidationError(
        "there is no shard \(number.map(String.init) ?? shard) of \(of): they count from 0")
    }
    return share
  }
}

/// `vigie status DIR`: how many runs are there.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how far a planned study is.")

  @Argument(help: "The folder of a planned study.", completion: .directory)
  var folder: String

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let standing = try Planned.telling { try Planned(folder).study.standing() }
    if json {
      let object = JSON.object([
        .init("folder", .string(folder)), .init("runs", .number(Double(standing.runs))),
        .init("done", .number(Double(standing.done))),
        .init("failed", .number(Double(standing.failed))),
        .init("missing", .string(Planned.ranges(standing.missing, most: .max))),
      ])
      return try Console.write(object.text)
    }
    var lines = ["\(standing.done) of \(Nouns.run.counted(standing.runs)) done"]
    if standing.failed > 0 { lines[0] += ", \(standing.failed) failed" }
    if !standing.missing.isEmpty { lines.append("missing: \(Planned.ranges(standing.missing))") }
    try Console.write(lines.joined(separator: "\n") + "\n")
  }
}

/// `vigie gather DIR`: the tables of a study whose runs are all there.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather",
    abstract: "Write the tables of a planned study whose runs are all there.",
    discussion: "Exit codes: 0 done, 3 some runs failed, 75 runs are missing.")

  @Argument(help: "The folder of a planned study.", completion: .directory)
  var folder: String

  @Option(name: .customLong("lang"), help: "Language of report.html: en or fr.")
  var language = Language.en

  @Flag(help: "Print nothing.")
  var quiet = false

  func run() throws {
    let study = try Planned(folder).study
    switch try Planned.telling({ try study.gather() }) {
    case .interrupted(let done, let total):
      throw try Planned.incomplete(study, done: done, total: total)
    case .alreadyDone(let results), .finished(let results):
      let page = ReportFile(folder: folder, language: language).attempt()
      if !quiet {
        try Console.write("Wrote \(folder): tables of \(Nouns.run.counted(results.runs))\n")
      }
      try page.end()
      if !results.failures.isEmpty {
        throw Ending(code: 3, message: Command.failed(results, in: folder))
      }
    }
  }
}

/// A study as the folder says it was planned.
struct Planned {
  let comparison: Comparison
  let study: Study

  /// Reads study.yaml, and the command that the tables will have.
  ///
  /// - Throws: `Ending` where nothing is planned, or by another model; `Problems`, `DiskError`.
  init(_ folder: String) throws {
    let file = folder + "/study.yaml"
    guard let bytes = try Disk.read(file) else {
      throw Ending(
        code: 66, message: "error: nothing is planned in \(folder)\n  help: 'vigie plan' does it")
    }
    comparison = try ResolvedStudy.comparison(bytes, file: file)
    let command = try Provenance.read(folder)?.command ?? UnfinishedFolder(folder)?.provenance ?? ""
    var study = comparison.study(folder: folder, command: command)
    if let rows = try Disk.read(folder + "/parameters.csv") {
      study.parameters = try ParameterRow.rows(of: rows)
    }
    self.study = study
  }

  /// What a folder says that holds another plan, as the contract has it: 65.
  static func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let problem as FolderProblem {
      if case .anotherPlan = problem { throw Ending(code: 65, message: "error: \(problem)") }
      throw problem
    }
  }

  /// What goes on with the workers of a folder.
  static func again(_ folder: String) -> String { Shell.line(["vigie", "worker", folder]) }

  /// How a command ends that needs runs which aren't there.
  ///
  /// - Parameter round: What else is said of the runs.
  static func incomplete(
    _ study: Study, done: Int, total: Int, of round: String = ""
  ) throws -> Ending {
    Ending(
      code: 75,
      message: "error: \(done) of \(Nouns.run.counted(total))\(round) are there; missing: "
        + ranges(try study.standing().missing)
        + "\n  help: send the workers again; those that are done return at once")
  }

  /// Numbers of runs as `1-5, 8`.
  static func ranges(_ found: [ClosedRange<Int>], most: Int = 12) -> String {
    let words = found.prefix(most).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    return words.joined(separator: ", ") + (found.count > most ? ", …" : "")
  }
}

import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation
import Synchronization

/// `vigie verify DIR`: a finished study's runs, or some of them, made again and compared.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Make some runs of a finished study again and compare them.",
    discussion: """
      Whole records and rows of runs.csv are compared, to the last bit. Nothing but the folder takes \
      part: study.yaml holds every value. Exit codes: 0 all the same, 4 something differs.
      """)

  @Argument(help: "The folder of a finished study.", completion: .directory)
  var folder: String

  @Option(help: "How many runs, drawn at random.")
  var sample = 20

  @Flag(help: "All runs.")
  var all = false

  @Option(help: "Runs at once (default: cores).")
  var jobs: Int?

  @Flag(help: "Print what differs only.")
  var quiet = false

  func validate() throws {
    if sample < 1 { throw ValidationError("--sample is \(sample); it must be at least 1") }
    if let jobs, jobs < 1 || jobs > 1_024 {
      throw ValidationError("--jobs is \(jobs); it must be 1 to 1024")
    }
  }

  func run() throws {
    Signals.listen()
    let verification = try Reading.verification(folder)
    let plan = verification.comparison.plan
    // What is looked at must not be known before: here alone chance is the machine's own.
    let chosen =
      all || sample >= plan.count
      ? Array(plan.runs) : Array(plan.runs.shuffled().prefix(sample)).sorted { $0.id < $1.id }
    let comparison = verification.comparison
    let jobs = try Memory.jobs(jobs, for: chosen.count, of: comparison) { _ in }
    let found = try verification.verdicts(chosen, with: Replication(jobs: jobs, isQuiet: quiet))
    if Signals.stop.isRaised {
      throw Ending(code: Signals.number.map { 128 + $0 } ?? 75, message: "interrupted")
    }
    try tell(found, of: verification)
  }

  private func tell(_ verdicts: [Verification.Verdict], of verification: Verification) throws {
    let wrong = verdicts.filter { !$0.differences.isEmpty }
    for verdict in wrong {
      try Console.write(Reading.words(verdict, of: verification) + "\n")
    }
    let count = verification.comparison.plan.count
    let runs = "\(verdicts.count) of \(Nouns.run.counted(count)) made again"
    if wrong.isEmpty {
      if !quiet { try Console.write("\(runs): the same to the last bit\n") }
    } else {
      throw Ending(code: 4, message: "\(runs): \(wrong.count) differ")
    }
  }
}

/// What `verify` and `replay` share.
enum Reading {
  /// A folder that can be verified.
  ///
  /// - Throws: `Ending` with exit code 66 or 75 where there is no finished study of this model.
  static func verification(_ folder: String) throws -> Verification {
    do {
      return try Verification(folder)
    } catch let missing as Verification.Missing {
      if let begun = try UnfinishedFolder(folder), try Provenance.read(folder) == nil {
        throw Ending(code: 75, message: "error: \(missing): \(begun.words)")
      }
      throw Ending(code: 66, message: "error: \(missing)")
    }
  }

  /// One run and what differs in it.
  static func words(_ verdict: Verification.Verdict, of verification: Verification) -> String {
    let run = verdict.run, plan = verification.comparison.plan
    let name = plan.scenarios[run.scenario].name
    return "k\(verdict.key): \(name), draw \(run.draw), replicate \(run.replicate) (run \(run.id)) "
      + (verdict.differences.isEmpty
        ? "is the same to the last bit"
        : "differs: " + verdict.differences.joined(separator: "; "))
  }
}

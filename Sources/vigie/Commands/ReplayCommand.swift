import ArgumentParser
import Experiment
import Foundation

/// `vigie replay DIR --run KEY`: one row of a finished study made again, compared, and looked into.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make one run of a finished study again, by its run_key.",
    discussion: """
      The whole record and the row of runs.csv are compared, to the last bit. Exit codes: 0 the same, \
      4 something differs.
      """)

  @Argument(help: "The folder of a finished study.", completion: .directory)
  var folder: String

  @Option(name: .customLong("run"), help: "The run's run_key in runs.csv, or its beginning.")
  var key: String

  @Option(
    help: "Also write every event of the run to this CSV file; - prints them.",
    completion: .file(extensions: ["csv"]))
  var events: String?

  func run() throws {
    let verification = try Reading.verification(folder)
    let runs = try verification.runs(of: key)
    guard let run = runs.first else {
      throw Ending(
        code: 65, message: "error: \(folder) has no run '\(key)'; run_key in runs.csv names them")
    }
    let plan = verification.comparison.plan
    if let other = runs.first(where: { !verification.areSame($0, run) }) {
      throw Ending(
        code: 65,
        message: "error: '\(key)' is the beginning of more than one run: \(run.id) and \(other.id)")
    }
    let eventFile = events.map { EventFile(path: $0) }
    try eventFile?.check(besides: folder)
    let verdict = try verification.verdict(run, stop: Signals.stop)
    let words = Reading.words(verdict, of: verification)
    if eventFile?.isOutput == true { Console.note(words) } else { try Console.write(words + "\n") }
    let others = runs.dropFirst().map { plan.scenarios[$0.scenario].name }
    if !others.isEmpty {
      Console.note("The same run stands for: " + others.joined(separator: ", "))
    }
    if let eventFile {
      let count = try eventFile.write(run, of: verification.comparison)
      Console.note("Wrote \(eventFile.name): \(count) events")
    }
    if !verdict.differences.isEmpty { throw Ending(code: 4) }
  }
}

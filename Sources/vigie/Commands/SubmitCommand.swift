import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie submit DIR`: the job files of a cluster's own engine.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Write job files for a planned study; send them with --go.",
    discussion: """
      The files lie in DIR/jobs and may be edited. Nothing is sent without --go. Sent again after a failure \
      they make what is left.
      """)

  @Argument(help: "The folder of a planned study.", completion: .directory)
  var folder: String

  @Option(help: "What runs the jobs: slurm, snakemake or dask.")
  var engine = JobFiles.Engine.slurm

  @Option(help: "How many shards (default: as many as take two minutes each).")
  var of: Int?

  @Option(
    help: ArgumentHelp(
      "Longest time of a task (default: ten times what it should take).", valueName: "DURATION"))
  var time: String?

  @Flag(help: "Send them.")
  var go = false

  @Flag(help: "Write files anew that are there already.")
  var force = false

  func validate() throws {
    if let of, of < 1 { throw ValidationError("--of is \(of); it must be at least 1") }
    if let time, (try? Unit.duration.parse(time)) == nil {
      throw ValidationError("'\(time)' is not a duration; write 30 min")
    }
  }

  func run() throws {
    let planned = try Planned(folder)
    let left = try Planned.telling { try planned.study.missingRuns() }
    let estimate = DryRun(comparison: planned.comparison, study: planned.study, jobs: 1)
    let seconds = left.isEmpty ? 0 : try estimate.seconds(of: left)
    let shards = of ?? JobFiles.shards(seconds: seconds, runs: left.count)
    let longest =
      try time.map { try Unit.duration.parse($0) * 60 }
      ?? max(10, (seconds / Double(shards) * 10 / 60).rounded(.up))
    let files = JobFiles(
      folder: Self.absolute(folder), program: try Self.program(), shards: shards,
      minutes: Int(min(longest, 1e6)), name: FilePath.safe(planned.study.plan.study))
    let written = try files.write(engine, anew: force)
    let each = DryRun.duration(seconds / Double(shards)),
      names = written.files.joined(separator: ", ")
    try Console.write(
      written.kept
        ? "Kept as they are: \(names); --force writes them anew\n"
        : "\(Noun("shard").counted(shards)) of about \(each) each\nWrote \(names)\n")
    if !go { return try Console.write("Send them: \(files.command(engine))\n") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", files.command(engine)]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Ending(
        code: 75,
        message: "error: '\(files.command(engine))' ended with \(process.terminationStatus)")
    }
  }

  private static func absolute(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.path
  }

  /// This very program: tasks may have another PATH.
  private static func program() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }
}

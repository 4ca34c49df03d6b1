import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie plan STUDY`: says in a folder what is to be run, for workers.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write what is to be run, for workers on one machine or many.",
    discussion: """
      A study file, with or without a section sweep, or two or more scenario files. Workers make the runs, \
      'vigie gather' the tables: the same bytes as 'vigie compare' or 'vigie sweep' writes.
      """)

  @Argument(
    help: "A study file, or scenario files.", completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("Settings of a sweep, a row for each point.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var points: String?

  @OptionGroup var options: StudyOptions

  func validate() throws {
    if options.goal != nil {
      throw ValidationError(
        "--precision and --limits decide after each round: 'vigie compare' does; a plan has --draws"
      )
    }
    if points != nil, files.count > 1 {
      throw ValidationError("--points go with one study or scenario")
    }
  }

  func run() throws {
    let isSweep = try points != nil || hasSweep
    _ = try OutcomeWords.columns(options.outcomes)
    let question =
      isSweep
      ? try StudyQuestion.swept(files[0], options, points: points, extend: false)
      : try StudyQuestion.compared(files, options)
    let comparison = try Comparison(question.scenarios, options: question.settings)
    let folder = options.folder(question.settings.name)
    let verb = isSweep ? "sweep" : "compare"
    // The tables say which command makes them on one machine: the same bytes.
    var words = Command.provenance
    if words.count > 1 { words[1] = verb }
    var study = comparison.study(folder: folder, command: DataPackage.command(words))
    study.fresh = options.fresh
    study.again = Shell.line(["vigie", "worker", folder])
    if options.dryRun {
      let jobs = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
      let lines = try DryRun(comparison: comparison, study: study, jobs: jobs).lines()
      return try Console.write(lines.joined(separator: "\n") + "\n")
    }
    let missing = try study.prepare()
    let place = Shell.quoted(folder)
    try Console.write(
      "\(Nouns.run.counted(comparison.plan.count)) planned in \(folder), \(missing) to be made\n"
        + "  vigie worker \(place) --shard K --of N    for each K from 0 to N - 1\n"
        + "  vigie status \(place)\n  vigie gather \(place)\n")
  }

  private var hasSweep: Bool {
    get throws {
      guard files.count == 1 else { return false }
      let file = Input.loader.read(Input.path(files[0]))
      return LoadedStudy.isStudy(file) && file.tree["sweep"] != nil
    }
  }
}

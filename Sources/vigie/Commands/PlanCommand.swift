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
      'vigie gather' the tables: the same bytes as 'vigie compare' or 'vigie sweep' writes. With \
      --precision or --limits it is the first of several rounds, and 'vigie plan DIR --next' writes the \
      next one when the runs of this one are there, or says that none is left. Exit codes of --next: 0, \
      75 runs are missing.
      """)

  @Argument(
    help: "A study file, or scenario files; with --next the folder of a planned study.",
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("Settings of a sweep, a row for each point.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var points: String?

  @Flag(help: "Write the next round of a study that was planned with --precision or --limits.")
  var next = false

  @OptionGroup var options: StudyOptions

  func validate() throws {
    if next {
      guard files.count == 1 else { throw ValidationError("--next takes one folder") }
      if let word = (points == nil ? nil : "points") ?? options.asked {
        throw ValidationError(
          "--next goes on as the folder was planned: leave --\(word) out, or plan anew")
      }
    }
    if points != nil, files.count > 1 {
      throw ValidationError("--points go with one study or scenario")
    }
  }

  func run() throws {
    if next { return try NextRound(folder: files[0], options: options).run() }
    let isSweep = try points != nil || hasSweep
    if isSweep, options.goal != nil { throw ValidationError(SweepCommand.noRounds) }
    _ = try OutcomeWords.columns(options.outcomes)
    let question =
      isSweep
      ? try StudyQuestion.swept(files[0], options, points: points, extend: false)
      : try StudyQuestion.compared(files, options)
    var comparison = try Comparison(question.scenarios, options: question.settings)
    let rounds = options.goal.map { Rounds($0, of: comparison, most: options.draws) }
    if let rounds { comparison = try rounds.first(of: comparison) }
    let folder = options.folder(question.settings.name)
    var study = comparison.study(
      folder: folder, command: command(isSweep ? "sweep" : "compare"), goal: rounds?.goal)
    study.fresh = options.fresh
    study.again = Planned.again(folder)
    if options.dryRun {
      let jobs = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
      let lines = try DryRun(comparison: comparison, study: study, jobs: jobs).lines()
      return try Console.write(lines.joined(separator: "\n") + "\n")
    }
    let missing = try study.prepare()
    try Console.write(words(comparison.plan, missing, folder, inRounds: rounds != nil))
  }

  private func words(_ plan: Plan, _ missing: Int, _ folder: String, inRounds: Bool) -> String {
    let place = Shell.quoted(folder)
    let round = inRounds ? "round 1, of \(Noun("draw").counted(plan.draws)): " : ""
    let next =
      inRounds ? "  vigie plan \(place) --next    for the round after it, if one is needed\n" : ""
    return "\(round)\(Nouns.run.counted(plan.count)) planned in \(folder), \(missing) to be made\n"
      + "  vigie worker \(place) --shard K --of N    for each K from 0 to N - 1\n"
      + "  vigie status \(place)\n  vigie gather \(place)\n\(next)"
  }

  /// The command that makes the tables on one machine, which they name: the same bytes.
  private func command(_ verb: String) -> String {
    var words = Command.provenance
    if words.count > 1 { words[1] = verb }
    return DataPackage.command(words)
  }

  private var hasSweep: Bool {
    get throws {
      guard files.count == 1 else { return false }
      let file = Input.loader.read(Input.path(files[0]))
      return LoadedStudy.isStudy(file) && file.tree["sweep"] != nil
    }
  }
}

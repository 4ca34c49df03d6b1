import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie sweep STUDY`: every scenario at every point of a design.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run scenarios at many settings of some parameters.",
    discussion: """
      A study file with a section sweep, or with --points a study or a scenario file. At each point \
      every policy is compared with the baseline at that point, on the same random numbers as at all \
      other points.
      """)

  @Argument(
    help: "A study file, or with --points a scenario file.",
    completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      """
      Settings, a row for each point: columns are paths (path@scenario for one policy's own). In place \
      of what the file says.
      """, valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var points: String?

  @Flag(help: "Add the rows of --points to the points that the folder has already.")
  var extend = false

  @OptionGroup var options: StudyOptions

  func validate() throws {
    if extend, points == nil {
      throw ValidationError(
        "--extend adds the rows of --points FILE; a larger size, more draws or replicates need no flag"
      )
    }
    if options.goal != nil { throw ValidationError(Self.noRounds) }
  }

  /// Why a sweep goes on for no precision.
  static let noRounds =
    "--precision and --limits are for one comparison: a sweep has the draws that --draws says"

  func run() throws {
    _ = try OutcomeWords.columns(options.outcomes)
    let question = try StudyQuestion.swept(file, options, points: points, extend: extend)
    let shown = try OutcomeWords.columns(question.settings.outcomes)
    let comparison = try Comparison(question.scenarios, options: question.settings)
    let folder = options.folder(question.settings.name)
    var session = Session(
      comparison: comparison, options: options, folder: folder, again: Command.again)
    let outcome = try session.run()
    let page = ReportFile(folder: folder, language: options.language).attempt()
    let report = SweepReport(
      comparison: comparison, outcome: outcome, folder: folder,
      shown: shown.isEmpty ? try OutcomeWords.columns([OutcomeWords.headline]) : shown)
    try Console.write(options.json ? report.json : report.text)
    if !options.quiet { report.remarks.forEach(Console.note) }
    try page.end()
    if !outcome.results.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(outcome.results, in: folder))
    }
  }
}

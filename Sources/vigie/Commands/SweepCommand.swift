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
    if options.goal != nil {
      throw ValidationError(
        "--precision and --limits are for one comparison: a sweep has the draws that --draws says")
    }
  }

  func run() throws {
    let asked = try OutcomeWords.columns(options.outcomes)
    var (scenarios, settings, outcomes) = try loaded()
    let shown = asked.isEmpty ? try OutcomeWords.columns(outcomes) : asked
    settings.outcomes = shown.map(\.name)
    let comparison = try Comparison(scenarios, options: settings)
    let folder = options.folder(settings.name)
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

  private func loaded() throws -> ([ScenarioFile], Comparison.Options, [String]) {
    let path = Input.path(file), loader = Input.loader
    guard LoadedStudy.isStudy(loader.read(path)) else {
      let scenario = try ScenarioFile(path, settings: options.overlay, loader: loader)
      guard points != nil else {
        throw ValidationError(
          "'\(file)' is a scenario; write --points FILE.csv, or a study with a section sweep")
      }
      let given = try options.given(for: [scenario], baseline: 0)
      let size = options.size(given: given)
      var settings = Comparison.Options(
        name: scenario.name, draws: size.draws, replicates: size.replicates,
        echoes: options.echoes, seed: options.seed ?? StudyOptions.standardSeed,
        isFixed: options.fixed, given: given)
      settings.points = try asked(for: [scenario], settings)
      return ([scenario], settings, [])
    }
    let study = try LoadedStudy(path, settings: options.overlay, loader: loader)
    var settings = try options.settings(for: study, followUp: study.followUp)
    settings.points = try asked(for: study.scenarios, settings) ?? study.points
    guard settings.points != nil else {
      throw ValidationError(
        "'\(file)' has no section sweep; add one, write --points FILE.csv, or use 'vigie compare'")
    }
    return (study.scenarios, settings, study.outcomes)
  }

  /// The points that the command line names, after those that the folder has if it is extended.
  private func asked(
    for scenarios: [ScenarioFile], _ settings: Comparison.Options
  ) throws -> ValuesFile? {
    guard let points else { return nil }
    var table = try ValuesFile(points, of: .points)
    if extend {
      let before = options.folder(settings.name) + "/points.csv"
      if FileManager.default.fileExists(atPath: before) {
        table = try ValuesFile(before, of: .points).adding(table)
      }
    }
    _ = try table.applied(to: scenarios, baseline: 0)
    return table
  }
}

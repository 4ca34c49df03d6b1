import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie compare`: scenarios against the first, on the same random numbers.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare scenarios with the first, on the same random numbers.",
    discussion: "One study file, or two or more scenario files of which the first is the baseline.")

  @Argument(
    help: "A study file, or scenario files.", completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Flag(help: "Intervals that hold for all alternatives at once (Bonferroni).")
  var simultaneous = false

  @Option(
    help: ArgumentHelp(
      "Watch the first draws for longer than the window, from its beginning; 0d for no longer.",
      valueName: "DURATION"), transform: Self.hours)
  var followUp: Double?

  @Option(help: "How many draws are watched for longer (default: the study file's, or 8).")
  var followUpDraws: Int?

  @Option(
    name: .customLong("follow-up-of"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      Scenario that is watched for longer; may be repeated. 'all' for all (default: the study file's, \
      or all).
      """, valueName: "NAME"))
  var followUpOf: [String] = []

  @OptionGroup var options: StudyOptions

  func validate() throws {
    if let followUpDraws, followUpDraws < 1 {
      throw ValidationError("--follow-up-draws is \(followUpDraws); it must be at least 1")
    }
  }

  /// Hours of a duration such as 90d.
  private static func hours(_ text: String) throws -> Double {
    guard let hours = try? Unit.duration.parse(text), hours >= 0, hours.isFinite else {
      throw ValidationError("'\(text)' is not a duration; write 90d")
    }
    return hours
  }

  /// What is watched for longer: as asked for here, or as a study file has it.
  ///
  /// - Throws: `ValidationError` for a name that no scenario has.
  private func followed(_ file: FollowUp?, among scenarios: [ScenarioFile]) throws -> FollowUp? {
    let names = scenarios.map(\.name)
    for name in followUpOf where name != "all" && !names.contains(name) {
      throw ValidationError(
        "--follow-up-of: there is no scenario '\(name)' here; "
          + FollowUp.help(for: name, among: names))
    }
    let standard = FollowUpSection()
    let hours = followUp ?? file?.hours ?? standard.window
    guard hours > 0 else { return nil }
    return FollowUp(
      hours: hours, draws: followUpDraws ?? file?.draws ?? standard.draws,
      scenarios: followUpOf.isEmpty
        ? file?.scenarios ?? [] : followUpOf.contains("all") ? [] : followUpOf)
  }

  func run() throws {
    let asked = try OutcomeWords.columns(options.outcomes)
    let question = try StudyQuestion.compared(files, options, followUp: followed)
    let shown = asked.isEmpty ? try OutcomeWords.columns(question.outcomes) : asked
    if !options.quiet { warn(question.scenarios) }
    let comparison = try Comparison(question.scenarios, options: question.settings)
    let folder = options.folder(question.settings.name)
    var session = Session(
      comparison: comparison, options: options, folder: folder, again: Command.again)
    session.simultaneous = simultaneous
    let outcome = try session.run()
    let page = ReportFile(folder: folder, language: options.language).attempt()
    let report = CompareReport(
      comparison: session.comparison, outcome: outcome, folder: folder, shown: shown,
      study: page.study)
    try Console.write(options.json ? report.json : report.text)
    if !options.quiet { report.remarks.forEach(Console.note) }
    try page.end()
    if !outcome.results.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(outcome.results, in: folder))
    }
  }

  private func warn(_ scenarios: [ScenarioFile]) {
    var seen: [Problem] = [], sources: [String: String] = [:]
    for problem in scenarios.flatMap(\.problems.list) where !seen.contains(problem) {
      seen.append(problem)
    }
    for scenario in scenarios { sources.merge(scenario.sources) { first, _ in first } }
    let warnings = Problems(seen, sources: sources)
    if !seen.isEmpty { Console.note(Console.colored(warnings.rendered, options.color)) }
  }
}

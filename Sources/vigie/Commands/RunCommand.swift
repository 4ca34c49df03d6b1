import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie run FILE`: one scenario, replicated.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run one scenario, replicated.",
    discussion: """
      A scenario whose policy differs from that of the file at the root of its chain is run beside \
      it: harm to people who are kept out happens at the rate under that policy.
      """)

  @Argument(
    help: "A scenario file, a preset's name, or - for standard input.",
    completion: .file(extensions: ["yaml"]))
  var file: String

  @OptionGroup var options: StudyOptions

  @Option(
    help: """
      Also write every event of the first replicate to this CSV file; - prints them in place of \
      the results. Only a file of events is replaced.
      """,
    completion: .file(extensions: ["csv"]))
  var events: String?

  func validate() throws {
    if events == "-", options.json {
      throw ValidationError("--events - and --json would both print to standard output")
    }
  }

  func run() throws {
    let shown = try OutcomeWords.columns(options.outcomes)
    let scenarios = try loaded()
    guard let scenario = scenarios.last else { return }
    let baseline = scenarios.count - 1
    let given = try options.given(for: scenarios, baseline: baseline)
    let size = options.size(given: given)
    let comparison = try Comparison(
      scenarios,
      options: Comparison.Options(
        name: scenario.name, draws: size.draws, replicates: size.replicates,
        echoes: options.echoes, seed: options.seed ?? StudyOptions.standardSeed,
        isFixed: options.fixed, given: given, baseline: baseline))
    let folder = options.folder(scenario.name)
    let eventFile = events.map { EventFile(path: $0) }
    try eventFile?.check(besides: folder)
    var session = Session(
      comparison: comparison, options: options, folder: folder, again: Command.again)
    let outcome = try session.run()
    let page = ReportFile(folder: folder, language: options.language).attempt()
    let report = RunReport(
      comparison: session.comparison, outcome: outcome, folder: folder, shown: shown,
      file: Input.path(file), study: page.study, events: events)
    if eventFile?.isOutput != true {
      try Console.write(options.json ? report.json : report.text)
    }
    if !options.quiet { report.remarks.forEach(Console.note) }
    if let eventFile {
      let count = try eventFile.write(comparison.plan.runs[scenarios.count - 1], of: comparison)
      if !options.quiet { Console.note("Wrote \(eventFile.name): \(count) events of replicate 1") }
    }
    try page.end()
    if !outcome.results.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(outcome.results, in: folder))
    }
  }

  /// The scenario asked for, after the reference that it is measured by if it needs one.
  private func loaded() throws -> [ScenarioFile] {
    let scenario = try ScenarioFile(
      Input.path(file), settings: options.overlay, loader: Input.loader)
    if !options.quiet, !scenario.problems.list.isEmpty {
      Console.note(Console.colored(scenario.problems.rendered, options.color))
    }
    return [try scenario.reference(loader: Input.loader), scenario].compactMap { $0 }
  }
}

/// Lines about commands that several commands print.
enum Command {
  /// The command as it was typed, to be typed again; without `--fresh`, which would start over.
  static var again: String {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--fresh" }
    return Shell.line(["vigie"] + arguments)
  }

  /// The command without what changes no byte of the results: folder, threads, what is printed.
  static var provenance: [String] {
    let flags = ["--fresh", "--quiet", "--no-progress", "--json"]
    let options = ["--out", "--jobs", "--color", "--outcome", "--lang"]
    var kept = ["vigie"], isValue = false
    for word in CommandLine.arguments.dropFirst() {
      if isValue {
        isValue = false
      } else if options.contains(word) {
        isValue = true
      } else if !flags.contains(word), !options.contains(where: { word.hasPrefix($0 + "=") }) {
        kept.append(word)
      }
    }
    return kept
  }

  /// How many runs failed, and where it says why.
  static func failed(_ results: Study.Results, in folder: String) -> String {
    let count = results.failures.count
    let first = results.failures.first?.outcome.message ?? ""
    let runs = Nouns.run.counted(results.runs)
    return "warning: \(count) of \(runs) failed; see \(folder)/failures.csv\n"
      + "  first: " + first
  }
}

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

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml"]))
  var file: String

  @OptionGroup var options: StudyOptions

  @Option(
    help: "Also write every event of the first replicate to this CSV file.",
    completion: .file(extensions: ["csv"]))
  var events: String?

  func run() throws {
    let shown = try OutcomeWords.columns(options.outcomes)
    let scenario = try ScenarioFile(file, settings: options.overlay)
    if !options.quiet, !scenario.problems.list.isEmpty {
      Console.note(Console.colored(scenario.problems.rendered, options.color))
    }
    var scenarios = [scenario]
    if let reference = try scenario.reference() {
      scenarios = [reference, scenario]
    }
    let comparison = try Comparison(
      scenarios,
      options: Comparison.Options(
        name: scenario.name, replicates: options.replicates ?? 8,
        seed: options.seed ?? StudyOptions.standardSeed, isFixed: options.fixed))
    let folder = options.folder(scenario.name)
    let session = Session(
      comparison: comparison, options: options, folder: folder, again: Command.again)
    let outcome = try session.run()
    let study = ReportFile(folder: folder, language: options.language).writeIfPossible()
    let report = RunReport(
      comparison: comparison, outcome: outcome, folder: folder, shown: shown, file: file,
      study: study)
    try Console.write(options.json ? report.json : report.text)
    if !options.quiet { report.remarks.forEach(Console.note) }
    if let events { try EventFile(path: events).write(scenario, options) }
    if !outcome.results.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(outcome.results, in: folder))
    }
  }
}

/// Lines about commands that several commands print.
enum Command {
  /// The command as it was typed, to be typed again; without `--fresh`, which would start over.
  static var again: String {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--fresh" }
    return "vigie " + arguments.map(quoted).joined(separator: " ")
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

  /// A word as a shell reads it back.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_./=:,+%".utf8.contains(byte)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// How many runs failed, and where it says why.
  static func failed(_ results: Study.Results, in folder: String) -> String {
    let count = results.failures.count
    let first = results.failures.first?.outcome.message ?? ""
    let runs = Nouns.run.counted(results.runs.count)
    return "warning: \(count) of \(runs) failed; see \(folder)/failures.csv\n"
      + "  first: " + first
  }
}

import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie check FILE…`: every problem of every file; nothing is run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every problem of scenario and study files.")

  @Argument(help: "Scenario or study files.", completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Flag(help: "Print each value with the file and line it came from.")
  var resolved = false

  @Flag(help: "One JSON object per problem, on stdout.")
  var json = false

  @Flag(help: "Print problems only.")
  var quiet = false

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Set a value over the files; may be repeated.", valueName: "KEY=VALUE"))
  var settings: [String] = []

  @Option(help: "Colours on stderr: auto, always or never.")
  var color: Console.Color = .auto

  func run() throws {
    var all: [Problem] = [], sources: [String: String] = [:], scenarios: [ScenarioFile] = []
    func take(_ problems: Problems) {
      for problem in problems.list where !all.contains(problem) { all.append(problem) }
      sources.merge(problems.sources) { first, _ in first }
    }
    for file in files {
      do throws(Problems) {
        let (found, problems) = try contents(of: file)
        scenarios += found
        take(problems)
        for scenario in found { take(scenario.problems) }
      } catch {
        take(error)
      }
    }
    let problems = Problems(all, sources: sources)
    try report(problems, scenarios)
    let missing = all.allSatisfy { $0.code == .missingFile && $0.place == nil }
    if problems.hasErrors { throw Ending(code: missing ? 66 : 65) }
    if strict, !all.isEmpty {
      throw Ending(code: 65, message: quiet || json ? "" : "error: --strict allows no warnings")
    }
  }

  /// The scenario of a file, or all those of a study.
  private func contents(of file: String) throws(Problems) -> ([ScenarioFile], Problems) {
    let overlay = Experiment.Settings(settings)
    let path = Input.path(file), loader = Input.loader
    guard LoadedStudy.isStudy(loader.read(path)) else {
      return ([try ScenarioFile(path, settings: overlay, loader: loader)], Problems([]))
    }
    let study = try LoadedStudy(path, settings: overlay, loader: loader)
    return (study.scenarios, study.problems)
  }

  private func report(_ problems: Problems, _ scenarios: [ScenarioFile]) throws {
    if json {
      if !problems.list.isEmpty { try Console.write(problems.json + "\n") }
    } else if problems.list.isEmpty {
      let count = Noun("file is", "files are").counted(files.count)
      if !resolved, !quiet { try Console.write("\(count) in order\n") }
    } else {
      Console.note(Console.colored(problems.rendered, color))
      if !quiet { Console.note(problems.summary + "; nothing was run") }
    }
    guard resolved, !problems.hasErrors else { return }
    for scenario in scenarios {
      try Console.write(scenario.listing + "\n")
    }
  }
}

extension ScenarioFile {
  /// Each value with the file and line it came from; defaults say so.
  var listing: String {
    var table = TextTable(["# \(name)", "value", "set in"], right: [])
    for entry in reading.entries {
      table.add([
        entry.path, entry.given ?? entry.text,
        entry.place.map(ScenarioFile.short) ?? "default",
      ])
    }
    return table.lines.joined(separator: "\n")
  }
}

import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// The command line: reads files, runs studies, prints tables. All exit codes are decided here.
@main
struct Vigie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigie",
    abstract: "Simulates chat platforms, and measures what keeping watch changes.",
    discussion: """
      Start with 'vigie demo'. Results are those of a model: they follow from its assumptions.
      Exit codes: 0 done, 3 some runs failed, 4 a run made again differs, 64 usage, 65 a file is wrong, 66 a file is missing, \
      70 a bug, 73 results can't be written, 75 incomplete, 130 and 143 interrupted.
      """,
    version: "vigie " + Model.version,
    subcommands: [
      DemoCommand.self, ListCommand.self, ExplainCommand.self, NewCommand.self,
      CheckCommand.self, RunCommand.self, CompareCommand.self, SweepCommand.self,
      SensitivityCommand.self, CalibrateCommand.self, DiscoverCommand.self,
      ReportCommand.self,
      PlanCommand.self, WorkerCommand.self, StatusCommand.self, GatherCommand.self,
      SubmitCommand.self,
      ReplayCommand.self, VerifyCommand.self,
      SchemaCommand.self, ManualCommand.self, PublishCommand.self, CompletionsCommand.self,
      ValidateCommand.self, SoakCommand.self,
    ])

  static func main() {
    // A limit on the size of files is then an error of writing, EFBIG, instead of a silent end.
    signal(SIGXFSZ, SIG_IGN)
    Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs one command line.
  private static func status(of arguments: [String]) -> Int32 {
    if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) {
      let near = Names.hint(for: first, among: shown)
      Console.note("error: there is no command '\(first)'")
      Console.note("  help: " + (near ?? "commands: " + shown.joined(separator: ", ")))
      return 64
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return finish(error)
    }
  }

  /// Those that the help names.
  private static var shown: [String] {
    configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName } + ["help"]
  }

  private static var commands: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Says what went wrong and gives the exit code.
  private static func finish(_ error: any Error) -> Int32 {
    switch error {
    case let problems as Problems:
      Console.note(Console.colored(problems.rendered, .auto))
      Console.note(problems.summary + "; nothing was run")
      return isMissing(problems) ? 66 : 65
    case let problem as PlanProblem:
      Console.note("error: \(problem)")
      return 65
    case let unknown as UnknownOutcome:
      Console.note("error: \(unknown)")
      return 64
    case FolderProblem.contradiction:
      Console.note("error: \(error)")
      return 70
    case is FolderProblem, is DiskError, is Console.Failure:
      Console.note("error: \(error)")
      return 73
    case let ending as Ending:
      if !ending.message.isEmpty { Console.note(ending.message) }
      return ending.code
    default: return finishOther(error)
    }
  }

  /// Help, version and mistakes on the command line; anything else is a bug.
  private static func finishOther(_ error: any Error) -> Int32 {
    let code = exitCode(for: error).rawValue
    if code == 0 {
      do { try Console.write(fullMessage(for: error) + "\n") } catch { return finish(error) }
      return 0
    }
    if code == 64 {
      Console.note(fullMessage(for: error))
      return 64
    }
    Console.note("error: \(error)")
    Console.note("  help: this is a bug of vigie; the same command with the same seed repeats it")
    return 70
  }

  private static func isMissing(_ problems: Problems) -> Bool {
    !problems.list.isEmpty
      && problems.list.allSatisfy {
        ($0.code == .missingFile || $0.code == .unreadableFile) && $0.place == nil
      }
  }
}

/// The end of a command that said everything itself.
struct Ending: Error {
  /// The exit code.
  let code: Int32
  /// What is still to be said on stderr; nothing if empty.
  var message = ""
}

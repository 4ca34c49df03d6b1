import ArgumentParser
import Schema

/// `vigie completions SHELL`: what a shell needs to complete commands.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for bash, zsh or fish.")

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let found = CompletionShell(rawValue: shell) else {
      let names = CompletionShell.allCases.map(\.rawValue)
      let near = Names.hint(for: shell, among: names)
      throw ValidationError(
        "there is no completion for '\(shell)'; "
          + (near ?? "shells: " + names.joined(separator: ", ")))
    }
    try Console.write(Vigie.completionScript(for: found) + "\n")
  }
}

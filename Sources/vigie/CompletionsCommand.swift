import ArgumentParser
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "completions"); func run() throws {}
}

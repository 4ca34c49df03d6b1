import ArgumentParser

@main
struct Vigie: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "vigie")
}

import ArgumentParser
import Experiment

/// `vigie schema [scenario|study]`: the JSON Schema by which editors complete files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario or study files.")

  @Argument(help: "Of which files: scenario or study.")
  var kind: FileSchema = .scenario

  func run() throws { try Console.write(kind.text) }
}

extension FileSchema: ExpressibleByArgument {}

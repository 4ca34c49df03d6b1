import ArgumentParser
import Schema
import Simulation

/// `vigie schema`: the JSON Schema by which editors complete scenario files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files.")

  func run() throws {
    try Console.write(Reference(of: Scenario.self).jsonSchema)
  }
}

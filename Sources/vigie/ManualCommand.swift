import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie manual`: Scenarios/README.md, made from the tables.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual of scenario files.")

  @Flag(help: "Write Scenarios/README.md instead.")
  var write = false

  @Flag(help: "Say whether Scenarios/README.md is the manual; exit code 65 if not.")
  var check = false

  func run() throws {
    let text = Manual.text
    guard write || check else { return try Console.write(text) }
    let file = try PresetFolder().path + "/README.md"
    if write { return try Disk.replace(file, with: text.utf8) }
    guard try Disk.read(file) == Array(text.utf8) else {
      throw Ending(
        code: 65,
        message: "error: \(file) is out of date. Run: swift run vigie manual --write")
    }
    try Console.write("\(file) is in order\n")
  }
}

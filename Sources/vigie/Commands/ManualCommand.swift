import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie manual`: Scenarios/README.md, made from the tables, and vigie(1), made from the commands.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual of scenario files, or of the commands.")

  @Flag(help: "Print the page vigie(1) of the commands, for man.")
  var page = false

  @Flag(help: "Write Scenarios/README.md and docs/vigie.1 instead.")
  var write = false

  @Flag(help: "Say whether Scenarios/README.md and docs/vigie.1 are current; exit code 65 if not.")
  var check = false

  func run() throws {
    let page = try ManualPage.text()
    guard write || check else { return try Console.write(self.page ? page : Manual.text) }
    let scenarios = try PresetFolder.onDisk(), root = String(scenarios.dropLast("Scenarios".count))
    var files = [
      (path: scenarios + "/README.md", text: Manual.text),
      (path: root + ManualPage.file, text: page),
    ]
    // The program may stand without its sources.
    let sources = root + "Sources/Experiment/Shipped"
    if Disk.kind(of: sources) == .folder {
      for page in try Shipped.sources(of: scenarios) {
        files.append((sources + "/" + page.name, page.text))
      }
    }
    for file in files {
      if write {
        try Disk.makeFolder(FilePath.folder(of: file.path))
        try Disk.replace(file.path, with: file.text.utf8)
      } else if try Disk.read(file.path) != Array(file.text.utf8) {
        throw Ending(
          code: 65,
          message: "error: \(file.path) is out of date. Run: swift run vigie manual --write")
      }
    }
    if check { try Console.write(files.map { "\($0.path) is in order\n" }.joined()) }
  }
}

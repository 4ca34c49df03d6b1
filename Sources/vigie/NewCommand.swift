import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// `vigie new PRESET [FILE]`: a commented scenario file and its JSON Schema.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented scenario file that starts from a preset.")

  @Argument(help: "A preset; 'vigie list presets' names them.")
  var preset: String

  @Argument(help: "The file to write (default: PRESET-mine.yaml).")
  var file: String?

  @Flag(help: "Print names of the files written as JSON.")
  var json = false

  @Flag(help: "Print nothing.")
  var quiet = false

  @Flag(help: "Replace the file if it is there.")
  var force = false

  /// The schema's file, beside the scenario.
  static let schema = "vigie.schema.json"

  func run() throws {
    let presets = try PresetFolder()
    let wanted = preset.hasSuffix(".yaml") ? preset : preset + ".yaml"
    guard presets.scenarios.contains(wanted) else {
      let names = presets.scenarios.map { String($0.dropLast(5)) }
      let near = Names.nearest(to: preset, among: names).map { "did you mean '\($0)'?" }
      throw Ending(
        code: 64,
        message: "error: there is no preset '\(preset)'\n  help: "
          + (near ?? "presets: " + names.joined(separator: ", ")))
    }
    let path = file ?? String(wanted.dropLast(5)) + "-mine.yaml"
    if !force, FileManager.default.fileExists(atPath: path) {
      throw Ending(code: 73, message: "error: \(path) is there already; --force replaces it")
    }
    let folder = (path as NSString).deletingLastPathComponent
    let beside = folder.isEmpty ? "" : folder + "/"
    let base = NewCommand.relative(presets.path + "/" + wanted, from: folder)
    let text = NewCommand.text(extending: base, file: path)
    try Disk.replace(path, with: text.utf8)
    try Disk.replace(beside + NewCommand.schema, with: Reference(of: Scenario.self).jsonSchema.utf8)
    if json {
      let files = [path, beside + NewCommand.schema].map { JSON.string($0) }
      return try Console.write(JSON.object([.init("files", .array(files))]).text)
    }
    guard !quiet else { return }
    try Console.write("Wrote \(path) and \(beside + NewCommand.schema)\n")
    Console.note("Next: edit it, then vigie check \(path), then vigie run \(path) -r 2")
  }

  /// The path of a file as seen from a folder.
  static func relative(_ file: String, from folder: String) -> String {
    if file.hasPrefix("/") { return file }
    let to = URL(fileURLWithPath: file).standardizedFileURL.pathComponents
    let from = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL
      .pathComponents
    let common = zip(to, from).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }

  private static func text(extending base: String, file: String) -> String {
    let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let name = String(
      stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) ? $0 : "_" })
    var lines = [
      "# yaml-language-server: $schema=\(schema)",
      "# Only what differs from the file below. Each line that starts with '# ' and a key shows a",
      "# default: take the '# ' away and change the value. 'vigie explain KEY' says more.",
      "schema_version: 1", "extends: \(Command.quoted(base))", "name: \(name)",
      "title: What this scenario changes", "",
    ]
    let levers = Scenario.leverSections
    var section = ""
    for entry in catalogue(of: Scenario.self) {
      let parts = entry.path.split(separator: ".").map(String.init)
      guard parts.count == 2, let first = parts.first, levers.contains(first),
        !entry.fallback.isEmpty
      else { continue }
      if first != section {
        lines += section.isEmpty ? [] : [""]
        lines.append("# \(first):")
        section = first
      }
      lines.append("#   \(parts[1]): \(entry.fallback)    # \(entry.facts.meaning)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

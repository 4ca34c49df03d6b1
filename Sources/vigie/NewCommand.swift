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
    let presets = PresetFolder()
    let wanted = preset.hasSuffix(".yaml") ? preset : preset + ".yaml"
    guard presets.scenarios.contains(wanted) else {
      let names = presets.scenarios.map(PresetFolder.stem)
      let near = Names.nearest(to: preset, among: names).map { "did you mean '\($0)'?" }
      throw Ending(
        code: 64,
        message: "error: there is no preset '\(preset)'\n  help: "
          + (near ?? "presets: " + names.joined(separator: ", ")))
    }
    let path = try target(PresetFolder.stem(wanted) + "-mine.yaml")
    let folder = FilePath.folder(of: path)
    let schema = FilePath.joined(folder, NewCommand.schema)
    let base = NewCommand.base(presets.path(wanted), from: folder)
    let text = NewCommand.text(extending: base, file: path)
    try Disk.replace(path, with: text.utf8)
    try Disk.replace(schema, with: Reference(of: Scenario.self).jsonSchema.utf8)
    if json {
      let files = [path, schema].map { JSON.string($0) }
      return try Console.write(JSON.object([.init("files", .array(files))]).text)
    }
    guard !quiet else { return }
    try Console.write("Wrote \(path) and \(schema)\n")
    let typed = Shell.quoted(path)
    Console.note("Next: edit it, then vigie check \(typed), then vigie run \(typed) -r 2")
  }

  /// The file to write.
  ///
  /// - Throws: `Ending`: 64 where a folder is named, 73 where the file is there already.
  private func target(_ standard: String) throws -> String {
    let path = file ?? standard
    if FilePath.name(of: path).isEmpty || Disk.kind(of: path) == .folder {
      throw Ending(
        code: 64,
        message: "error: '\(path)' names a folder\n  help: write "
          + Shell.quoted(FilePath.joined(path, standard)))
    }
    if !force, Disk.kind(of: path) != .nothing {
      throw Ending(code: 73, message: "error: \(path) is there already; --force replaces it")
    }
    return path
  }

  /// What a file in a folder is to extend; links are followed, as they will be when it is read.
  private static func base(_ file: String, from folder: String) -> String {
    guard !file.hasPrefix("/"), let target = Disk.real(file),
      let place = Disk.real(folder.isEmpty ? "." : folder)
    else { return file }
    return FilePath.relative(target, from: place)
  }

  private static func text(extending base: String, file: String) -> String {
    let place = Place(file: file, line: 1, column: 1)
    func quoted(_ text: String) -> String { Tree.scalar(.init(text, at: place)).flowText }
    var lines = [
      "# yaml-language-server: $schema=\(schema)",
      "# Only what differs from the file below. Each line that starts with '# ' and a key shows a",
      "# default: take the '# ' away and change the value. 'vigie explain KEY' says more.",
      "schema_version: 1", "extends: \(quoted(base))",
      "name: \(quoted(FilePath.safe(FilePath.stem(of: file))))",
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

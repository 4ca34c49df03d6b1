import ArgumentParser
import Experiment
import Schema

/// `vigie new PRESET [FILE]`: a commented scenario file, or a study file, and its JSON Schema.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a scenario or study file that starts from a preset.")

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

  func run() throws {
    let presets = PresetFolder()
    let (wanted, kind) = try known(presets.presets)
    let path = try target(PresetFolder.stem(wanted) + "-mine.yaml")
    let draft = Draft(preset: presets.path(wanted), file: path)
    let schema = FilePath.joined(FilePath.folder(of: path), kind.file)
    try Disk.replace(path, with: (kind == .study ? draft.study() : draft.scenario).utf8)
    try Disk.replace(schema, with: kind.text.utf8)
    if json {
      let files = [path, schema].map { JSON.string($0) }
      return try Console.write(JSON.object([.init("files", .array(files))]).text)
    }
    guard !quiet else { return }
    try Console.write("Wrote \(path) and \(schema)\n")
    let typed = Shell.quoted(path), next = kind == .study ? "compare" : "run"
    Console.note("Next: edit it, then vigie check \(typed), then vigie \(next) \(typed) -r 2")
  }

  /// The preset's file, and what it is.
  ///
  /// - Throws: `Ending` 64 where there is no such preset.
  private func known(_ presets: [(file: String, kind: FileSchema)]) throws
    -> (file: String, kind: FileSchema)
  {
    let wanted = preset.hasSuffix(".yaml") ? preset : preset + ".yaml"
    if let found = presets.first(where: { $0.file == wanted }) { return found }
    let names = presets.map { PresetFolder.stem($0.file) }
    let near = Names.hint(for: preset, among: names)
    throw Ending(
      code: 64,
      message: "error: there is no preset '\(preset)'\n  help: "
        + (near ?? "presets: " + names.joined(separator: ", ")))
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
}

import Experiment
import Foundation
import Report
import Schema

/// The shipped files: in a folder Scenarios under the working directory or in the program's own
/// checkout, else inside the program.
struct PresetFolder {
  /// Where the folder is, as it is to be typed; nil where there is none.
  let folder: String?

  init() { folder = ScenarioFolder.path }

  /// The folder itself, for commands that write beside it.
  ///
  /// - Throws: `Ending` with exit code 66 that says where it was looked for.
  static func onDisk() throws -> String {
    guard let path = ScenarioFolder.path else {
      throw Ending(
        code: 66,
        message: "error: there is no folder 'Scenarios' here, nor above the program itself\n"
          + "  help: start vigie in the folder that holds Scenarios")
    }
    return path
  }

  /// The path of one of the files.
  func path(_ file: String) -> String { folder.map { $0 + "/" + file } ?? Shipped.mark + file }

  /// What to type to run one of the files.
  func typed(_ file: String) -> String {
    folder == nil ? PresetFolder.stem(file) : Shell.quoted(path(file))
  }

  /// The path of a preset or study by its name, with or without its ending; nil if there is none.
  func file(named word: String) -> String? {
    let wanted = word.hasSuffix(".yaml") ? word : word + ".yaml"
    return files.contains(wanted) ? path(wanted) : nil
  }

  /// The files that can be read, scenarios before studies, each kind in the order of names.
  var presets: [(file: String, kind: FileSchema)] {
    let found = files.compactMap { file in
      loaded(file).map {
        (file: file, kind: LoadedStudy.isStudy($0) ? FileSchema.study : .scenario)
      }
    }
    return found.filter { $0.kind == .scenario } + found.filter { $0.kind == .study }
  }

  /// What a scenario file says it is; nothing if it can't be read, or only extends what says so.
  func title(of file: String) -> String {
    guard let title = loaded(file)?.tree["title"], title.place.file == path(file) else { return "" }
    return title.text?.oneLine ?? ""
  }

  /// A file's name without its ending.
  static func stem(_ file: String) -> String {
    file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
  }

  /// What sources say about a scenario, if somebody wrote it down and it can be read.
  static func targets(of scenario: String) -> [Target]? {
    let safe = scenario.utf8.allSatisfy { $0 != 0x2F && $0 != 0 }
    let path = PresetFolder().path("targets/\(scenario).csv")
    guard safe, let bytes = try? Loader.shipped(path) else { return nil }
    do {
      return try Target.list(bytes)
    } catch {
      Console.note("warning: \(path): \(error)")
      return nil
    }
  }

  private var files: [String] {
    let names = folder.map { (try? Disk.names(in: $0)) ?? [] } ?? Shipped.names
    return names.filter { $0.hasSuffix(".yaml") && !$0.utf8.contains(0x2F) }.sorted()
  }

  private func loaded(_ file: String) -> Loader.Loaded? { try? Input.loader.load(path(file)) }
}

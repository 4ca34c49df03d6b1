import Experiment
import Foundation
import Report
import Schema

/// The folder Scenarios/: under the working directory, or in the program's own checkout.
struct PresetFolder {
  /// Where it is, as it is to be typed.
  let path: String

  /// Finds it.
  ///
  /// - Throws: `Ending` with exit code 66 that says where it was looked for.
  init() throws {
    guard let path = ScenarioFolder.path else {
      throw Ending(
        code: 66,
        message: "error: there is no folder 'Scenarios' here, nor above the program itself\n"
          + "  help: start vigie in the folder that holds Scenarios")
    }
    self.path = path
  }

  /// The scenario files in it, in the order of their names.
  var scenarios: [String] {
    let names = (try? Disk.names(in: path)) ?? []
    return names.filter { name in
      guard name.hasSuffix(".yaml"), let tree = try? Loader().load(path + "/" + name).tree else {
        return false
      }
      return !LoadedStudy.isStudy(tree)
    }.sorted()
  }

  /// The studies in it, in the order of their names.
  var studies: [String] {
    let names = (try? Disk.names(in: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !scenarios.contains($0) }.sorted()
  }

  /// What sources say about a scenario, if somebody wrote it down and it can be read.
  static func targets(of scenario: String) -> [Target]? {
    let safe = scenario.utf8.allSatisfy { $0 != 0x2F && $0 != 0 }
    guard safe, let folder = ScenarioFolder.path,
      let bytes = try? Disk.read(folder + "/targets/\(scenario).csv")
    else { return nil }
    do {
      return try Target.list(bytes)
    } catch {
      Console.note("warning: \(folder)/targets/\(scenario).csv: \(error)")
      return nil
    }
  }
}

extension PresetFolder {
  /// What a scenario file says it is; nothing if it can't be read, or only extends what says so.
  func title(of file: String) -> String {
    let file = path + "/" + file
    guard let title = try? Loader().load(file).tree["title"], title.place.file == file else {
      return ""
    }
    return title.text?.oneLine ?? ""
  }
}

import Experiment
import Schema
import Simulation

/// The text of a new file that starts from a preset.
struct Draft {
  /// Where the preset is, and where the file will be.
  let preset, file: String

  /// A scenario that extends the preset and shows the defaults of the levers.
  var scenario: String {
    var lines = [
      "# yaml-language-server: $schema=\(FileSchema.scenario.file)",
      "# Only what differs from the file below. Each line that starts with '# ' and a key shows a",
      "# default: take the '# ' away and change the value. 'vigie explain KEY' says more.",
      "schema_version: 1", "extends: \(scalar(named(preset)).flowText)",
      "name: \(scalar(name).flowText)", "title: What this scenario changes", "",
    ]
    var section = ""
    for entry in catalogue(of: Scenario.self) {
      let parts = entry.path.split(separator: ".").map(String.init)
      guard parts.count == 2, Scenario.leverSections.contains(parts[0]), !entry.fallback.isEmpty
      else { continue }
      if parts[0] != section {
        lines += section.isEmpty ? [] : [""]
        lines.append("# \(parts[0]):")
        section = parts[0]
      }
      lines.append("#   \(parts[1]): \(entry.fallback)    # \(entry.facts.meaning)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A study like the preset, with the names of its files as seen from the new one's folder.
  func study() throws(Problems) -> String {
    let own = ["name": scalar(name), "title": scalar("What this study compares")]
    guard case .map(var map) = try Input.loader.load(preset).tree else { return "" }
    map.entries = map.entries.map { entry in
      switch (entry.key.text, entry.value) {
      case ("baseline", _), ("draws_file", _): return .init(entry.key, beside(entry.value))
      case ("alternatives", .list(var list)):
        list.items = list.items.map(alternative)
        return .init(entry.key, .list(list))
      default: return .init(entry.key, own[entry.key.text] ?? entry.value)
      }
    }
    return "# yaml-language-server: $schema=\(FileSchema.study.file)\n"
      + Tree.map(map).canonicalYAML
  }

  private func alternative(_ item: Tree) -> Tree {
    guard case .map(var differing) = item else { return beside(item) }
    differing.entries = differing.entries.map {
      $0.key.text == "extends" ? .init($0.key, beside($0.value)) : $0
    }
    return .map(differing)
  }

  /// A file that the preset names, as the new file has to name it.
  private func beside(_ tree: Tree) -> Tree {
    guard let text = tree.text else { return tree }
    let folder = String(preset.dropLast(FilePath.name(of: preset).count))
    return scalar(named(folder + text))
  }

  /// How the new file names another; links are followed, as they will be when it is read.
  private func named(_ other: String) -> String {
    let folder = FilePath.folder(of: file)
    guard !other.hasPrefix("/"), let target = Disk.real(other),
      let place = Disk.real(folder.isEmpty ? "." : folder)
    else { return other }
    return FilePath.relative(target, from: place)
  }

  /// A name that tables can carry, after the file's own.
  private var name: String {
    let safe = FilePath.safe(FilePath.stem(of: file))
    return ScenarioFile.isName(safe) ? safe : "scenario_" + safe
  }

  private func scalar(_ text: String) -> Tree {
    .scalar(.init(text, at: Place(file: "", line: 1, column: 1)))
  }
}

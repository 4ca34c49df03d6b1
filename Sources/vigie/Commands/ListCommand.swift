import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie list`: what there is to set, to measure, and to start from.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List presets, parameters, outcomes or harms.")

  /// What can be listed.
  enum Topic: String, CaseIterable, ExpressibleByArgument {
    case presets, parameters, outcomes, harms
  }

  @Argument(help: "presets, parameters, outcomes or harms (default: presets).")
  var topic: String?

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    let rows = try ListCommand.rows(of: try ListCommand.topic(topic))
    if json {
      let objects = rows.cells.map { row in
        JSON.object(zip(rows.header, row).map { .init($0, .string($1)) })
      }
      return try Console.write(JSON.array(objects).text)
    }
    var table = TextTable(rows.header, right: [])
    rows.cells.forEach { table.add($0) }
    try Console.write(table.lines.joined(separator: "\n") + "\n")
  }

  /// The topic of a word.
  ///
  /// - Throws: `ValidationError` with the nearest one.
  private static func topic(_ word: String?) throws -> Topic {
    guard let word else { return .presets }
    if let topic = Topic(rawValue: word) { return topic }
    let names = Topic.allCases.map(\.rawValue)
    let near = Names.hint(for: word, among: names)
    throw ValidationError(
      "there is no list '\(word)'; " + (near ?? "lists: " + names.joined(separator: ", ")))
  }

  private static func rows(of topic: Topic) throws -> (header: [String], cells: [[String]]) {
    switch topic {
    case .presets:
      let folder = PresetFolder()
      return (
        ["preset", "kind", "title"],
        folder.presets.map {
          [PresetFolder.stem($0.file), $0.kind.rawValue, folder.title(of: $0.file)]
        }
      )
    case .parameters:
      let cells = catalogue(of: Scenario.self).filter { $0.facts.isValue }.map {
        [$0.path, $0.facts.kind.text, $0.fallback, $0.facts.meaning]
      }
      return (["parameter", "type", "default", "meaning"], cells)
    case .outcomes:
      return (
        ["outcome", "unit", "role", "meaning"],
        Outcomes.columns.map { [$0.name, $0.unit, $0.role.rawValue, $0.meaning] }
      )
    case .harms:
      return (
        ["harm", "severity", "name"],
        Harm.allCases.map { [$0.code, String($0.severity), $0.title] }
      )
    }
  }
}

extension Facts {
  /// Whether it's a value, not a section or a list.
  var isValue: Bool {
    switch kind {
    case .section, .list: false
    default: true
    }
  }
}

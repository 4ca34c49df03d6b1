import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie explain KEY`: a parameter, an outcome or a harm in full.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a parameter, an outcome or a harm.")

  @Argument(help: "Such as people.minor_share, unwanted_contacts or H2.")
  var key: String

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    if let column = Outcomes.columns.first(where: { $0.name == key }) {
      return try Console.write(
        json ? ExplainCommand.json(of: column) : ExplainCommand.text(of: column))
    }
    if let harm = Harm.allCases.first(where: { $0.code == key.uppercased() }) {
      return try Console.write(json ? ExplainCommand.json(of: harm) : ExplainCommand.text(of: harm))
    }
    let reference = Reference(of: Scenario.self)
    let text: String
    do throws(Problems) {
      text =
        json
        ? ExplainCommand.json(of: try reference.entry(key)) : try reference.explain(key) + "\n"
    } catch {
      throw Ending(code: 64, message: message(error))
    }
    try Console.write(text)
  }

  private static func text(of harm: Harm) -> String {
    "\(harm.code)\n  \(harm.title)\n  severity: \(harm.severity) of 5 (assumed)\n"
  }

  private static func json(of harm: Harm) -> String {
    JSON.object([
      .init("harm", .string(harm.code)), .init("title", .string(harm.title)),
      .init("severity", .count(UInt64(clamping: harm.severity))),
    ]).text
  }

  private static func json(of column: Column) -> String {
    JSON.object([
      .init("outcome", .string(column.name)), .init("meaning", .string(column.meaning)),
      .init("unit", .string(column.unit)), .init("role", .string(column.role.rawValue)),
      .init("better", .string(column.better.rawValue)),
    ]).text
  }

  private static func json(of entry: CatalogueEntry) -> String {
    let facts = entry.facts
    var members: [JSON.Member] = [
      .init("parameter", .string(entry.path)), .init("meaning", .string(facts.meaning)),
      .init("type", .string(facts.type)), .init("default", .string(entry.fallback)),
    ]
    if let unit = facts.unit {
      if let range = facts.range { members.append(.init("range", .string(unit.text(range)))) }
      if let range = facts.evidence {
        members.append(.init("in_studies", .string(unit.text(range))))
      }
    }
    if let source = facts.source {
      members += [
        .init("source_kind", .string(source.kind)), .init("source", .string(source.text)),
      ]
    }
    return JSON.object(members).text
  }

  /// The problem, with the nearest outcome where no parameter is near.
  private func message(_ problems: Problems) -> String {
    if problems.list.first?.help == nil,
      let near = Names.nearest(to: key, among: Outcomes.columns.map(\.name))
    {
      return problems.rendered + "\n  help: did you mean the outcome '\(near)'?"
    }
    return problems.rendered
  }

  private static func text(of column: Column) -> String {
    let direction =
      switch column.better {
      case .lower: "lower is better"
      case .higher: "higher is better"
      case .neither: "neither direction is better"
      }
    return """
      \(column.name)
        \(column.meaning)
        unit: \(column.unit)
        role: \(column.role.rawValue), \(direction)

      """
  }
}

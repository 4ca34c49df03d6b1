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

  func run() throws {
    if let column = Outcomes.columns.first(where: { $0.name == key }) {
      return try Console.write(ExplainCommand.text(of: column))
    }
    if let harm = Harm.allCases.first(where: { $0.code == key.uppercased() }) {
      return try Console.write(
        "\(harm.code)\n  \(harm.title)\n  severity: \(harm.severity) of 5 (assumed)\n")
    }
    let text: String
    do throws(Problems) {
      text = try Reference(of: Scenario.self).explain(key)
    } catch {
      throw Ending(code: 64, message: message(error))
    }
    try Console.write(text + "\n")
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

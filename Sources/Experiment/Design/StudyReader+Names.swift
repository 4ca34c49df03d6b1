import Schema
import Simulation

/// What a study says of its scenarios by their names.
extension StudyReader {
  /// The follow-up, with names of scenarios that there are; a problem for every other one.
  mutating func followUp(
    _ section: FollowUpSection, among scenarios: [ScenarioFile], _ tree: Tree?
  ) -> FollowUp? {
    let names = scenarios.map(\.name)
    // Where a scenario could not be read its name is missing through no fault of this list.
    let isWhole = problems.isEmpty
    var found: [String] = []
    for item in Self.items(tree?["scenarios"]) {
      if let text = item.text, names.contains(text) {
        found.append(text)
      } else if isWhole {
        report(
          .notAChoice, "there is no scenario '\(item.text ?? "")' in this study", item,
          help: FollowUp.help(for: item.text ?? "", among: names))
      }
    }
    guard section.window > 0 else { return nil }
    return FollowUp(hours: section.window, draws: section.draws, scenarios: found)
  }

  /// What alternatives are compared with; a problem for every name that there is not, and for who is
  /// compared with somebody that is compared with a third.
  mutating func references(among scenarios: [ScenarioFile]) -> [String: String] {
    let names = scenarios.map(\.name)
    var found: [String: String] = [:]
    for (name, tree) in references {
      guard let other = tree.text, names.contains(other), other != name else {
        report(
          .notAChoice, "there is no other scenario '\(tree.text ?? "")' in this study", tree,
          help: FollowUp.help(for: tree.text ?? "", among: names))
        continue
      }
      if references.contains(where: { $0.name == other }) {
        report(
          .notAChoice, "'\(other)' is itself compared with another alternative", tree,
          help: "compare both with the same scenario")
      } else {
        found[name] = other
      }
    }
    return found
  }
}

import Experiment
import Schema
import Simulation

extension Presets {
  /// The side without the policy: the world of a preset, its rivals among it, under the policy of the
  /// scenario that all are compared with.
  ///
  /// - Parameter settings: `KEY=VALUE`, of the world.
  /// - Throws: `Problems`.
  func reference(of id: String, settings: [String]) throws(Problems) -> ScenarioFile {
    let world = try scenario(id, settings: settings)
    let base = try scenario(Self.baseline, settings: settings)
    let entries =
      Self.entries(of: world) { !Scenario.policySections.contains($0) }
      + Self.entries(of: base) { Scenario.policySections.contains($0) }
    let text = Tree.map(.init(entries, at: base.tree.place)).canonicalYAML
    return try ScenarioFile(
      Self.baseline + ".yaml", settings: Settings(Self.answers(of: base)),
      loader: Loader { _ in Array(text.utf8) })
  }

  /// Sections and values at the top of a scenario whose names are wanted.
  private static func entries(
    of file: ScenarioFile, where isWanted: (String) -> Bool
  ) -> [Tree.Entry] {
    guard case .map(let map) = file.tree else { return [] }
    return map.entries.filter { isWanted($0.key.text) }
  }

  /// What people say of themselves hangs on what a platform does with it: where the page has it among a
  /// platform's choices, it is the policy's, whatever its section.
  private static func answers(of base: ScenarioFile) -> [String] {
    Control.all.filter { control in
      let section = String(control.key.prefix { $0 != "." })
      return !control.isWorld && !Scenario.policySections.contains(section)
    }.compactMap { control in
      base.entry(control.key).map { "\(control.key)=\($0.given ?? $0.text)" }
    }
  }
}

import Schema
import Simulation

extension ScenarioFile {
  /// Sections that are a platform's choice; all others describe people and offenders.
  public static let policySections = Scenario.leverSections + ["directory"]

  /// The same world under the policy of the last file of the chain, with nothing set on top: what
  /// harm elsewhere is measured by. Nil where the policy is that already.
  ///
  /// The world stays this scenario's own, so that the same people knock at the same moments.
  ///
  /// - Throws: `Problems` of the last file, or where its policy contradicts this world.
  public func reference(loader: Loader = Loader()) throws(Problems) -> ScenarioFile? {
    var loaded = try loader.load(root)
    let fromRoot = ScenarioFile.policySections + ["name", "title"]
    var entries: [Tree.Entry] = []
    if case .map(let map) = tree {
      entries = map.entries.filter { !fromRoot.contains($0.key.text) }
    }
    if case .map(let map) = loaded.tree {
      entries += map.entries.filter { fromRoot.contains($0.key.text) }
    }
    loaded.tree = .map(.init(entries, at: loaded.tree.place))
    loaded.files = [root]
    loaded.sources = sources.merging(loaded.sources) { first, _ in first }
    let other = try ScenarioFile(loaded, settings: Settings())
    if other.policy == policy { return nil }
    return other.name == name ? other.renamed(name + ScenarioFile.referenceSuffix) : other
  }

  /// The values of the policy, in the table's order.
  private var policy: [String] {
    reading.entries.compactMap { entry in
      let section = entry.path.prefix { $0 != "." }
      guard ScenarioFile.policySections.contains(where: { $0 == section }) else { return nil }
      return entry.path + ": " + (entry.given ?? entry.text)
    }
  }
}

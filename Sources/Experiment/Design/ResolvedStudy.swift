import Schema
import Simulation

/// study.yaml: everything that decides the runs of a study, so that a stranger can make them again.
///
/// The references stand there with every value; of every other scenario what differs from the first
/// one, as an overlay that `extends` would put on top. Where an overlay could not say it (something
/// is gone that the first one has), the scenario stands there in full.
public enum ResolvedStudy {
  private static let here = Place(file: "", line: 1, column: 1)

  /// The text for a comparison.
  static func text(of comparison: Comparison) -> String {
    let options = comparison.options, plan = comparison.plan
    var full: [Tree.Entry] = [], overlays: [Tree.Entry] = []
    let base = comparison.scenarios.first.map(titled)
    for (index, scenario) in comparison.scenarios.enumerated() {
      let own = titled(scenario)
      if index > 0, let base, let overlay = overlay(of: own, over: base) {
        overlays.append(entry(scenario.name, overlay))
      } else {
        full.append(entry(scenario.name, own))
      }
    }
    let names = comparison.scenarios.map { text($0.name) }
    let extra =
      notes(on: comparison) + values(of: comparison) + samples(options.samples)
      + (options.outcomes.isEmpty
        ? [] : [entry("outcomes", .list(.init(options.outcomes.map(text), at: here)))])
    return Tree.map(
      .init(
        [
          entry("schema_version", text("2")), entry("name", text(options.name)),
          entry("draws", text(String(plan.draws))),
          entry("replicates", text(plan.echoes ? "echoes" : String(plan.replicates))),
          entry("seed", text(String(options.seed))),
          entry("uncertain", text(options.isFixed ? "medians" : "drawn")),
          entry("policy_from", text(options.beginsWithWindow ? "window" : "beginning")),
        ] + extra + [
          entry("order", .list(.init(names, at: here))),
          entry("scenarios", .map(.init(full, at: here))),
          entry("overlays", .map(.init(overlays, at: here))),
        ], at: here)
    ).canonicalYAML
  }

  /// The files of values beside the text, and whose parameters their paths alone are.
  private static func values(of comparison: Comparison) -> [Tree.Entry] {
    let names = comparison.tables.map(\.name)
    let files = [ByRow.Rows.draws, .points].filter { names.contains($0.rawValue) }
    if files.isEmpty { return [] }
    let owner = comparison.scenarios[comparison.options.baseline].name
    return files.map { entry($0.rawValue + "_file", text($0.file)) }
      + [entry("draws_of", text(owner))]
  }

  /// Samples of points, which are functions of these few facts and the seed.
  private static func samples(_ samples: [Sample]) -> [Tree.Entry] {
    if samples.isEmpty { return [] }
    let items = samples.map { sample in
      Tree.map(
        .init(
          [
            entry("kind", text(sample.kind.rawValue)), entry("rows", text(String(sample.rows))),
            entry("inputs", .list(.init(sample.inputs.map(text), at: here))),
          ], at: here))
    }
    return [entry("samples", .list(.init(items, at: here)))]
  }

  private static func samples(_ tree: Tree?, seed: UInt64) -> [Sample] {
    guard case .list(let list)? = tree else { return [] }
    return list.items.compactMap { item in
      guard let kind = item["kind"]?.text.flatMap(Sample.Kind.init),
        let rows = item["rows"]?.text.flatMap({ Int($0) }), case .list(let inputs)? = item["inputs"]
      else { return nil }
      return Sample(kind, inputs: inputs.items.compactMap(\.text), rows: rows, seed: seed)
    }
  }

  /// What is said of some scenarios only: what they are compared with, fewer draws, longer watches.
  private static func notes(on comparison: Comparison) -> [Tree.Entry] {
    let options = comparison.options
    let fewer = comparison.scenarios.compactMap { scenario in
      options.fewerDraws[scenario.name].map { entry(scenario.name, text(String($0))) }
    }
    let others = comparison.scenarios.compactMap { scenario in
      options.against[scenario.name].map { entry(scenario.name, text($0)) }
    }
    return
      (others.isEmpty ? [] : [entry("against", .map(.init(others, at: here)))])
      + (fewer.isEmpty ? [] : [entry("fewer_draws", .map(.init(fewer, at: here)))])
      + (options.followUp.map { [entry("follow_up", tree(of: $0))] } ?? [])
  }

  /// The scenarios of a text by name, each with every value.
  public static func scenarios(of study: Tree) -> [(name: String, tree: Tree)] {
    guard case .list(let order)? = study["order"] else { return [] }
    let names = order.items.compactMap(\.text)
    let base = names.first.flatMap { study["scenarios"]?[$0] }
    return names.compactMap { name in
      if let full = study["scenarios"]?[name] { return (name, full) }
      guard let base, let overlay = study["overlays"]?[name] else { return nil }
      return (name, overlay.merging(over: base))
    }
  }

  /// The tree of a study.yaml; it grows with the number of scenarios beyond what people may write.
  ///
  /// - Throws: `Problems` where it can't be read.
  public static func tree(of bytes: [UInt8], file: String) throws(Problems) -> Tree {
    let (tree, problems) = Document.read(bytes: bytes, file: file, limit: .max)
    guard problems.isEmpty, let tree else { throw Problems(problems, sources: [:]) }
    return tree
  }

  /// The comparison that a folder's study.yaml describes.
  ///
  /// - Parameter file: What problems name as their file; a draws file lies beside it.
  /// - Throws: `Problems`, `PlanProblem` where the text isn't one of this program's.
  public static func comparison(_ bytes: [UInt8], file: String) throws -> Comparison {
    let tree = try tree(of: bytes, file: file)
    let number = { (key: String) in tree[key]?.text.flatMap { UInt64($0) } }
    let echoes = tree["replicates"]?.text == "echoes"
    guard let draws = number("draws"), let replicates = echoes ? 1 : number("replicates"),
      let seed = number("seed"), let name = tree["name"]?.text
    else { throw PlanProblem(description: "\(file) isn't a study of this version") }
    let scenarios = try scenarios(of: tree).map { name, tree in
      let loaded = Loader.Loaded(tree: tree, file: file)
      return try ScenarioFile(
        loaded, settings: Settings(), name: Tree.Scalar(name, at: tree.place))
    }
    let given = try tree["draws_file"]?.text.map { try ValuesFile(Loader.beside(file, $0)) }
    let points = try tree["points_file"]?.text.map {
      try ValuesFile(Loader.beside(file, $0), of: .points)
    }
    var options = Comparison.Options(
      name: name, draws: Int(clamping: draws), replicates: Int(clamping: replicates),
      echoes: echoes, seed: seed, isFixed: tree["uncertain"]?.text == "medians",
      beginsWithWindow: tree["policy_from"]?.text != "beginning",
      followUp: try tree["follow_up"].map { try followUp($0, file: file) }, given: given,
      baseline: scenarios.firstIndex { $0.name == tree["draws_of"]?.text } ?? 0)
    options.points = points
    if case .list(let names)? = tree["outcomes"] {
      options.outcomes = names.items.compactMap(\.text)
    }
    options.samples = samples(tree["samples"], seed: seed)
    for scenario in scenarios {
      options.against[scenario.name] = tree["against"]?[scenario.name]?.text
      options.fewerDraws[scenario.name] =
        tree["fewer_draws"]?[scenario.name]?.text.flatMap { Int($0) }
    }
    return try Comparison(scenarios, options: options)
  }

  private static func tree(of followUp: FollowUp) -> Tree {
    .map(
      .init(
        [
          entry("hours", text(CSV.shortest(followUp.hours))),
          entry("draws", text(String(followUp.draws))),
          entry("scenarios", .list(.init(followUp.scenarios.map(text), at: here))),
        ], at: here))
  }

  private static func followUp(_ tree: Tree, file: String) throws -> FollowUp {
    guard let hours = tree["hours"]?.text.flatMap(Double.init),
      let draws = tree["draws"]?.text.flatMap({ Int($0) }),
      case .list(let names)? = tree["scenarios"]
    else { throw PlanProblem(description: "\(file) isn't a study of this version") }
    return FollowUp(hours: hours, draws: draws, scenarios: names.items.compactMap(\.text))
  }

  /// Every value; a scenario without a title has its name for one, since an overlay can't take the
  /// first one's title away.
  static func titled(_ scenario: ScenarioFile) -> Tree {
    let own = scenario.resolved
    guard own["title"] == nil, case .map(var map) = own else { return own }
    let place = map.entries.firstIndex { $0.key.text == "name" }.map { $0 + 1 } ?? 0
    map.entries.insert(entry("title", text(scenario.name)), at: place)
    return .map(map)
  }

  private static func entry(_ key: String, _ value: Tree) -> Tree.Entry {
    .init(.init(key, at: here), value)
  }

  private static func text(_ text: String) -> Tree { .scalar(.init(text, at: here)) }

  /// What one tree says differently; nil where merging it would not give that tree back.
  static func overlay(of tree: Tree, over base: Tree) -> Tree? {
    let found = difference(tree, base) ?? .map(.init([], at: here))
    return found.merging(over: base).canonicalYAML == tree.canonicalYAML ? found : nil
  }

  /// Nil where nothing differs.
  private static func difference(_ tree: Tree, _ base: Tree) -> Tree? {
    if tree.canonicalYAML == base.canonicalYAML { return nil }
    switch (tree, base) {
    case (.map(let own), .map(let other)):
      let entries = own.entries.compactMap { entry -> Tree.Entry? in
        guard let before = other[entry.key.text] else { return entry }
        return difference(entry.value, before).map { .init(entry.key, $0) }
      }
      return .map(.init(entries, at: here))
    case (.list(let own), .list(let other)) where own.items.allSatisfy { $0["name"] != nil }:
      let items = own.items.compactMap { item -> Tree? in
        let name = item["name"]?.text
        guard let before = other.items.first(where: { $0["name"]?.text == name }) else {
          return item
        }
        guard case .map(let found)? = difference(item, before) else { return nil }
        let label = item["name"].map { [entry("name", $0)] } ?? []
        return .map(.init(label + found.entries, at: here))
      }
      return .list(.init(items, at: here))
    default: return tree
    }
  }
}

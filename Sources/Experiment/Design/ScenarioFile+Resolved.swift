import Schema
import Simulation

extension ScenarioFile {
  /// Every parameter and every default, as a tree that reads back the same; `name` first.
  ///
  /// Uncertain parameters keep their distributions.
  public var resolved: Tree {
    var values: [String: ReadValue] = [:], order: [String] = []
    for entry in reading.entries {
      values[entry.path] = entry
      order.append(entry.path)
    }
    let listing = Resolution(values: values, order: order)
    return listing.tree(of: Section(of: Scenario.self), at: "", depth: 0)
  }

  /// The text of ``resolved``, with the name the scenario has in its study.
  public var text: String { "# \(name)\n" + resolved.canonicalYAML }

  /// The value of each parameter with where it was set, for parameters.csv.
  ///
  /// - Parameter base: Only what differs from this scenario, if given.
  func rows(over base: ScenarioFile? = nil) -> [ParameterRow] {
    var before: [String: String] = [:]
    for entry in base?.used.entries ?? [] { before[entry.path] = entry.given ?? entry.text }
    return used.entries.compactMap { entry in
      let value = entry.given ?? entry.text
      if base != nil, before[entry.path] == value { return nil }
      return ParameterRow(
        key: entry.path, value: value, unit: entry.unit?.symbol ?? "", standard: entry.fallback,
        low: entry.low, high: entry.high,
        source: entry.source.map { "\($0.kind): \($0.text)" } ?? "",
        setIn: entry.place.map(ScenarioFile.short) ?? "")
    }
  }

  /// A place without folders: `coco.yaml:21`, or `command line`.
  public static func short(_ place: Place) -> String {
    // A cell that starts with a hyphen would be taken for a formula.
    if Settings.isHere(place) { return "command line" }
    let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
    return "\(file):\(place.line)"
  }
}

/// Puts the entries of a reading back into sections and lists.
private struct Resolution {
  let values: [String: ReadValue]
  let order: [String]
  private let here = Place(file: "", line: 1, column: 1)

  init(values: [String: ReadValue], order: [String]) {
    self.values = values
    self.order = order
  }

  func tree(of section: Section, at path: String, depth: Int) -> Tree {
    guard depth < 12 else { return .map(.init([], at: here)) }
    var entries: [Tree.Entry] = []
    for row in section.rows() {
      let own = path.isEmpty ? row.facts.name : path + "." + row.facts.name
      let value: Tree?
      switch row.facts.kind {
      case .section(let below): value = tree(of: below, at: own, depth: depth + 1)
      case .list(let below):
        let items = names(below: own).map { tree(of: below, at: own + "." + $0, depth: depth + 1) }
        value = .list(.init(items, at: here))
      default: value = values[own].flatMap { self.value($0, row.facts.kind) }
      }
      if let value { entries.append(.init(Tree.Scalar(row.facts.name, at: here), value)) }
    }
    return .map(.init(entries, at: here))
  }

  /// Names of a list's items, in their order.
  private func names(below path: String) -> [String] {
    var names: [String] = []
    for key in order where key.hasPrefix(path + ".") && key.hasSuffix(".name") {
      let name = key.dropFirst(path.count + 1).dropLast(".name".count)
      if !name.contains(".") { names.append(String(name)) }
    }
    return names
  }

  private func value(_ entry: ReadValue, _ kind: Facts.Kind) -> Tree? {
    // A day, a text or a tree that was never given has no value to write.
    if entry.given == nil, entry.text.isEmpty { return nil }
    let plain = Tree.scalar(.init(entry.text, at: here))
    let isWritten: Bool
    switch kind {
    case .names, .branches, .law, .tree: isWritten = true
    default: isWritten = entry.given != nil
    }
    if !isWritten { return plain }
    let flow = entry.given ?? entry.text
    let outer = try? Tree.map(.init([], at: here)).setting("value", to: flow)
    return outer?["value"] ?? plain
  }
}

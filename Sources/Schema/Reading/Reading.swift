/// What came of reading a tree: the value, everything that is wrong, and what was drawn.
public struct Reading<Root: Configurable>: Sendable {
  /// The value; where something is wrong it keeps the default.
  public var value: Root
  /// Everything that is wrong; empty when the value may be used.
  public var problems: [Problem]
  /// The uncertain parameters and what they turned out to be, in the table's order.
  public var drawn: [Drawn]
  /// What was read.
  let tree: Tree
  /// What each uncertain parameter is drawn from.
  let sources: [DrawnSource]

  /// The uncertain parameters in other draws: what reading everything again would find.
  ///
  /// - Complexity: O(*n*) in the number of uncertain parameters.
  public func drawn(_ draws: Draws) -> [Drawn] {
    zip(drawn, sources).map { drawn, source in
      var drawn = drawn
      drawn.value = source.value(draws) ?? drawn.value
      return drawn
    }
  }

  /// One uncertain parameter in other draws; nil where it isn't one.
  public func value(of path: String, _ draws: Draws) -> Double? {
    drawn.firstIndex { $0.path == path }.map { sources[$0].value(draws) ?? drawn[$0].value }
  }

  /// Every value with its unit, default, range, source and place, in the table's order.
  ///
  /// Made when asked for: a run does not need it.
  public var entries: [ReadValue] {
    var listing = Listing()
    listing.section(value, Root(), tree)
    return listing.entries
  }
}

/// Reads a tree by a type's tables.
///
/// Never stops at the first problem. Keys that are not written keep the default.
///
/// - Complexity: O(*n*) in the number of values.
public func read<Root: Configurable>(
  _ type: Root.Type, from tree: Tree, draws: Draws = .medians
) -> Reading<Root> {
  read(type, from: tree, draws: draws, after: [])
}

/// Reads what could be loaded by a type's tables; the loader's problems come first.
///
/// Nothing is said of what only follows from them: values missing because a file is, values that
/// don't go together, a value that is an alias.
///
/// - Complexity: O(*n*) in the number of values.
public func read<Root: Configurable>(
  _ type: Root.Type, from loaded: Loader.Loaded
) -> Reading<Root> {
  read(type, from: loaded.tree, draws: .medians, after: loaded.problems)
}

private func read<Root: Configurable>(
  _ type: Root.Type, from tree: Tree, draws: Draws, after known: [Problem]
) -> Reading<Root> {
  var reader = Reader(draws: draws, root: Section(of: type)), value = Root()
  reader.hasGaps = known.leaveGaps
  reader.isInDoubt = known.leaveDoubt
  reader.section(tree, &value, named: "", item: false)
  let unread = known.unread
  let found = reader.problems.filter { problem in
    problem.place.map { !unread.contains($0) } ?? true
  }
  return Reading(
    value: value, problems: known + found, drawn: reader.drawn, tree: tree,
    sources: reader.sources)
}

/// One value of a reading.
public struct ReadValue: Hashable, Sendable {
  /// The path: `rooms.general.count`.
  public var path: String
  /// The value as it would be written in a file.
  public var text: String
  /// The value in the unit inside, where it is a number; the median of a law.
  public var number: Double?
  /// The unit; `nil` for what is no quantity.
  public var unit: Unit?
  /// The default as it would be written in a file.
  public var fallback: String
  /// The lowest legal value, in the unit inside.
  public var low: Double?
  /// The highest legal value, in the unit inside.
  public var high: Double?
  /// Where default and range come from.
  public var source: Source?
  /// The distribution it was drawn from or kept as, as written; `nil` if it was a plain value.
  public var given: String?
  /// Where it was set; `nil` if it is the default.
  public var place: Place?
}

/// Gathers the entries of a value.
struct Listing {
  var entries: [ReadValue] = []
  private var path = ""

  mutating func section<Sub: Configurable>(_ value: Sub, _ fallback: Sub, _ tree: Tree?) {
    let outer = path
    var tree = tree
    if case .map(let map)? = tree, Sub.parameters.last?.name == Tree.changesKey {
      tree = .map(Tree.scheduled(map))
    }
    for parameter in Sub.parameters {
      path = Reader.joined(outer, parameter.name)
      let child = tree?[parameter.name]
      if let below = parameter.below {
        below(value, fallback, child, &self)
      } else {
        append(parameter.facts, parameter.show(value), parameter.show(fallback).text, child)
      }
    }
    path = outer
  }

  mutating func list<Sub: Configurable>(_ items: [Sub], _ tree: Tree?) {
    let outer = path, fallback = Sub(), title = Sub.parameters.first { $0.name == "name" }
    var trees: [String: Tree] = [:]
    if case .list(let list)? = tree {
      for item in list.items { if let name = item["name"]?.text { trees[name] = item } }
    }
    for (index, item) in items.enumerated() {
      let name = title?.show(item).text ?? String(index)
      path = Reader.joined(outer, name)
      section(item, fallback, trees[name])
    }
    path = outer
  }

  private mutating func append(
    _ facts: Facts, _ shown: Shown, _ fallback: String, _ tree: Tree?
  ) {
    var given: String?
    switch tree {
    case .map?: given = tree?.flowText
    case .list(let list)? where facts.name == Tree.changesKey || list.byRow != nil:
      given = tree?.flowText
    default: break
    }
    entries.append(
      ReadValue(
        path: path, text: shown.text, number: shown.number, unit: facts.unit, fallback: fallback,
        low: facts.range?.lowerBound, high: facts.range?.upperBound, source: facts.source,
        given: given, place: tree?.place))
  }
}

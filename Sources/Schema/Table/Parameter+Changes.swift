/// A later state of a section, from a day on; complete, with what the change does not mention kept.
public struct Change<Value: Sendable>: Sendable {
  /// The first day on which it holds.
  public var from: CivilDate
  /// The whole section as it is from then on.
  public var value: Value

  /// A state from a day on.
  public init(from: CivilDate, _ value: Value) { (self.from, self.value) = (from, value) }
}

extension Change: Equatable where Value: Equatable {}

extension Parameter where Root: Configurable {
  /// The later states of a section: `changes: [{ from: 2022-03-01, staff: 4 }]`, each a difference
  /// to what held before. Declare it last in the table, since it reads what the others have read.
  ///
  /// Uncertain values of a change are drawn at the quantile of the section's own key, so that one
  /// world is drawn, not one for each state.
  public static func changes(
    _ path: any WritableKeyPath<Root, [Change<Root>]> & Sendable
  ) -> Parameter {
    let meaning =
      "Later states: a list of days with what changes on each. In a file that extends another, "
      + "`from: DAY` beside the keys that change adds one."
    return Parameter(
      facts: Facts(name: Tree.changesKey, kind: .tree, meaning: meaning),
      read: { tree, root, reader in
        if let changes = reader.changes(tree, after: root) { root[keyPath: path] = changes }
      },
      show: { _ in Shown(text: "") }, below: nil)
  }
}

extension Reader {
  /// Reads a list of differences with their days; `nil` where something is wrong.
  mutating func changes<Root: Configurable>(_ tree: Tree, after root: Root) -> [Change<Root>]? {
    guard case .list(let list) = tree else {
      wrongType(
        tree, Tree.changesKey, needs: "a list of changes",
        help: "write [{ from: 2022-03-01, … }], each with what changes on that day")
      return nil
    }
    let before = problems.count
    var states: [Change<Root>] = [], value = root
    for (number, item) in list.items.enumerated() {
      guard let (day, rest) = change(item) else { continue }
      if let last = states.last, last.from >= day {
        report(.inconsistent, "changes need to come in the order of their days", item)
      }
      let drawnBefore = drawn.count
      section(rest, &value, named: "", item: false)
      for index in drawnBefore..<drawn.count {
        let own = drawn[index].path.dropFirst(path.isEmpty ? 0 : path.utf8.count + 1)
        drawn[index].path = Self.joined(path, "\(Tree.changesKey).\(number + 1).\(own)")
      }
      states.append(Change(from: day, value))
    }
    return problems.count == before ? states : nil
  }

  /// The day of a change, and what it changes.
  private mutating func change(_ item: Tree) -> (day: CivilDate, rest: Tree)? {
    guard case .map(var map) = item,
      let index = map.entries.firstIndex(where: { $0.key.text == Tree.fromKey })
    else {
      wrongType(item, "a change", needs: "keys with values", help: "`from:` says the day")
      return nil
    }
    let day = map.entries.remove(at: index).value
    for entry in map.entries where entry.key.text == Tree.changesKey {
      report(.unknownKey, "a change has no changes of its own", .scalar(entry.key))
      return nil
    }
    let facts = Facts(name: Tree.fromKey, kind: .date, meaning: "")
    guard let date = date(day, facts) else { return nil }
    return (date, .map(map))
  }
}

extension Tree {
  /// The key of a section's later states, and of the day on which one begins.
  public static let changesKey = "changes", fromKey = "from"

  /// A section that says `from: DAY` is a change of what held before: `{ from: D, a: b }` becomes
  /// `{ changes: [{ from: D, a: b }] }`, with the changes it had.
  static func scheduled(_ map: Map) -> Map {
    guard map.entries.contains(where: { $0.key.text == fromKey }) else { return map }
    let own = map.entries.filter { $0.key.text != changesKey }
    var items = [Tree.map(Map(own, at: map.place))]
    if case .list(let later)? = map[changesKey] { items += later.items }
    let key = own.first { $0.key.text == fromKey }?.key.place ?? map.place
    let list = Tree.list(List(items, at: key))
    return Map([Entry(Scalar(changesKey, at: key), list)], at: map.place)
  }

  /// An overlay that says `from:` over what a section says: one change more.
  static func schedule(_ over: Map, after base: Map) -> Map {
    var result = base[fromKey] == nil ? base : scheduled(base)
    guard let change = scheduled(over).entries.first else { return result }
    guard let index = result.entries.firstIndex(where: { $0.key.text == changesKey }),
      case .list(let earlier) = result.entries[index].value, case .list(let later) = change.value
    else {
      result.entries.removeAll { $0.key.text == changesKey }
      result.entries.append(change)
      return result
    }
    let items = earlier.items + later.items
    result.entries[index] = Entry(change.key, .list(List(items, at: later.place)))
    return result
  }
}

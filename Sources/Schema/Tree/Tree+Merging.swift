extension Tree {
  /// This tree's values over another's: what `extends` does.
  ///
  /// Maps merge by key, lists whose items all have a `name` merge by name with new ones at the
  /// end; everything else is replaced. A distribution of another family replaces the former, since
  /// its arguments mean nothing to the new one; so do new values of a choice. An empty list
  /// replaces. A key without a value leaves a section as it is; of any other value it leaves
  /// nothing, or a mark, so that reading refuses it. Every value keeps its place.
  ///
  /// - Complexity: O(*n* + *m*) in the sizes of the trees.
  public static func merging(_ over: Tree, over base: Tree) -> Tree {
    switch (base, over) {
    case (.map(let base), .map(let over)):
      if over.isDistribution, base.isDistribution,
        over.entries.first?.key.text != base.entries.first?.key.text || over.choosesAnew
      {
        return .map(over)
      }
      if over[fromKey] != nil { return .map(schedule(over, after: base)) }
      return .map(merging(over, over: base[fromKey] == nil ? base : scheduled(base)))
    case (.list(let base), .list(let over)):
      return .list(merging(over, over: base) ?? over)
    case (.map(var base), .scalar) where over.isEmpty:
      base.isBlank = true
      return .map(base)
    case (.list(var base), .scalar) where over.isEmpty:
      base.isBlank = true
      return .list(base)
    default:
      return over
    }
  }

  /// This tree over another; see the static function of the same name.
  public func merging(over base: Tree) -> Tree { Self.merging(self, over: base) }

  private static func merging(_ over: Map, over base: Map) -> Map {
    var entries = base.entries, index: [String: Int] = [:]
    for (position, entry) in entries.enumerated() { index[entry.key.text] = position }
    for entry in over.entries {
      if let position = index[entry.key.text] {
        let merged = merging(entry.value, over: entries[position].value)
        entries[position] = Entry(entry.key, merged)
      } else {
        index[entry.key.text] = entries.count
        entries.append(entry)
      }
    }
    return Map(entries, at: over.place)
  }

  /// `nil` unless both lists are of named items.
  private static func merging(_ over: List, over base: List) -> List? {
    guard !over.items.isEmpty, let names = over.names, let baseNames = base.names else {
      return nil
    }
    var items = base.items, index: [String: Int] = [:]
    for (position, name) in baseNames.enumerated() where index[name] == nil {
      index[name] = position
    }
    // A name that the new list itself repeats stays repeated, so that reading can report it.
    var seen: Set<String> = []
    for (item, name) in zip(over.items, names) {
      if let position = index[name], seen.insert(name).inserted {
        items[position] = merging(item, over: items[position])
      } else {
        seen.insert(name)
        items.append(item)
      }
    }
    return List(items, at: over.place)
  }
}

extension Tree.List {
  /// The name of each item, if all are maps with one.
  fileprivate var names: [String]? {
    var names: [String] = []
    for item in items {
      guard let name = item["name"]?.text else { return nil }
      names.append(name)
    }
    return names
  }
}

extension Tree.Map {
  /// Whether this is `{ family: { … } }`.
  fileprivate var isDistribution: Bool {
    guard entries.count == 1, let entry = entries.first else { return false }
    return entry.key.text == Reader.choiceKey || Law.Family(name: entry.key.text) != nil
  }

  /// Whether this is a choice with values of its own, to which no weights of others belong.
  fileprivate var choosesAnew: Bool { Reader.choice(.map(self))?.value["values"] != nil }
}

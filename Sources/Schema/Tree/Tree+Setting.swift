extension Tree {
  /// The tree with one value over it: what `--set KEY=VALUE` does.
  ///
  /// The path goes through maps by key and through lists by the items' names:
  /// `offenders.solicitor.share`. Keys that are not there are added; items are not. The value is
  /// read as YAML, so distributions and lists work, and merges with what was there as `extends`
  /// does: of a section only the keys given change.
  ///
  /// - Throws: ``Problems`` when the value is not YAML or a list has no such item.
  public func setting(
    _ path: String, to text: String, place: Place = Place(file: "--set", line: 1, column: 1)
  ) throws(Problems) -> Tree {
    let value = try Self.flow(text, at: place)
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for name in names where name.isEmpty || name.unicodeScalars.count > Names.limit {
      throw Problems([
        Problem(
          .notAName, "\"\(Unit.shortened(path))\" is not a key", at: place,
          help: "write names with dots between, such as moderation.staff")
      ])
    }
    guard names.count + value.depth <= Self.depthLimit else {
      throw Problems([
        Problem(.tooDeep, "nested deeper than \(Self.depthLimit) levels", at: place)
      ])
    }
    return try setting(names[...], to: value, place: place)
  }

  /// A value written on a command line, every part of it at one place.
  private static func flow(_ text: String, at place: Place) throws(Problems) -> Tree {
    // In brackets, so that it cannot be read as a document of several lines or keys.
    let tree: Tree
    do throws(Problems) {
      tree = try Document.parse(text: "[\(text)\n]", file: place.file)
    } catch {
      throw Problems(
        error.list.map { problem in
          var moved = problem
          moved.place = place
          return moved
        })
    }
    guard case .list(let list) = tree else { return tree }
    guard list.items.count <= 1 else {
      throw Problems([
        Problem(
          .notYAML, "\"\(Unit.shortened(text))\" is more than one value", at: place,
          help: "write a list in brackets: [a, b]")
      ])
    }
    let item = list.items.first ?? .scalar(Scalar("", at: place))
    return item.moved(to: place)
  }

  /// The tree with what stands at a path replaced by values given in rows.
  ///
  /// - Parameter names: Keys of maps and names of lists' items, from the top.
  /// - Throws: ``Problems`` when a list has no such item.
  public func setting(_ names: [String], byRow values: List) throws(Problems) -> Tree {
    try setting(names[...], to: .list(values), place: values.place)
  }

  private func setting(
    _ names: ArraySlice<String>, to value: Tree, place: Place
  ) throws(Problems) -> Tree {
    guard let name = names.first else { return Self.merging(value, over: self) }
    let rest = names.dropFirst()
    switch self {
    case .map(var map):
      // A section that is a change itself says nothing of what held before.
      if Reader.byRow(value) != nil { map = Self.scheduled(map) }
      let index = map.entries.firstIndex { $0.key.text == name }
      var new = value
      if let index {
        new = try map.entries[index].value.setting(rest, to: value, place: place)
      } else if !rest.isEmpty {
        new = try Tree.map(Map([], at: place)).setting(rest, to: value, place: place)
      }
      let entry = Entry(Scalar(name, at: place), new)
      if let index { map.entries[index] = entry } else { map.entries.append(entry) }
      return .map(map)
    case .list(var list):
      guard let index = list.items.firstIndex(where: { $0["name"]?.text == name }) else {
        throw Problems([Self.noItem(name, in: list, at: place)])
      }
      list.items[index] = try list.items[index].setting(rest, to: value, place: place)
      return .list(list)
    case .scalar:
      return try Tree.map(Map([], at: place)).setting(names, to: value, place: place)
    }
  }

  private static func noItem(_ name: String, in list: List, at place: Place) -> Problem {
    let names = list.items.compactMap { $0["name"]?.text }
    let near = Names.hint(for: name, among: names)
    let all = names.isEmpty ? nil : "items: " + names.prefix(12).joined(separator: ", ")
    return Problem(
      .unknownKey, "the list has no item '\(Unit.shortened(name))'", at: place,
      help: near ?? all)
  }

  /// The same tree with every part at one place.
  func moved(to place: Place) -> Tree {
    switch self {
    case .scalar(let scalar): .scalar(Scalar(scalar.text, at: place, quoted: scalar.quoted))
    case .list(let list): .list(List(list.items.map { $0.moved(to: place) }, at: place))
    case .map(let map):
      .map(
        Map(
          map.entries.map { entry in
            Entry(
              Scalar(entry.key.text, at: place, quoted: entry.key.quoted),
              entry.value.moved(to: place))
          }, at: place))
    }
  }

  /// How many levels the tree has; a scalar has one.
  var depth: Int {
    switch self {
    case .scalar: 1
    case .list(let list): 1 + (list.items.map(\.depth).max() ?? 0)
    case .map(let map): 1 + (map.entries.map(\.value.depth).max() ?? 0)
    }
  }

  /// What stands at a path, through maps by key and lists by name, and its key if it has one.
  public func descendant(_ path: String) -> (key: Scalar?, value: Tree)? {
    var key: Scalar?, tree = self
    for name in path.split(separator: ".") {
      switch tree {
      case .map(let map):
        guard let entry = map.entries.first(where: { $0.key.text == name }) else { return nil }
        (key, tree) = (entry.key, entry.value)
      case .list(let list):
        guard let item = list.items.first(where: { $0["name"]?.text.map { $0 == name } ?? false })
        else { return nil }
        (key, tree) = (nil, item)
      case .scalar: return nil
      }
    }
    return (key, tree)
  }
}

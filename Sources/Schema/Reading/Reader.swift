/// Gathers values and problems while a tree is read by the tables.
///
/// Messages are built only when something is wrong; paths only where a section, an item or a draw
/// needs them.
struct Reader {
  var problems: [Problem] = []
  var drawn: [Drawn] = []
  /// What each of them was drawn from.
  var sources: [DrawnSource] = []
  let draws: Draws
  /// The section everything is in, to say where a misplaced key belongs.
  let root: Section
  /// Whether values may be missing that somebody wrote: what is not there is no problem then.
  var hasGaps = false
  /// Whether values may be others than meant: sections don't check theirs against each other then.
  var isInDoubt = false
  /// The path of the section being read; empty at the top.
  var path = ""

  init(draws: Draws, root: Section) { (self.draws, self.root) = (draws, root) }

  static func joined(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : path + "." + name
  }

  func path(of facts: Facts) -> String { Self.joined(path, facts.name) }

  /// Notes a parameter that was drawn under its own path.
  mutating func note(_ drawn: Drawn, _ kind: DrawnSource.Kind) {
    self.drawn.append(drawn)
    sources.append(DrawnSource(key: drawn.path, kind: kind))
  }

  mutating func report(
    _ code: Problem.Code, _ message: String, _ tree: Tree, help: String? = nil
  ) {
    problems.append(Problem(code, message, at: tree.place, length: tree.length, help: help))
  }

  mutating func wrongType(_ tree: Tree, _ name: String, needs: String, help: String? = nil) {
    report(.wrongType, "\(name) needs \(needs), not \(tree.kind)", tree, help: help)
  }

  /// Reads a map into a value by its table.
  ///
  /// - Complexity: O(*k*) for *k* keys in the table's order; at worst keys times rows.
  mutating func section<Sub: Configurable>(
    _ tree: Tree, _ value: inout Sub, named name: String, item: Bool
  ) {
    if tree.isEmpty { return }
    guard case .map(let written) = tree else {
      wrongType(tree, name.isEmpty ? "the file" : name, needs: "keys with values")
      return
    }
    let isSchedule = Sub.parameters.last?.name == Tree.changesKey
    let map = isSchedule ? Tree.scheduled(written) : written
    let outer = path, before = problems.count
    if !name.isEmpty { path = Self.joined(path, name) }
    defer { path = outer }
    var used = [Bool](repeating: false, count: map.entries.count), cursor = 0
    for parameter in Sub.parameters {
      guard let index = Self.find(parameter.name, in: map.entries, from: cursor) else { continue }
      used[index] = true
      cursor = index + 1
      let tree = map.entries[index].value
      if tree.isBlank, parameter.below == nil {
        if !hasGaps { problems.append(noValue(map.entries[index].key, parameter.facts)) }
      } else {
        parameter.read(tree, &value, &self)
      }
    }
    for (index, entry) in map.entries.enumerated() where !used[index] {
      problems.append(unknownKey(entry.key, in: Sub.parameters.map(\.name)))
    }
    guard !isInDoubt, !problems[before...].contains(where: { $0.severity == .error }) else {
      return
    }
    for complaint in value.check() { report(complaint, in: tree) }
  }

  /// Where a key stands, looked for from a cursor on and then from the start: files mostly follow
  /// the table's order.
  private static func find(_ name: String, in entries: [Tree.Entry], from cursor: Int) -> Int? {
    for index in cursor..<max(cursor, entries.count) where entries[index].key.text == name {
      return index
    }
    for index in 0..<min(cursor, entries.count) where entries[index].key.text == name {
      return index
    }
    return nil
  }

  /// Reads a list of maps, each with a name of its own; `nil` if it is no list.
  mutating func list<Sub: Configurable>(_ tree: Tree, of: Sub.Type, named name: String) -> [Sub]? {
    if tree.isEmpty { return nil }
    guard case .list(let list) = tree else {
      wrongType(tree, name, needs: "a list", help: "write each item after '- '")
      return nil
    }
    let outer = path
    path = Self.joined(path, name)
    defer { path = outer }
    var items: [Sub] = [], first: [String: Place] = [:]
    for tree in list.items {
      guard case .map(let map) = tree else {
        wrongType(tree, "an item of \(name)", needs: "keys with values")
        continue
      }
      guard let title = itemName(map, in: name), let text = title.text else { continue }
      if let earlier = first[text] {
        report(
          .duplicateName, "\(name) has another '\(text)'", title,
          help: "it is first given at line \(earlier.line)")
      }
      first[text] = first[text] ?? title.place
      var value = Sub()
      section(tree, &value, named: text, item: true)
      items.append(value)
    }
    return items
  }

  private mutating func itemName(_ map: Tree.Map, in list: String) -> Tree? {
    guard let title = map["name"], !title.isEmpty, let text = title.text else {
      problems.append(
        Problem(.missingName, "an item of \(list) has no name", at: map.place))
      return nil
    }
    guard Self.isName(text) else {
      report(
        .notAName, "\"\(Unit.shortened(text))\" is not a name", title,
        help: "letters, digits, '_' and '-', at most \(Names.limit)")
      return nil
    }
    return title
  }

  /// Whether a text can stand in a path: ASCII letters, digits, `_`, `-`.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= Names.limit
      && text.utf8.allSatisfy {
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
          || $0 == 0x2D
      }
  }
}

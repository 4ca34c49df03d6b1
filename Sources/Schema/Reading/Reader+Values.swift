extension Reader {
  /// The text of a scalar; a problem and `nil` for anything else.
  private mutating func scalar(_ tree: Tree, _ facts: Facts, needs: String) -> String? {
    if case .scalar(let scalar) = tree { return scalar.text }
    wrongType(tree, facts.name, needs: needs)
    return nil
  }

  /// `yes` or `no`, or a choice between them.
  mutating func flag(_ tree: Tree, _ facts: Facts) -> Bool? {
    if let entry = Self.choice(tree) {
      return chosen(entry, facts) { $0.plainFlag($1, facts) }
    }
    if let list = Self.byRow(tree) { return given(list, facts) { $0.plainFlag($1, facts) } }
    return plainFlag(tree, facts)
  }

  private mutating func plainFlag(_ tree: Tree, _ facts: Facts) -> Bool? {
    guard let text = scalar(tree, facts, needs: "yes or no") else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      report(.notYesOrNo, "\"\(Unit.shortened(text))\" is neither yes nor no", tree)
      return nil
    }
  }

  mutating func text(_ tree: Tree, _ facts: Facts) -> String? {
    guard let text = scalar(tree, facts, needs: "text") else { return nil }
    let length = text.unicodeScalars.count
    guard length <= 2000 else {
      report(.tooLong, "\(facts.name) has \(length) characters; 2000 are allowed", tree)
      return nil
    }
    return text
  }

  mutating func date(_ tree: Tree, _ facts: Facts) -> CivilDate? {
    guard let text = scalar(tree, facts, needs: "a date") else { return nil }
    if let date = CivilDate(text) { return date }
    report(
      .notADate, "\"\(Unit.shortened(text))\" is not a date", tree, help: "write 2022-01-31")
    return nil
  }

  mutating func ages(_ tree: Tree, _ facts: Facts) -> AgeRange? {
    guard let text = scalar(tree, facts, needs: "a range of ages") else { return nil }
    if let ages = AgeRange(text) { return ages }
    report(
      .notAnAgeRange, "\"\(Unit.shortened(text))\" is not a range of ages", tree,
      help: "write 0 y .. 17 y")
    return nil
  }

  /// One of some words, or a choice between some of them.
  mutating func word(_ tree: Tree, _ facts: Facts, _ words: [String]) -> String? {
    if let entry = Self.choice(tree) {
      return chosen(entry, facts) { $0.plainWord($1, facts, words) }
    }
    if let list = Self.byRow(tree) { return given(list, facts) { $0.plainWord($1, facts, words) } }
    return plainWord(tree, facts, words)
  }

  private mutating func plainWord(_ tree: Tree, _ facts: Facts, _ words: [String]) -> String? {
    guard let text = scalar(tree, facts, needs: "one of \(words.joined(separator: ", "))") else {
      return nil
    }
    if words.contains(text) { return text }
    let near = Names.hint(for: text, among: words)
    report(
      .notAChoice, "'\(Unit.shortened(text))' is not a choice for \(facts.name)", tree,
      help: near ?? "choices: \(words.joined(separator: ", "))")
    return nil
  }

  /// A list of words; one word alone stands for a list of one.
  mutating func words(_ tree: Tree, _ facts: Facts, _ words: [String]) -> [String]? {
    let items: [Tree]
    switch tree {
    case .list(let list): items = list.items
    case .scalar: items = [tree]
    case .map:
      wrongType(tree, facts.name, needs: "a list of words")
      return nil
    }
    var found: [String] = [], sound = true
    for item in items {
      guard let word = plainWord(item, facts, words) else {
        sound = false
        continue
      }
      if found.contains(word) {
        report(.duplicateName, "\(facts.name) has '\(word)' twice", item)
        sound = false
      } else {
        found.append(word)
      }
    }
    return sound ? found : nil
  }

  /// A map of free names to hazards and probabilities.
  mutating func branches(_ tree: Tree, _ facts: Facts) -> [Branch]? {
    guard case .map(let map) = tree else {
      wrongType(tree, facts.name, needs: "names with rates or shares")
      return nil
    }
    let before = problems.count, path = path(of: facts)
    var branches: [Branch] = []
    for entry in map.entries {
      guard Self.isName(entry.key.text) else {
        report(
          .notAName, "\"\(Unit.shortened(entry.key.text))\" is not a name", .scalar(entry.key),
          help: "letters, digits, '_' and '-', at most \(Names.limit)")
        continue
      }
      let name = entry.key.text
      guard let quantity = branch(entry.value, name, Self.joined(path, name)) else { continue }
      branches.append(Branch(name, quantity, at: entry.key.place))
    }
    return problems.count == before ? branches : nil
  }

  /// One branch: a rate if it says per what, a share if it says %.
  private mutating func branch(_ tree: Tree, _ name: String, _ path: String) -> Branch.Quantity? {
    if tree.isEmpty {
      report(.wrongType, "\(name) has no value", tree, help: "write 0.2 /min or 20 %")
      return nil
    }
    if case .scalar(let scalar) = tree, Number.parse(scalar.text) != nil {
      report(
        .missingUnit, "\"\(scalar.text)\" has no unit", tree,
        help: "write \(scalar.text) /min for a rate, or a share such as 20 %")
      return nil
    }
    if tree.saysPer {
      return quantity(tree, .rate, in: 0...(.infinity), name: name, path: path)
        .map { .rate(perHour: $0) }
    }
    return quantity(tree, .share, in: 0...1, name: name, path: path).map { .share($0) }
  }
}

extension Tree {
  /// Whether a quantity, or the first argument of a distribution that has one, is a rate.
  public var saysPer: Bool {
    switch self {
    case .scalar(let scalar): scalar.text.contains("/") || scalar.text.contains(" per ")
    case .map(let map):
      map.entries.contains { family in
        if case .map(let arguments) = family.value {
          return arguments.entries.contains { argument in
            if case .list(let list) = argument.value {
              return list.items.contains(where: \.saysPer)
            }
            return argument.value.saysPer
          }
        }
        return false
      }
    case .list(let list): list.byRow != nil && list.items.contains(where: \.saysPer)
    }
  }
}

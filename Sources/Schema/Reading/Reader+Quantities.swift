extension Reader {
  private static let everything = -Double.infinity...Double.infinity

  mutating func number(_ tree: Tree, _ facts: Facts, _ unit: Unit) -> Double? {
    if case .scalar(let scalar) = tree {
      return plain(scalar, tree, unit, in: facts.range ?? Self.everything, name: facts.name)
    }
    if facts.isShared {
      wrongType(
        tree, facts.name, needs: unit.noun,
        help: "all runs share it: runs over different stretches of time can't be averaged")
      return nil
    }
    return uncertain(
      tree, unit, in: facts.range ?? Self.everything, name: facts.name, path: path(of: facts))
  }

  mutating func whole(_ tree: Tree, _ facts: Facts, _ range: ClosedRange<Int>) -> Int? {
    let limits = Double(range.lowerBound)...Double(range.upperBound)
    if case .scalar(let scalar) = tree {
      return plainWhole(scalar, tree, facts, limits).flatMap { Int(exactly: $0) }
    }
    if let entry = Self.choice(tree) {
      let value = chosenNumber(entry, .count, name: facts.name, path: path(of: facts)) {
        $0.plainWhole($1, facts, limits)
      }
      return value.flatMap { Int(exactly: $0) }
    }
    if let list = Self.byRow(tree) {
      let value = given(list, .count, path: path(of: facts), number: { $0 }) {
        $0.plainWhole($1, facts, limits)
      }
      return value.flatMap { Int(exactly: $0) }
    }
    let before = drawn.count
    let value = uncertain(tree, .count, in: limits, name: facts.name, path: path(of: facts))
    // What is noted as drawn is what is used: the whole number.
    for index in before..<drawn.count {
      drawn[index].value = drawn[index].value.rounded()
      drawn[index].median = drawn[index].median.rounded()
      sources[index].isWhole = true
    }
    return value.flatMap { Int(exactly: $0.rounded()) }
      .map { min(max($0, range.lowerBound), range.upperBound) }
  }

  private mutating func plainWhole(
    _ tree: Tree, _ facts: Facts, _ limits: ClosedRange<Double>
  ) -> Double? {
    guard case .scalar(let scalar) = tree else {
      wrongType(tree, facts.name, needs: Unit.count.noun)
      return nil
    }
    return plainWhole(scalar, tree, facts, limits)
  }

  private mutating func plainWhole(
    _ scalar: Tree.Scalar, _ tree: Tree, _ facts: Facts, _ limits: ClosedRange<Double>
  ) -> Double? {
    guard let value = plain(scalar, tree, .count, in: limits, name: facts.name) else { return nil }
    guard let whole = Int(exactly: value), limits.contains(Double(whole)) else {
      report(.notAWholeNumber, "\"\(scalar.text)\" is not a whole number", tree)
      return nil
    }
    return value
  }

  /// A quantity by itself, or as a distribution where it has a path to be drawn under.
  mutating func quantity(
    _ tree: Tree, _ unit: Unit, in range: ClosedRange<Double>, name: String, path: String?
  ) -> Double? {
    if case .scalar(let scalar) = tree { return plain(scalar, tree, unit, in: range, name: name) }
    if let path { return uncertain(tree, unit, in: range, name: name, path: path) }
    wrongType(tree, name, needs: unit.noun, help: "here no distribution fits")
    return nil
  }

  private mutating func plain(
    _ scalar: Tree.Scalar, _ tree: Tree, _ unit: Unit, in range: ClosedRange<Double>, name: String
  ) -> Double? {
    let value: Double
    do throws(Unit.Fault) {
      value = try unit.parse(scalar.text)
    } catch {
      problems.append(unit.problem(error, scalar.text, at: scalar.place, length: tree.length))
      return nil
    }
    guard range.contains(value) else {
      report(
        .outOfRange, "\"\(scalar.text)\" is outside the range of \(name), \(unit.text(range))", tree
      )
      return nil
    }
    return value
  }

  /// A distribution, drawn here and now.
  private mutating func uncertain(
    _ tree: Tree, _ unit: Unit, in range: ClosedRange<Double>, name: String, path: String,
    aboveZero: Bool = false
  ) -> Double? {
    func plain(_ reader: inout Reader, _ item: Tree) -> Double? {
      let value = reader.quantity(item, unit, in: range, name: name, path: nil)
      guard aboveZero, let value, value <= 0 else { return value }
      reader.report(.outOfRange, "\(name) needs to be above 0", item)
      return nil
    }
    if let entry = Self.choice(tree) {
      return chosenNumber(entry, unit, name: name, path: path, value: plain)
    }
    if let list = Self.byRow(tree) {
      return given(list, unit, path: path, number: { $0 }, value: plain)
    }
    guard let law = distribution(tree, unit, in: range, name: name, drawing: nil) else {
      return nil
    }
    guard let median = law.quantile(0.5, in: range),
      let value = law.quantile(Self.inside(draws.quantile(path)), in: range)
    else {
      report(
        .nothingInRange,
        "the distribution has no value inside the range of \(name), \(unit.text(range))", tree)
      return nil
    }
    note(Drawn(path: path, value: value, median: median, unit: unit), .law(law, in: range))
    return value
  }

  /// Keeps a quantile off 0 and 1, where many laws are infinite.
  static func inside(_ p: Double) -> Double {
    p.isNaN ? 0.5 : min(max(p, 0x1p-53), 1 - 0x1p-53)
  }

  /// A distribution over entities; a bare quantity is a fixed one.
  mutating func law(_ tree: Tree, _ facts: Facts, _ unit: Unit) -> Law? {
    let range = facts.range ?? Self.everything
    if case .scalar(let scalar) = tree {
      return plain(scalar, tree, unit, in: range, name: facts.name).map { .fixed($0) }
    }
    return distribution(tree, unit, in: range, name: facts.name, drawing: path(of: facts))
  }

  /// Reads `{ family: { argument: value } }`.
  ///
  /// - Parameter drawing: The path below which arguments may themselves be distributions; `nil` if
  ///   they may not.
  private mutating func distribution(
    _ tree: Tree, _ unit: Unit, in range: ClosedRange<Double>, name: String, drawing: String?
  ) -> Law? {
    guard case .map(let map) = tree, let entry = map.entries.first, map.entries.count == 1 else {
      wrongType(
        tree, name, needs: "\(unit.noun) or one distribution",
        help: "such as { uniform: { low: …, high: … } }")
      return nil
    }
    guard let family = Law.Family(name: entry.key.text) else {
      problems.append(
        entry.key.text == Self.choiceKey ? noChoice(entry.key, name) : unknownFamily(entry.key))
      return nil
    }
    guard family != .beta || unit == .share || unit == .factor else {
      report(.wrongArgument, "beta gives a share; \(name) is \(unit.noun)", .scalar(entry.key))
      return nil
    }
    guard case .map(let arguments) = entry.value else {
      if hasGaps, entry.value.isEmpty { return nil }
      wrongType(entry.value, family.name, needs: family.arguments.map(\.name).listed)
      return nil
    }
    return law(family, arguments, entry.key, unit, in: range, drawing: drawing)
  }

  private mutating func law(
    _ family: Law.Family, _ map: Tree.Map, _ key: Tree.Scalar, _ unit: Unit,
    in range: ClosedRange<Double>, drawing: String?
  ) -> Law? {
    let before = problems.count, names = family.arguments.map(\.name)
    var values: [Double] = [], isWhole = true
    for entry in map.entries where !names.contains(entry.key.text) {
      report(
        .wrongArgument, "\(family.name) has no argument '\(Unit.shortened(entry.key.text))'",
        .scalar(entry.key), help: "\(family.name) takes \(names.listed)")
    }
    for argument in family.arguments {
      guard let tree = map[argument.name] else {
        isWhole = false
        if hasGaps { continue }
        report(
          .wrongArgument, "\(family.name) needs '\(argument.name)'", .scalar(key),
          help: "\(family.name) takes \(names.listed)")
        continue
      }
      let path = drawing.map { Self.joined($0, argument.name) }
      if let value = self.argument(argument, tree, unit, in: range, path: path) {
        values.append(value)
      }
    }
    guard isWhole, problems.count == before, let a = values.first else { return nil }
    let law = Law(family, a, values.count > 1 ? values[1] : 0)
    if family == .uniform, law.a > law.b {
      report(.wrongArgument, "low is above high", .scalar(key))
      return nil
    }
    return law
  }

  private mutating func argument(
    _ argument: Law.Argument, _ tree: Tree, _ unit: Unit, in range: ClosedRange<Double>,
    path: String?
  ) -> Double? {
    let limits: ClosedRange<Double>, measure: Unit, aboveZero: Bool
    switch argument.kind {
    case .value: (limits, measure, aboveZero) = (range, unit, false)
    case .positive:
      (limits, measure, aboveZero) = (
        max(0, range.lowerBound)...max(0, range.upperBound), unit, true
      )
    case .spread: (limits, measure, aboveZero) = (0...Double.infinity, unit, true)
    case .bare(let bounds): (limits, measure, aboveZero) = (bounds, .factor, false)
    }
    let value: Double?
    if case .scalar(let scalar) = tree {
      value = plain(scalar, tree, measure, in: limits, name: argument.name)
    } else if let path {
      value = uncertain(
        tree, measure, in: limits, name: argument.name, path: path, aboveZero: aboveZero)
    } else {
      wrongType(tree, argument.name, needs: measure.noun, help: "here no second distribution fits")
      value = nil
    }
    guard let value else { return nil }
    if aboveZero, value <= 0 {
      report(.outOfRange, "\(argument.name) needs to be above 0", tree)
      return nil
    }
    return value
  }

  /// A choice where each person, stage or message has a draw of its own.
  private func noChoice(_ key: Tree.Scalar, _ name: String) -> Problem {
    Problem(
      .wrongArgument, "\(name) is drawn anew for each of many; a choice is drawn once for all",
      at: key.place, length: key.text.unicodeScalars.count,
      help: "an argument may be one, such as "
        + "{ lognormal: { median: { choice: { values: […] } }, … } }")
  }

  private func unknownFamily(_ key: Tree.Scalar) -> Problem {
    let names = Law.Family.allCases.map(\.name) + [Self.choiceKey]
    let near = Names.hint(for: key.text, among: names)
    return Problem(
      .unknownDistribution, "'\(Unit.shortened(key.text))' is not a distribution", at: key.place,
      length: key.text.unicodeScalars.count,
      help: near ?? "distributions: \(names.joined(separator: ", "))")
  }
}

extension [String] {
  /// `a`, `a and b`.
  var listed: String { joined(separator: " and ") }
}

/// What `{ choice: { values: […], weights: […] } }` says: a few values, one of them drawn.
///
/// For choices of structure, where nobody knows which of some rules holds. It lives in the reader
/// alone: what the model keeps is the value that was drawn.
struct WeightedValues<Value> {
  /// The values, in the order in which weights add up.
  var values: [Value]
  /// The weight of each, relative to the greatest.
  var weights: [Double]

  /// Where the weights added up first reach a share `p` (0…1) of them all.
  func position(at p: Double) -> Int {
    // Sums of decimal fractions miss exact shares by some last bits.
    let goal = p * weights.reduce(0, +) * (1 - 1e-12)
    var sum = 0.0, last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      last = index
      if sum >= goal { break }
    }
    return last
  }
}

extension WeightedValues: Sendable where Value: Sendable {}

extension Reader {
  /// The key of the distribution over a few values.
  static let choiceKey = "choice"
  /// What a choice takes.
  static let choiceArguments = ["values", "weights"]
  /// The most values of a choice.
  static let mostValues = 16

  /// What stands under `choice`, if a tree is `{ choice: … }`.
  static func choice(_ tree: Tree) -> Tree.Entry? {
    guard case .map(let map) = tree, map.entries.count == 1, let entry = map.entries.first,
      entry.key.text == choiceKey
    else { return nil }
    return entry
  }

  /// A choice between numbers: its weights add up from the least value to the greatest.
  ///
  /// - Parameters:
  ///   - unit: The unit of the value drawn.
  ///   - value: Reads one value by itself.
  mutating func chosenNumber(
    _ entry: Tree.Entry, _ unit: Unit, name: String, path: String,
    value: (inout Reader, Tree) -> Double?
  ) -> Double? {
    guard var choice = weighted(entry, name, value: value) else { return nil }
    let order = choice.values.indices.sorted { choice.values[$0] < choice.values[$1] }
    choice = WeightedValues(
      values: order.map { choice.values[$0] }, weights: order.map { choice.weights[$0] })
    let drawn = choice.values[choice.position(at: Self.inside(draws.quantile(path)))]
    let median = choice.values[choice.position(at: 0.5)]
    note(Drawn(path: path, value: drawn, median: median, unit: unit), .choice(choice))
    return drawn
  }

  /// A choice between words or switches: its weights add up in the order written, and what is
  /// drawn is noted as the position of the value, from 0.
  mutating func chosen<Value>(
    _ entry: Tree.Entry, _ facts: Facts, value: (inout Reader, Tree) -> Value?
  ) -> Value? {
    guard let choice = weighted(entry, facts.name, value: value) else { return nil }
    let path = path(of: facts)
    let drawn = choice.position(at: Self.inside(draws.quantile(path)))
    let positions = WeightedValues(
      values: choice.values.indices.map(Double.init), weights: choice.weights)
    note(
      Drawn(
        path: path, value: Double(drawn), median: Double(choice.position(at: 0.5)), unit: .count),
      .choice(positions))
    return choice.values[drawn]
  }

  /// Reads `{ values: […], weights: […] }`; `nil` where anything is wrong.
  private mutating func weighted<Value>(
    _ entry: Tree.Entry, _ name: String, value: (inout Reader, Tree) -> Value?
  ) -> WeightedValues<Value>? {
    if hasGaps, entry.value.isEmpty { return nil }
    guard case .map(let map) = entry.value else {
      wrongType(entry.value, Self.choiceKey, needs: Self.choiceArguments.listed)
      return nil
    }
    let before = problems.count
    for argument in map.entries where !Self.choiceArguments.contains(argument.key.text) {
      report(
        .wrongArgument, "choice has no argument '\(Unit.shortened(argument.key.text))'",
        .scalar(argument.key), help: "choice takes \(Self.choiceArguments.listed)")
    }
    guard let values = items(of: map, "values", entry.key) else { return nil }
    if values.isEmpty || values.count > Self.mostValues {
      report(
        .wrongArgument, "choice has \(values.count) values; 1 to \(Self.mostValues) are allowed",
        .scalar(entry.key))
    }
    let found = values.prefix(Self.mostValues).compactMap { value(&self, $0) }
    let weights = weights(map["weights"], of: values.count, entry.key)
    guard let weights, problems.count == before, found.count == values.count else { return nil }
    return WeightedValues(values: found, weights: weights)
  }

  /// The items of an argument that is a list and needs to be there.
  private mutating func items(
    of map: Tree.Map, _ name: String, _ key: Tree.Scalar
  ) -> [Tree]? {
    guard let tree = map[name] else {
      if hasGaps { return nil }
      report(
        .wrongArgument, "choice needs '\(name)'", .scalar(key),
        help: "write { choice: { values: [a, b], weights: [1, 3] } }")
      return nil
    }
    guard case .list(let list) = tree else {
      wrongType(tree, name, needs: "a list", help: "write a list in brackets: [a, b]")
      return nil
    }
    return list.items
  }

  /// One weight for each value, relative to the greatest; equal ones where none are written.
  private mutating func weights(
    _ tree: Tree?, of count: Int, _ key: Tree.Scalar
  ) -> [Double]? {
    guard let tree else { return Array(repeating: 1, count: count) }
    guard case .list(let list) = tree else {
      wrongType(tree, "weights", needs: "a list", help: "write one number for each value: [1, 3]")
      return nil
    }
    guard list.items.count == count else {
      report(
        .wrongArgument, "choice has \(count) values and \(list.items.count) weights", tree,
        help: "write one weight for each value, or none at all")
      return nil
    }
    let found = list.items.compactMap { item in
      quantity(item, .factor, in: 0...(.infinity), name: "weights", path: nil)
    }
    guard found.count == count else { return nil }
    guard let most = found.max(), most > 0 else {
      report(.wrongArgument, "all weights are 0", tree)
      return nil
    }
    return found.map { $0 / most }
  }
}

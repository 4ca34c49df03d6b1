extension Reader {
  /// Values given in rows, if a tree holds such.
  static func byRow(_ tree: Tree) -> Tree.List? {
    if case .list(let list) = tree, list.byRow != nil { list } else { nil }
  }

  /// The value of this draw or point, noted as drawn; without one all are read, and the first is taken:
  /// it goes with what is given for other parameters, as a median need not.
  ///
  /// - Parameters:
  ///   - unit: The unit of what is noted.
  ///   - number: What is noted of a value.
  ///   - value: Reads one value by itself.
  mutating func given<Value>(
    _ list: Tree.List, _ unit: Unit, path: String, number: (Value) -> Double,
    value: (inout Reader, Tree) -> Value?
  ) -> Value? {
    let rows = list.byRow?.rows ?? .draws
    if let row = draws.row(rows) {
      guard list.items.indices.contains(row - 1) else {
        report(
          .inconsistent, "\(path) has \(list.items.count) values and none for \(rows.one) \(row)",
          .list(list))
        return nil
      }
      guard let own = value(&self, list.items[row - 1]) else { return nil }
      note(
        Drawn(path: path, value: number(own), median: number(own), unit: unit),
        .given([number(own)], rows))
      return own
    }
    let all = list.items.compactMap { value(&self, $0) }
    guard all.count == list.items.count, let first = all.first else { return nil }
    let numbers = all.map(number), median = numbers.sorted()[(all.count - 1) / 2]
    note(
      Drawn(path: path, value: number(first), median: median, unit: unit), .given(numbers, rows))
    return first
  }

  /// A word or a switch given in rows: its position among the words is noted.
  mutating func given<Value>(
    _ list: Tree.List, _ facts: Facts, value: (inout Reader, Tree) -> Value?
  ) -> Value? {
    let words = list.byRow?.words ?? []
    let found = given(list, .count, path: path(of: facts), number: { $0.position }) {
      reader, item -> (value: Value, position: Double)? in
      let position = words.firstIndex(of: item.text ?? "") ?? 0
      return value(&reader, item).map { ($0, Double(position)) }
    }
    return found?.value
  }
}

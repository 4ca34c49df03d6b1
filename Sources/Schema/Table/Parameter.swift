/// One row of a table: what a value is called, what it means, and how it is read.
///
/// Ranges are in the unit inside (``Unit``): hours for durations, per hour for rates, 0…1 for
/// shares.
public struct Parameter<Root>: Sendable {
  /// What the row says.
  public var facts: Facts
  /// The key in files.
  public var name: String { facts.name }
  /// Reads a value that was written into the root; problems go to the reader.
  let read: @Sendable (Tree, inout Root, inout Reader) -> Void
  /// The value of a root.
  let show: @Sendable (Root) -> Shown
  /// Entries of what lies below: `nil` for rows that are one value.
  let below: (@Sendable (_ value: Root, _ fallback: Root, Tree?, inout Listing) -> Void)?

  /// A row of plain values: how to read one, how to show one.
  init<Value>(
    _ facts: Facts, _ path: any WritableKeyPath<Root, Value> & Sendable,
    read: @escaping @Sendable (Tree, Facts, inout Reader) -> Value?,
    show: @escaping @Sendable (Value) -> Shown
  ) {
    self.facts = facts
    self.read = { tree, root, reader in
      if let value = read(tree, facts, &reader) { root[keyPath: path] = value }
    }
    self.show = { show($0[keyPath: path]) }
    below = nil
  }

  init(
    facts: Facts,
    read: @escaping @Sendable (Tree, inout Root, inout Reader) -> Void,
    show: @escaping @Sendable (Root) -> Shown,
    below: (@Sendable (Root, Root, Tree?, inout Listing) -> Void)?
  ) {
    (self.facts, self.read, self.show, self.below) = (facts, read, show, below)
  }

  /// The rows of a nested struct as rows of this one, for values that several sections share.
  public static func flattened<Sub: Configurable>(
    _ path: any WritableKeyPath<Root, Sub> & Sendable
  ) -> [Parameter<Root>] {
    Sub.parameters.map { $0.lifted(path) }
  }

  /// The row as a row of a type that holds this one's root.
  private func lifted<Outer>(
    _ path: any WritableKeyPath<Outer, Root> & Sendable
  ) -> Parameter<Outer> {
    let row = self
    var lower: (@Sendable (Outer, Outer, Tree?, inout Listing) -> Void)?
    if let below = row.below {
      lower = { value, fallback, tree, listing in
        below(value[keyPath: path], fallback[keyPath: path], tree, &listing)
      }
    }
    return Parameter<Outer>(
      facts: row.facts,
      read: { tree, root, reader in row.read(tree, &root[keyPath: path], &reader) },
      show: { row.show($0[keyPath: path]) }, below: lower)
  }
}

/// A value as text, and as a number where it is one.
struct Shown {
  var text: String
  var number: Double?
}

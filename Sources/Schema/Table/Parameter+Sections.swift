extension Parameter {
  /// A section of its own; what it means is the section's summary.
  ///
  /// Values that are not written keep what the root's own default gives them.
  public init<Sub: Configurable>(
    _ name: String, _ path: any WritableKeyPath<Root, Sub> & Sendable, _ meaning: String? = nil
  ) {
    self.init(
      facts: Facts(
        name: name, kind: .section(Section(of: Sub.self)), meaning: meaning ?? Sub.summary),
      read: { tree, root, reader in
        reader.section(tree, &root[keyPath: path], named: name, item: false)
      },
      show: { _ in Shown(text: "") },
      below: { value, fallback, tree, listing in
        listing.section(value[keyPath: path], fallback[keyPath: path], tree)
      })
  }

  /// A list of sections, each with a `name` among its rows that no other item has.
  ///
  /// A list that is written replaces the one in the root's default.
  public init<Sub: Configurable>(
    _ name: String, _ path: any WritableKeyPath<Root, [Sub]> & Sendable, _ meaning: String? = nil
  ) {
    self.init(
      facts: Facts(
        name: name, kind: .list(Section(of: Sub.self)), meaning: meaning ?? Sub.summary),
      read: { tree, root, reader in
        if let items = reader.list(tree, of: Sub.self, named: name) { root[keyPath: path] = items }
      },
      show: { _ in Shown(text: "") },
      below: { value, _, tree, listing in listing.list(value[keyPath: path], tree) })
  }
}

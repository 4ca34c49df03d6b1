extension Parameter {
  /// A day that may be left out; `none` unsets one that an extended file gives.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, CivilDate?> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    var facts = Facts(name: name, kind: .date, meaning: meaning, source: source)
    facts.isOptional = true
    self.init(
      facts, path,
      read: { tree, facts, reader in
        if tree.text == Facts.absent { return .some(nil) }
        return reader.date(tree, facts).map { .some($0) }
      },
      show: { Shown(text: $0?.description ?? "") })
  }
}

extension Parameter {
  /// A day that may be left out.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, CivilDate?> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .date, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.date(tree, facts).map { .some($0) } },
      show: { Shown(text: $0?.description ?? "") })
  }
}

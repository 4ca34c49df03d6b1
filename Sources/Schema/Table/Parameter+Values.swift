extension Parameter {
  /// A quantity; in files it may be a distribution, drawn once per replicate.
  ///
  /// - Parameter shared: It may not: runs that differ in it can't be compared.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Double> & Sendable, _ unit: Unit,
    in range: ClosedRange<Double>, evidence: ClosedRange<Double>? = nil, shared: Bool = false,
    _ meaning: String, _ source: Source
  ) {
    let facts = Facts(
      name: name, kind: .number(unit), range: range, evidence: evidence, meaning: meaning,
      source: source, isShared: shared)
    self.init(
      facts, path, read: { tree, facts, reader in reader.number(tree, facts, unit) },
      show: { Shown(text: unit.text($0), number: $0) })
  }

  /// A whole number; in files it may be a distribution, drawn once per replicate and rounded.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable,
    in range: ClosedRange<Int>, evidence: ClosedRange<Double>? = nil,
    _ meaning: String, _ source: Source
  ) {
    self.init(
      .whole(name, range, evidence, meaning, source), path,
      read: { tree, facts, reader in reader.whole(tree, facts, range) },
      show: { Shown(text: String($0), number: Double($0)) })
  }

  /// A whole number that is kept as a `Double`, since it stands in products.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Double> & Sendable,
    whole range: ClosedRange<Int>, evidence: ClosedRange<Double>? = nil,
    _ meaning: String, _ source: Source
  ) {
    self.init(
      .whole(name, range, evidence, meaning, source), path,
      read: { tree, facts, reader in reader.whole(tree, facts, range).map { Double($0) } },
      show: { Shown(text: Unit.count.text($0), number: $0) })
  }

  /// A switch: `yes` or `no`.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Bool> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .flag, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.flag(tree, facts) },
      show: { Shown(text: $0 ? "yes" : "no") })
  }

  /// One of the words of an enumeration.
  public init<Value: Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    let words = Value.allCases.map(\.rawValue)
    self.init(
      Facts(name: name, kind: .choice(words), meaning: meaning, source: source), path,
      read: { tree, facts, reader in
        reader.word(tree, facts, words).flatMap { Value(rawValue: $0) }
      },
      show: { Shown(text: $0.rawValue) })
  }

  /// Some words of an enumeration, in the order written: `[age, gender]`.
  public init<Value: Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, [Value]> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    let words = Value.allCases.map(\.rawValue)
    self.init(
      Facts(name: name, kind: .names(words), meaning: meaning, source: source), path,
      read: { tree, facts, reader in
        reader.words(tree, facts, words).map { $0.compactMap { Value(rawValue: $0) } }
      },
      show: { Shown(text: "[" + $0.map(\.rawValue).joined(separator: ", ") + "]") })
  }

  /// A text.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, String> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .text, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.text(tree, facts) },
      show: { Shown(text: $0) })
  }

  /// A day, written `2022-01-31`.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, CivilDate> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .date, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.date(tree, facts) },
      show: { Shown(text: $0.description) })
  }

  /// A range of ages, written `0 y .. 17 y`.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, AgeRange> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .ages, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.ages(tree, facts) },
      show: { Shown(text: $0.description) })
  }

  /// A distribution over entities, kept as a law; each of its arguments may itself be uncertain.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Law> & Sendable, _ unit: Unit,
    in range: ClosedRange<Double>, evidence: ClosedRange<Double>? = nil,
    _ meaning: String, _ source: Source
  ) {
    let facts = Facts(
      name: name, kind: .law(unit), range: range, evidence: evidence, meaning: meaning,
      source: source)
    self.init(
      facts, path, read: { tree, facts, reader in reader.law(tree, facts, unit) },
      show: { Shown(text: $0.text(unit), number: $0.median) })
  }

  /// A map of free names to hazards and probabilities: `{ reply: 0.2 /min, block: 30 % }`.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, [Branch]> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .branches, meaning: meaning, source: source), path,
      read: { tree, facts, reader in reader.branches(tree, facts) },
      show: { branches in
        let parts = branches.map { "\($0.name): \($0.text)" }
        return Shown(text: parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }")
      })
  }

  /// Whatever is written there, untouched.
  public init(
    _ name: String, _ path: any WritableKeyPath<Root, Tree?> & Sendable,
    _ meaning: String, _ source: Source? = nil
  ) {
    self.init(
      Facts(name: name, kind: .tree, meaning: meaning, source: source), path,
      read: { tree, _, _ in .some(.some(tree)) },
      show: { Shown(text: $0?.flowText ?? "") })
  }
}

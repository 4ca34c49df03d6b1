/// What a row of a table says about its parameter, whatever type it writes to.
public struct Facts: Sendable {
  /// The key in files.
  public var name: String
  /// What kind of value it takes.
  public var kind: Kind
  /// The legal range, in the unit inside; `nil` where ranges make no sense.
  public var range: ClosedRange<Double>?
  /// The range found in studies, for sliders and sweeps, in the unit inside.
  public var evidence: ClosedRange<Double>?
  /// One or two sentences on what the value means.
  public var meaning: String
  /// Where default and range come from; `nil` for what has none, such as names and sections.
  public var source: Source?
  /// Whether a quantity must be one value that all runs share, and no distribution.
  public var isShared = false
  /// Whether there may be no value at all; files then write `none`.
  public var isOptional = false

  /// What a row says about a whole number, whatever type it writes to.
  static func whole(
    _ name: String, _ range: ClosedRange<Int>, _ evidence: ClosedRange<Double>?,
    _ meaning: String, _ source: Source
  ) -> Facts {
    Facts(
      name: name, kind: .whole,
      range: Double(range.lowerBound)...Double(range.upperBound), evidence: evidence,
      meaning: meaning, source: source)
  }

  /// The unit; `nil` for what is not a quantity.
  public var unit: Unit? {
    switch kind {
    case .number(let unit), .law(let unit): unit
    case .whole: .count
    default: nil
    }
  }

  /// The kinds of value.
  public enum Kind: Sendable {
    /// A quantity with a unit; may be given as a distribution, drawn once per replicate.
    case number(Unit)
    /// A whole number; may be given as a distribution.
    case whole
    /// `yes` or `no`.
    case flag
    /// One of these words.
    case choice([String])
    /// Any text.
    case text
    /// An ISO date.
    case date
    /// A distribution over entities.
    case law(Unit)
    /// A range of ages.
    case ages
    /// A list of these words.
    case names([String])
    /// A map of free names to rates and shares.
    case branches
    /// A section of its own.
    case section(Section)
    /// A list of sections, each with a name.
    case list(Section)
    /// Whatever is written; read by somebody else.
    case tree
  }
}

/// A `Configurable` type, without its type.
public struct Section: Sendable {
  /// What it is called.
  public var name: String
  /// One sentence on it.
  public var summary: String
  /// The rows of its table, with the default of each as text.
  ///
  /// A function, so that a section may hold sections of its own kind.
  public var rows: @Sendable () -> [Row]

  /// One row.
  public struct Row: Sendable {
    /// What it says.
    public var facts: Facts
    /// The default as it is written in files; empty for sections and lists.
    public var fallback: String
    /// The default in the unit inside, where it is a number.
    public var number: Double?
  }

  /// The section of a type.
  public init<Root: Configurable>(of type: Root.Type) {
    (name, summary) = (type.name, type.summary)
    rows = {
      let root = Root()
      return Root.parameters.map { parameter in
        let shown = parameter.show(root)
        return Row(facts: parameter.facts, fallback: shown.text, number: shown.number)
      }
    }
  }
}

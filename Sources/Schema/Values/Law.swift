/// A distribution: a family and at most two arguments, in the unit inside of its parameter.
///
/// Small and bitwise copyable: cheap to keep one per stage in the model.
public struct Law: Hashable, Sendable, BitwiseCopyable {
  /// The families, with what `a` and `b` of a ``Law`` mean.
  public enum Family: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    /// Always `a`; `b` is unused.
    case fixed
    /// Between `a` and `b`.
    case uniform
    /// Mean `a`, standard deviation `b`.
    case normal
    /// Median `a`, standard deviation of the logarithm `b`.
    case lognormal
    /// Shapes `a` and `b`, on 0…1.
    case beta
    /// Mean `a`; `b` is unused.
    case exponential
    /// Mean `a`, coefficient of variation `b`.
    case gamma
    /// Scale `a`, shape `b`.
    case weibull
  }

  /// The family.
  public var family: Family
  /// The first argument; see ``Family``.
  public var a: Double
  /// The second argument; see ``Family``.
  public var b: Double

  /// A law by its arguments; nothing is checked.
  public init(_ family: Family, _ a: Double, _ b: Double = 0) {
    (self.family, self.a, self.b) = (family, a, b)
  }

  /// Always the same value.
  public static func fixed(_ value: Double) -> Law { Law(.fixed, value) }
  /// Equally likely between two values.
  public static func uniform(low: Double, high: Double) -> Law { Law(.uniform, low, high) }
  /// Bell-shaped.
  public static func normal(mean: Double, sd: Double) -> Law { Law(.normal, mean, sd) }
  /// Bell-shaped in the logarithm.
  public static func lognormal(median: Double, logSD: Double) -> Law {
    Law(.lognormal, median, logSD)
  }
  /// On 0…1.
  public static func beta(a: Double, b: Double) -> Law { Law(.beta, a, b) }
  /// Memoryless.
  public static func exponential(mean: Double) -> Law { Law(.exponential, mean) }
  /// Positive, by mean and coefficient of variation.
  public static func gamma(mean: Double, cv: Double) -> Law { Law(.gamma, mean, cv) }
  /// Positive, by scale and shape.
  public static func weibull(scale: Double, shape: Double) -> Law { Law(.weibull, scale, shape) }
}

extension Law {
  /// One argument of a family: its name in files and what it may be.
  public typealias Argument = (name: String, kind: ArgumentKind)

  /// What an argument is measured in, and which values it may have.
  public enum ArgumentKind: Sendable {
    /// A value of the parameter, in its unit and range.
    case value
    /// A value of the parameter above zero.
    case positive
    /// A spread in the parameter's unit, above zero.
    case spread
    /// A bare number in a range.
    case bare(ClosedRange<Double>)
  }
}

extension Law.Family {
  /// The family's name in files.
  public var name: String { String(describing: self) }

  /// The family of a name in files, or `nil`.
  ///
  /// - Complexity: O(1): eight names.
  public init?(name: String) {
    switch name {
    case "fixed": self = .fixed
    case "uniform": self = .uniform
    case "normal": self = .normal
    case "lognormal": self = .lognormal
    case "beta": self = .beta
    case "exponential": self = .exponential
    case "gamma": self = .gamma
    case "weibull": self = .weibull
    default: return nil
    }
  }

  /// The arguments in files, in the order `a`, `b`.
  public var arguments: [Law.Argument] {
    switch self {
    case .fixed: [("value", .value)]
    case .uniform: [("low", .value), ("high", .value)]
    case .normal: [("mean", .value), ("sd", .spread)]
    case .lognormal: [("median", .positive), ("log_sd", .bare(0.001...10))]
    case .beta: [("a", .bare(0.001...1e6)), ("b", .bare(0.001...1e6))]
    case .exponential: [("mean", .positive)]
    case .gamma: [("mean", .positive), ("cv", .bare(0.001...100))]
    case .weibull: [("scale", .positive), ("shape", .bare(0.01...100))]
    }
  }
}

extension Law {
  /// The law as it is written in a file, for a parameter of that unit.
  public func text(_ unit: Unit) -> String {
    if family == .fixed { return unit.text(a) }
    let parts = zip(family.arguments, [a, b]).map { argument, value in
      if case .bare = argument.kind { return "\(argument.name): \(Number.text(value))" }
      return "\(argument.name): \(unit.text(value))"
    }
    return "{ \(family.name): { \(parts.joined(separator: ", ")) } }"
  }
}

/// The same type under the name it has when it describes what nobody knows exactly.
public typealias Distribution = Law

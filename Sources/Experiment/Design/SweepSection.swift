import Schema

/// The settings at which every scenario of a study is run, as its file describes them.
public struct SweepSection: Configurable {
  /// How settings are made of what is varied.
  public var design = Kind.factorial
  /// What is varied: paths with their values, or what they are drawn from.
  public var vary: Tree?
  /// A CSV file with one setting in each row, relative to the study's; empty for none.
  public var points = ""
  /// Settings that a sample has.
  public var size = 64
  /// Settings that are left out.
  public var skip: Tree?
  /// None.
  public init() {}

  /// The designs.
  public enum Kind: String, CaseIterable, Sendable {
    /// Every value of each parameter with every value of all others.
    case factorial
    /// The first values of all parameters together, then the second, and so on.
    case list
    /// A sample whose powers of two are Latin hypercubes.
    case latinHypercube = "latin_hypercube"
    /// Sobol's sequence, in the order in which the parameters stand.
    case sobol
  }

  /// What the section is called.
  public static let name = "sweep"
  /// What it describes.
  public static let summary = "Settings at which every scenario is run: 'vigie sweep' runs them."
  /// The table.
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "design", \.design,
      "factorial: every value with every other; list: first values together, then second; "
        + "latin_hypercube and sobol: a sample of that size."),
    Parameter(
      "vary", \.vary,
      "Paths of parameters (path@scenario for one policy's own), each with a list of values; in a sample "
        + "also with a distribution, or the word prior for the one that it has."),
    Parameter(
      "points", \.points,
      "A CSV file with one setting in each row, relative to this file, in place of design and vary: "
        + "columns are paths, or path@scenario."),
    Parameter(
      "size", \.size, in: 1...Plan.mostReplicates, "Settings of a sample.",
      .assumed("a power of two fills every parameter's range evenly")),
    Parameter(
      "skip", \.skip,
      "Settings that are left out: a list of maps from paths to a value, a list of values or a bound such "
        + "as '< 5 %'; a setting that has all of one map is skipped."),
  ]
}

import Schema

/// Something a policy maker chooses: a function from rules to rules, run before the first event
/// and whenever a lever starts. It costs nothing in the loop.
///
/// To add one: a file here, one property in `Levers.swift`, and what it changes in `Rules`.
protocol Lever: Configurable {
  var terms: LeverTerms { get }
  /// Whether the lever does anything at all as it is set.
  var isActive: Bool { get }
  func apply(to rules: inout Rules)
}

/// What every lever has: a start, whom it covers, how well it is kept, what it costs.
struct LeverTerms: Configurable {
  var start: CivilDate?
  var coverage = 1.0
  var compliance = 1.0
  var fixedCost = 0.0
  init() {}

  static let name = "terms"
  static let summary = "What every lever has: start, coverage, compliance, fixed cost."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "start", \.start, "Day on which the lever begins to act; from the beginning if absent.",
      .assumed("a choice")),
    Parameter(
      "coverage", \.coverage, .share, in: 0...1,
      "Share of people to whom the lever applies, fixed once for each person.",
      .assumed("a choice")),
    Parameter(
      "compliance", \.compliance, .share, in: 0...1,
      "Share of the occasions on which the platform really applies it.",
      .assumed("a choice")),
    Parameter(
      "fixed_cost", \.fixedCost, .money, in: 0...1e9,
      "Cost a day of having the lever at all, besides what each use costs.",
      .assumed("no source found")),
  ]
}

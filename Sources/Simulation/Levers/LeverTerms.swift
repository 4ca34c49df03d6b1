import Schema

/// What every lever has: when it acts, whom it covers, how well it is kept, what it costs.
struct LeverTerms: Configurable, Equatable {
  var start: CivilDate?
  var end: CivilDate?
  var coverage = 1.0
  var compliance = 1.0
  var fixedCost = 0.0
  init() {}

  static let name = "terms"
  static let summary = "What every lever has: start, end, coverage, compliance, fixed cost."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "start", \.start,
      "Day on which the lever begins to act; from the beginning if absent. Before that day it is off.",
      .assumed("a choice")),
    Parameter(
      "end", \.end, "Day on which the lever ceases to act; never if absent.",
      .assumed("a choice")),
    Parameter(
      "coverage", \.coverage, .share, in: 0...1,
      "Share of people to whom the lever applies, fixed once for each person. 0 is the same as no lever.",
      .assumed("a choice")),
    Parameter(
      "compliance", \.compliance, .share, in: 0...1,
      "Share of the occasions on which the platform really applies it. 0 is the same as no lever.",
      .assumed("a choice")),
    Parameter(
      "fixed_cost", \.fixedCost, .money, in: 0...1e9,
      "Cost a day of having the lever at all, besides what each use costs.",
      .assumed("no source found")),
  ]
}

import Schema

/// What follows when a case is upheld, and who comes back.
struct Sanctions: Lever {
  /// What a ban is tied to.
  enum Scope: String, CaseIterable, Sendable { case account, device, phone, identity }

  var terms = LeverTerms()
  var warnings = 0
  var suspensions = 0
  var suspension = 72.0
  var scope = Scope.account
  var returnProbability = 0.4
  var returnDelay = Law.lognormal(median: 24, logSD: 1.5)
  init() {}

  static let name = "sanctions"
  static let summary = "Warnings, suspensions, bans; and the return under another account."
  static let parameters: [Parameter<Self>] =
    Parameter.flattened(\.terms) + [
      Parameter(
        "warnings", \.warnings, in: 0...250, "Upheld cases that lead to a warning only.",
        .assumed("a choice")),
      Parameter(
        "suspensions", \.suspensions, in: 0...250,
        "Upheld cases after the warnings that lead to a suspension; later ones to a ban.",
        .assumed("a choice")),
      Parameter(
        "suspension", \.suspension, .duration, in: 0...87_660, "Length of a suspension.",
        .assumed("a choice")),
      Parameter(
        "scope", \.scope, "What a ban is tied to: the wider, the harder to come back.",
        .assumed("a choice")),
      Parameter(
        "return_probability", \.returnProbability, .share, in: 0...1,
        "Chance that a banned person comes back under another account, on a platform that asks for little; 2.5 times as likely where there are no accounts, and certain if the ban is tied to an account only.",
        .assumed("Beta(4, 6): no population rate found")),
      Parameter(
        "return_delay", \.returnDelay, .duration, in: 0...87_660,
        "From the ban to the new account.", .assumed("none found")),
    ]

  var isActive: Bool { true }

  func apply(to rules: inout Rules) {
    rules.sanctions = SanctionRules(
      compliance: terms.compliance, coverage: terms.coverage, warnings: warnings,
      suspensions: suspensions,
      suspension: suspension)
    rules.returning.probability = returnProbability
    rules.returning.byScope = scope.returnFactor
    rules.returning.bindsAccountOnly = scope == .account
  }
}

extension Sanctions.Scope {
  /// How the chance to come back changes with what a ban is tied to. Assumed.
  var returnFactor: Double {
    switch self {
    case .account: 1
    case .device: 0.6
    case .phone: 0.4
    case .identity: 0.05
    }
  }
}

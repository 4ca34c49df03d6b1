import Schema

/// What follows when a case is upheld, and who comes back.
///
/// A ban binds only to what somebody has given: an account, a telephone number, a proven identity, or
/// the device, which everybody has. One that binds to nothing changes nothing. Whom it binds comes
/// back, if ever, after T = D / (f · g): D from `return_delay`, f of `registration.return_factor`, g
/// of `scope_factor`. Those who never come back are replaced in time as people are (`turnover`), so
/// that under a steady rate of bans b, with chance of return π at rate r and replacement μ, the share
/// of offenders at large settles at 1/(1 + bπ/(r + μ) + b(1 − π)/μ).
struct Sanctions: Lever {
  /// What a ban is tied to.
  enum Scope: String, CaseIterable, Sendable, BitwiseCopyable {
    case account, device, phone, identity
  }

  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var warnings = 0
  var suspensions = 0
  var suspension = 72.0
  var scope = Scope.account
  var returnProbability = 1.0
  var returnDelay = Law.lognormal(median: 24, logSD: 1.5)
  var scopeFactor = ScopeFactors()
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
        "scope", \.scope,
        "What suspensions and bans are tied to. Where a person has none of it, they change nothing.",
        .assumed("a choice")),
      Parameter(
        "return_probability", \.returnProbability, .share, in: 0...1,
        "Chance that a banned person ever comes back; the others stay away until they are replaced by `turnover`.",
        .assumed("nobody stays away for ever on a platform that asks for little; no rate found")),
      Parameter(
        "return_delay", \.returnDelay, .duration, in: 0...87_660,
        "From a ban to the return where both factors are 1; a shorter or longer time by `registration.return_factor` and `scope_factor`.",
        .assumed("none found")),
      Parameter("scope_factor", \.scopeFactor),
      .changes(\.changes),
    ]

  var isActive: Bool { true }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) { rules.sanctions = SanctionRules(self) }
}

extension Levers {
  var sanctions: Sanctions {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

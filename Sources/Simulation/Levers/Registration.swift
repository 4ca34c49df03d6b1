import Schema

/// What a newcomer must do to have an account.
struct Registration: Lever {
  /// In the order of what they cost somebody who comes back.
  enum Method: String, CaseIterable, Sendable, BitwiseCopyable {
    case none, pseudonym, email, phone, identity
  }

  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var method = Method.none
  var dropOut = DropOut()
  var minorOdds = 1.0
  var offenderOdds = 2.0
  var attemptNoise = 0.1
  var costPerCheck = 0.0
  var returnFactor = ReturnFactors()
  var persistenceFactor = PersistenceFactors()
  init() {}

  static let name = "registration"
  static let summary =
    "What an account asks for: friction for everybody, and a cost to come back."
  static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "method", \.method, "What must be shown. `none`: nothing, not even a password.",
        .assumed("a choice"))
    ] + Parameter.flattened(\.terms) + [
      Parameter("drop_out", \.dropOut),
      Parameter(
        "minor_odds", \.minorOdds, .factor, in: 0...1_000, evidence: 1...10,
        "Odds of dropping out of a minor, relative to an ordinary adult.",
        .assumed("1 to infinite by method; no source")),
      Parameter(
        "offender_odds", \.offenderOdds, .factor, in: 0...1_000, evidence: 0.5...6,
        "Odds of dropping out of an offender, relative to an ordinary adult.",
        .assumed("self-selection by friction; not even the sign is published")),
      Parameter(
        "attempt_noise", \.attemptNoise, .share, in: 0...1,
        "Part of the variance that is new at each attempt; the rest is drawn once per person.",
        .assumed("otherwise everybody passes within a month")),
      Parameter(
        "cost_per_check", \.costPerCheck, .money, in: 0...1_000,
        "Cost of one completed registration.", .assumed("no source found")),
      Parameter("return_factor", \.returnFactor),
      Parameter("persistence_factor", \.persistenceFactor),
      .changes(\.changes),
    ]

  var isActive: Bool { method != .none }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) { rules.registration = RegistrationRules(self) }
}

extension Levers {
  var registration: Registration {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

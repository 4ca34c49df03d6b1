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

/// Shares of ordinary adults who give up at a registration, by method.
struct DropOut: Configurable, Equatable {
  var pseudonym = 0.03
  var email = 0.14
  var phone = 0.25
  var identity = 0.43
  init() {}

  static let name = "drop_out"
  static let summary =
    "Shares of ordinary adults who give up at the registration, by method."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "pseudonym", \.pseudonym, .share, in: 0...1, "With a pseudonym and a password.",
      .assumed("below the least measured friction")),
    Parameter(
      "email", \.email, .share, in: 0...1, evidence: 0.08...0.20,
      "With an e-mail address to confirm.", .cited("vendor page: 8–20 %")),
    Parameter(
      "phone", \.phone, .share, in: 0...1, evidence: 0.20...0.30,
      "With a code sent to a telephone.", .cited("vendor claims: 20–30 %")),
    Parameter(
      "identity", \.identity, .share, in: 0...1, evidence: 0.13...0.51,
      "With a proof of identity.",
      .cited("vendor: 43 % with identity proof; gates on adult sites 13–51 %")),
  ]

  func share(of method: Registration.Method) -> Double {
    switch method {
    case .none: 0
    case .pseudonym: pseudonym
    case .email: email
    case .phone: phone
    case .identity: identity
    }
  }
}

extension Levers {
  var registration: Registration {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

import Schema

/// How much sooner or later a banned person is back, by what an account asks for.
///
/// The hazard of returning is multiplied: T = D / (f · g) with D drawn from
/// `sanctions.return_delay`, f of this table by what the person's account had asked for, and g of
/// `sanctions.scope_factor`. Without accounts a ban keeps nobody out for long.
struct ReturnFactors: Configurable, Equatable {
  var none = 2.5
  var pseudonym = 2.0
  var email = 1.5
  var phone = 0.75
  var identity = 0.1
  init() {}

  static let name = "return_factor"
  static let summary =
    "Hazard of coming back after a ban, by what the account asked for, relative to `sanctions.return_delay`."
  static let parameters: [Parameter<Self>] = [
    row("none", \.none, 1...5, "Where there was no account."),
    row("pseudonym", \.pseudonym, 1...4, "Where the account asked for a pseudonym."),
    row("email", \.email, 0.7...3, "Where the account asked for an e-mail address."),
    row("phone", \.phone, 0.2...1.5, "Where the account asked for a telephone number."),
    row("identity", \.identity, 0.01...0.5, "Where the account asked for a proof of identity."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable,
    _ range: ClosedRange<Double>, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .factor, in: 0.001...1_000, evidence: range, meaning,
      .assumed("order by what a new account costs; no rate published"))
  }

  func factor(of method: Registration.Method) -> Double {
    switch method {
    case .none: none
    case .pseudonym: pseudonym
    case .email: email
    case .phone: phone
    case .identity: identity
    }
  }
}

/// What is left of an offender's chance to write again under another name within minutes, by what
/// an account asks for. Without accounts another name costs nothing: 1 by definition.
struct PersistenceFactors: Configurable, Equatable {
  var pseudonym = 0.7
  var email = 0.4
  var phone = 0.1
  var identity = 0.01
  init() {}

  static let name = "persistence_factor"
  static let summary =
    "What registration leaves of an offender's chance to write again under another name at once."
  static let parameters: [Parameter<Self>] = [
    row("pseudonym", \.pseudonym, 0.4...1, "With a pseudonym and a password."),
    row("email", \.email, 0.1...0.8, "With an e-mail address to confirm."),
    row("phone", \.phone, 0.01...0.4, "With a code sent to a telephone."),
    row("identity", \.identity, 0...0.1, "With a proof of identity."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable,
    _ range: ClosedRange<Double>, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .share, in: 0...1, evidence: range, meaning,
      .assumed("order by what a new account costs; no rate published"))
  }

  func factor(of method: Registration.Method) -> Double {
    switch method {
    case .none: 1
    case .pseudonym: pseudonym
    case .email: email
    case .phone: phone
    case .identity: identity
    }
  }
}

/// How much sooner or later a banned person is back, by what the ban is tied to; multiplies the
/// hazard of returning beside `registration.return_factor`.
struct ScopeFactors: Configurable, Equatable {
  var account = 1.0
  var device = 0.6
  var phone = 0.4
  var identity = 0.05
  init() {}

  static let name = "scope_factor"
  static let summary = "Hazard of coming back after a ban, by what the ban is tied to."
  static let parameters: [Parameter<Self>] = [
    row("account", \.account, 0.5...2, "Tied to an account."),
    row("device", \.device, 0.2...1, "Tied to a device."),
    row("phone", \.phone, 0.1...0.8, "Tied to a telephone number."),
    row("identity", \.identity, 0.005...0.2, "Tied to a proven identity."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable,
    _ range: ClosedRange<Double>, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .factor, in: 0.001...1_000, evidence: range, meaning,
      .assumed("order by what the ban is harder to get round; no rate published"))
  }

  func factor(of scope: Sanctions.Scope) -> Double {
    switch scope {
    case .account: account
    case .device: device
    case .phone: phone
    case .identity: identity
    }
  }
}

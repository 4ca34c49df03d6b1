import Schema

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

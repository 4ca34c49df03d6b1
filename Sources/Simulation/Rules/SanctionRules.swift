import Schema

/// The ladder of sanctions; without the lever there are none.
struct SanctionRules: BitwiseCopyable {
  var compliance = 0.0, coverage = 1.0
  var warnings = 0, suspensions = 0
  var suspension = 72.0
  var scope = Sanctions.Scope.account
  var returnProbability = 1.0
  var returnDelay = Law.fixed(0)
  /// Factor on the hazard of returning, by what the ban is tied to.
  var scopeFactor = 1.0

  init() {}

  init(_ lever: Sanctions) {
    (compliance, coverage) = (lever.terms.compliance, lever.terms.coverage)
    (warnings, suspensions) = (lever.warnings, lever.suspensions)
    (suspension, scope) = (lever.suspension, lever.scope)
    (returnProbability, returnDelay) = (lever.returnProbability, lever.returnDelay)
    scopeFactor = lever.scopeFactor.factor(of: lever.scope)
  }

  /// Whether a suspension or ban has anything to hold on to: what the account was asked for, by rank.
  func binds(_ asked: UInt8) -> Bool {
    switch scope {
    case .account: asked > 0
    case .device: true
    case .phone: asked == Registration.Method.phone.rank
    case .identity: asked == Registration.Method.identity.rank
    }
  }
}

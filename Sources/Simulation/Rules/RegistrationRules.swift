import Schema

/// A registration as the gate applies it, and what it changes for those who come back.
struct RegistrationRules: BitwiseCopyable {
  var method = Registration.Method.none
  var coverage = 1.0, compliance = 1.0
  var friction = Friction()
  var cost = 0.0
  /// Factor on an offender's chance to write again under another name, for whom it applies.
  var persistence = 1.0
  /// Factors on the hazard of returning, by the rank of the method that an account had asked for.
  var returnFactors: InlineArray<5, Double> = InlineArray(repeating: 1)

  /// Without the lever nothing is asked for; what a return then costs is the table's default.
  init() { note(ReturnFactors()) }

  init(_ lever: Registration) {
    method = lever.method
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
    cost = lever.costPerCheck
    friction = Friction(
      dropOut: lever.dropOut.share(of: method), minorOdds: lever.minorOdds,
      offenderOdds: lever.offenderOdds, noise: lever.attemptNoise)
    persistence = lever.persistenceFactor.factor(of: method)
    note(lever.returnFactor)
  }

  mutating func note(_ factors: ReturnFactors) {
    for method in Registration.Method.allCases {
      returnFactors[Int(method.rank)] = factors.factor(of: method)
    }
  }

  var isRequired: Bool { method != .none }

  /// Whether it asks for something, and for something else or others than before.
  func isOther(than before: Self) -> Bool {
    isRequired
      && (method != before.method || coverage != before.coverage || compliance != before.compliance)
  }
}

extension Registration.Method {
  /// Place among the methods, 0 for none: what an account keeps of what it was asked for.
  var rank: UInt8 {
    switch self {
    case .none: 0
    case .pseudonym: 1
    case .email: 2
    case .phone: 3
    case .identity: 4
    }
  }
}

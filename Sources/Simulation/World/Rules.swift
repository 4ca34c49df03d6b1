import Schema

/// The numbers that the verbs read, made from a platform's policy alone.
struct Rules: BitwiseCopyable {
  var registration = RegistrationRules()
  var ageAssurance = AgeRules()
  var moderation = ModerationRules()
  var classifier = ClassifierRules()
  var sanctions = SanctionRules()
  var contact = ContactLimits()
  var decoys = DecoyRules()
  var listing = ListingRules()
  /// Fixed cost a day of all active levers, euros.
  var fixedCost = 0.0
}

/// Whose odds of giving up apply.
enum FrictionClass: Int {
  case adult, minor, offender

  init(_ person: Person) {
    self = person.kind > 0 ? .offender : person.isMinor ? .minor : .adult
  }
}

/// A gate that people give up at: a latent trait, fixed per person, plus a small part per attempt.
///
/// A standard normal latent value √(1−w)·trait + √w·noise below the cut passes, so that the share
/// passing at the first attempt is exactly one minus the drop-out, and repeated attempts gain little.
struct Friction: BitwiseCopyable {
  /// Cuts for adults, minors and offenders, in the order of `FrictionClass`.
  private(set) var cuts: InlineArray<3, Double> = InlineArray(repeating: .infinity)
  private(set) var traitWeight = 1.0, noiseWeight = 0.0

  init() {}

  init(dropOut: Double, minorOdds: Double, offenderOdds: Double, noise: Double) {
    let odds = [1, minorOdds, offenderOdds]
    for index in 0..<3 {
      let given = dropOut >= 1 ? 1 : odds[index] * dropOut / (1 - dropOut + odds[index] * dropOut)
      cuts[index] = Self.normalQuantile(1 - given)
    }
    traitWeight = (1 - noise).squareRoot()
    noiseWeight = noise.squareRoot()
  }

  func passes(_ who: FrictionClass, trait: Double, noise: Double) -> Bool {
    traitWeight * trait + noiseWeight * noise < cuts[who.rawValue]
  }

  /// The standard normal quantile, rounded so that no last bit of a library reaches a run.
  static func normalQuantile(_ p: Double) -> Double {
    if p <= 0 { return -.infinity }
    if p >= 1 { return .infinity }
    return Distribution.normal(mean: 0, sd: 1).quantile(p)
  }
}

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

/// An age check as the gate applies it.
struct AgeRules: BitwiseCopyable {
  var required = false
  var coverage = 1.0, compliance = 1.0
  var method = AgeAssurance.Method.none
  var threshold = 18.0
  /// Least estimate that passes.
  var leastEstimate = 18.0
  var marks = false
  var attempts = 1
  var estimation = Friction(), document = Friction()
  var circumvention = 0.0
  /// Cuts of the latent value that decides whether a document is accepted.
  var genuineCut = Double.infinity, borrowedCut = -Double.infinity
  var traitWeight = 1.0, noiseWeight = 0.0
  var face = FaceError()
  var costPerEstimation = 0.0, costPerDocument = 0.0

  init() {}

  init(_ lever: AgeAssurance) {
    required = lever.isActive
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
    (method, threshold) = (lever.method, lever.threshold)
    leastEstimate = lever.threshold + lever.buffer
    marks = lever.action == .mark
    attempts = 1 + lever.retries
    estimation = Friction(
      dropOut: lever.dropOutEstimation, minorOdds: lever.minorOdds,
      offenderOdds: lever.offenderOdds, noise: lever.attemptNoise)
    document = Friction(
      dropOut: lever.dropOutDocument, minorOdds: lever.minorOdds,
      offenderOdds: lever.offenderOdds, noise: lever.attemptNoise)
    circumvention = lever.circumvention
    genuineCut = Friction.normalQuantile(lever.genuineAccepted)
    borrowedCut = Friction.normalQuantile(lever.borrowedAccepted)
    traitWeight = (1 - lever.attemptNoise).squareRoot()
    noiseWeight = lever.attemptNoise.squareRoot()
    face = lever.face
    (costPerEstimation, costPerDocument) = (lever.costPerEstimation, lever.costPerDocument)
  }

  /// Whether a check is required that may judge otherwise than the one before.
  func isOther(than before: Self) -> Bool {
    required
      && (!before.required || method != before.method || threshold != before.threshold
        || leastEstimate != before.leastEstimate || marks != before.marks)
  }

  /// Whether it may reach others than before.
  func reachesOthers(than before: Self) -> Bool {
    required
      && (coverage != before.coverage || compliance != before.compliance
        || circumvention != before.circumvention)
  }
}

/// Moderators as the queue uses them.
struct ModerationRules: BitwiseCopyable {
  var staff = 0
  var hoursPerDay = 24.0, shiftStart = 0.0
  var handling = Law.fixed(0.1)
  var detects = 1.0, wronglyUpholds = 0.0
  var minorsFirst = true, mergesReports = true
  var refers = 0.0, referralRecorded = 0.0
  /// Compliance: share of reports and flags that become a case.
  var coverage = 1.0, compliance = 1.0
  /// Reports against an innocent visitor, per hour on line.
  var falseReports = 0.0
  var costPerHour = 0.0

  init() {}

  init(_ lever: Moderation) {
    (staff, hoursPerDay) = (lever.staff, lever.hoursPerDay)
    (shiftStart, handling) = (lever.shiftStart, lever.handling)
    (detects, wronglyUpholds) = (lever.detects, lever.wronglyUpholds)
    minorsFirst = lever.priority == .minorsFirst
    mergesReports = lever.mergesReports
    (refers, referralRecorded) = (lever.refers, lever.referralRecorded)
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
    falseReports = lever.isActive ? lever.falseReports : 0
    costPerHour = lever.costPerHour
  }

  /// Whether anybody ever reads a case.
  var isStaffed: Bool { staff > 0 && hoursPerDay > 0 }

  /// Whether the shift is on at an hour of the day.
  func isOnDuty(at hour: Double) -> Bool {
    guard hoursPerDay > 0, hoursPerDay < 24 else { return hoursPerDay > 0 }
    let since = hour >= shiftStart ? hour - shiftStart : hour + 24 - shiftStart
    return since < hoursPerDay
  }
}

/// The classifier as conversations and visits meet it.
struct ClassifierRules: BitwiseCopyable {
  var detects = 0.0, falseFlags = 0.0, coverage = 1.0
  /// Share of conversations that it reads, of those whom it covers.
  var reads = 0.0
}

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

/// Limits on first messages.
struct ContactLimits: BitwiseCopyable {
  var compliance = 1.0, coverage = 1.0
  var adultsToMinors = true, minorsHidden = false
  var ageGap = 0.0, rateLimit = 0.0

  /// What decides who is listed, and how fast anybody may write: those on line are looked at again
  /// where it changes.
  var listing: [Double] { minorsHidden ? [1, coverage, compliance] : [0] }
  var pace: [Double] { rateLimit > 0 ? [rateLimit, coverage, compliance] : [0] }

  /// Whether any first message can be stopped at all.
  var stopsAny: Bool { !adultsToMinors || ageGap > 0 }
}

/// The decoys on duty.
struct DecoyRules: BitwiseCopyable {
  var police = DecoyTeam(), civil = DecoyTeam()
  var recorded = 0.0, policeHoursPerSubmission = 0.0
  /// Coverage: share of offenders who can meet one. Compliance: share of shifts that take place.
  var coverage = 1.0, compliance = 1.0

  init() {
    police.count = 0
    civil.count = 0
  }

  init(_ lever: Decoys) {
    (police, civil, recorded) = (lever.police, lever.civil, lever.recorded)
    policeHoursPerSubmission = lever.policeHoursPerSubmission
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
  }
}

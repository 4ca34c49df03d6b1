import Schema

/// How the platform finds out ages, and what it does with what it finds.
struct AgeAssurance: Lever {
  enum Method: String, CaseIterable, Sendable, BitwiseCopyable {
    case none, declared, estimation, document, successive
  }
  /// What happens to somebody found too young.
  enum Action: String, CaseIterable, Sendable {
    /// Kept out.
    case refuse
    /// Let in, and treated as a minor by the contact rules.
    case mark
  }

  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var method = Method.none
  var threshold = 18.0
  var buffer = 0.0
  var action = Action.refuse
  var retries = 0
  var dropOutEstimation = 0.10
  var dropOutDocument = 0.35
  var minorOdds = 2.0
  var offenderOdds = 2.0
  var attemptNoise = 0.1
  var circumvention = 0.10
  var genuineAccepted = 0.98
  var borrowedAccepted = 0.10
  var face = FaceError()
  var costPerEstimation = 0.10
  var costPerDocument = 1.0
  init() {}

  static let name = "age_assurance"
  static let summary =
    "Declared age, facial estimation, document, or estimation with a document for those near the line."
  static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "method", \.method,
        "How ages are found out. `successive`: estimation, then a document for those below threshold plus buffer.",
        .assumed("a choice"))
    ] + Parameter.flattened(\.terms) + decision + friction + errors + [.changes(\.changes)]

  private static let decision: [Parameter<Self>] = [
    Parameter(
      "threshold", \.threshold, .age, in: 8...25,
      "Least age that the platform admits, or treats as adult.", .assumed("a choice")),
    Parameter(
      "buffer", \.buffer, .age, in: 0...20,
      "Years above the threshold that an estimate must reach: threshold 18 and buffer 7 is 'Challenge 25'.",
      .assumed("a choice")),
    Parameter(
      "action", \.action, "Whether somebody found too young is refused or marked as a minor.",
      .assumed("a choice")),
    Parameter(
      "retries", \.retries, in: 0...20, "Further attempts allowed on the same visit.",
      .assumed("a choice")),
  ]

  private static let friction: [Parameter<Self>] = [
    Parameter(
      "drop_out_estimation", \.dropOutEstimation, .share, in: 0...1, evidence: 0.05...0.5,
      "Share of ordinary adults who will not have their face estimated.",
      .cited("gates on adult sites 13–51 % by audience measures; lower end assumed")),
    Parameter(
      "drop_out_document", \.dropOutDocument, .share, in: 0...1, evidence: 0.13...0.51,
      "Share of ordinary adults who will not show a document.",
      .cited("gates on adult sites 13–51 % by audience measures")),
    Parameter(
      "minor_odds", \.minorOdds, .factor, in: 0...1_000, evidence: 1...10,
      "Odds of a minor to drop out, relative to an ordinary adult.",
      .assumed("1 to infinite by method; no source")),
    Parameter(
      "offender_odds", \.offenderOdds, .factor, in: 0...1_000, evidence: 0.5...6,
      "Odds of an offender to drop out, relative to an ordinary adult.",
      .assumed("not even the sign is published")),
    Parameter(
      "attempt_noise", \.attemptNoise, .share, in: 0...1,
      "Part of the variance that is new at each attempt; the rest is drawn once per person and method.",
      .assumed("otherwise everybody passes within a month")),
    Parameter(
      "circumvention", \.circumvention, .share, in: 0...1, evidence: 0.05...0.25,
      "Share of people who get round the check from the start.",
      .cited("UK daily VPN users 0.65, then 1.5, then 0.9 million (Ofcom/press 2025)")),
  ]

  private static let errors: [Parameter<Self>] = [
    Parameter(
      "genuine_accepted", \.genuineAccepted, .share, in: 0...1,
      "Chance that an adult's own document is accepted.", .assumed("98 %, from memory")),
    Parameter(
      "borrowed_accepted", \.borrowedAccepted, .share, in: 0...1,
      "Chance that a minor passes with somebody else's document.",
      .assumed("mean of Beta(1, 9)")),
    Parameter("face", \.face),
    Parameter(
      "cost_per_estimation", \.costPerEstimation, .money, in: 0...1_000,
      evidence: 0.01...0.30, "Cost of one facial estimation.",
      .cited("a vendor's list price of £0.01 (G-Cloud 12); 0.05–0.30 from memory")),
    Parameter(
      "cost_per_document", \.costPerDocument, .money, in: 0...1_000, evidence: 0.5...2,
      "Cost of one document check.", .assumed("0.5–2, from memory")),
  ]

  var isActive: Bool { method != .none }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) { rules.ageAssurance = AgeRules(self) }
}

/// The error of facial age estimation: biased by age, heavy-tailed, mostly the same face each time.
///
/// Estimate = age + bias(age) + scale × t(4). The knots of the bias and the scale were fitted to the
/// median rows of NIST FATE AEV (ages 13–16: 34 % placed right, 60 % judged 17–22, mean absolute
/// error 3.4 years; 6.9 % of 17-year-olds pass at 25; 28 % of 8–12 judged 13–16; 2.6 % of 17–22
/// judged 13–16); the tests of the gates compare each row.
struct FaceError: Configurable, Equatable, BitwiseCopyable {
  var biasAt10 = 0.75
  var biasAt15 = 3.1
  var biasAt17 = 3.55
  var biasAt20 = 3.4
  var biasFrom25 = 0.0
  var scale = 2.12
  var degrees = 4.0
  init() {}

  static let name = "face"
  static let summary =
    "Error of facial age estimation: age-dependent bias and heavy tails (Student t)."
  static let parameters: [Parameter<Self>] = [
    knot("bias_at_10", \.biasAt10, "Bias at 10 years and below."),
    knot("bias_at_15", \.biasAt15, "Bias at 15 years; linear between the knots."),
    knot("bias_at_17", \.biasAt17, "Bias at 17½ years."),
    knot("bias_at_20", \.biasAt20, "Bias at 20 years."),
    knot("bias_from_25", \.biasFrom25, "Bias at 25 years and above."),
    Parameter(
      "scale", \.scale, .age, in: 0...20, evidence: 1...4,
      "Scale of the error around the bias.",
      .cited("fitted to NIST FATE AEV, median algorithm, good images")),
    Parameter(
      "degrees", \.degrees, .factor, in: 1...1_000,
      "Degrees of freedom of the Student t error; 1,000 is a normal error.",
      .cited("fitted to NIST FATE AEV, median algorithm, good images")),
  ]

  private static func knot(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .age, in: -20...20, meaning,
      .cited("fitted to NIST FATE AEV, median algorithm, good images"))
  }

  /// Expected error in years at a true age in years: linear between the knots.
  func bias(at age: Double) -> Double {
    func line(_ from: Double, _ low: Double, _ to: Double, _ high: Double) -> Double {
      low + (high - low) * (age - from) / (to - from)
    }
    if age <= 10 { return biasAt10 }
    if age <= 15 { return line(10, biasAt10, 15, biasAt15) }
    if age <= 17.5 { return line(15, biasAt15, 17.5, biasAt17) }
    if age <= 20 { return line(17.5, biasAt17, 20, biasAt20) }
    return age <= 25 ? line(20, biasAt20, 25, biasFrom25) : biasFrom25
  }
}

extension Levers {
  var ageAssurance: AgeAssurance {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

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

extension Levers {
  var ageAssurance: AgeAssurance {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

import Schema

/// One stage of a pathway.
struct Stage: Configurable {
  /// Where a stage takes place.
  enum Setting: String, CaseIterable, Sendable {
    /// On the platform: ends when either of the two leaves.
    case platform
    /// In a private channel that nobody else sees.
    case `private`
    /// Face to face.
    case offline
  }

  /// Endings that a branch may name besides later stages.
  static let terminals = ["block", "report", "leave", "ends"]

  var label = "contact"
  var harm = HarmName.none
  var harmShare = 1.0
  var place = Setting.platform
  var dwell = Law.fixed(0)
  var flagged = 0.0
  var toldToPolice = 0.0
  var next: [Branch] = []
  init() {}

  static let name = "stages"
  static let summary =
    "One stage: its harm, where it takes place, how long it lasts, what may follow."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.label, "Name of the stage.", .assumed("a label")),
    Parameter(
      "harm", \.harm, "The harm that entering this stage does to a target who is truly sought.",
      .assumed("by definition of the pathway")),
    Parameter(
      "harm_share", \.harmShare, .share, in: 0...1,
      "Share of entries that do this harm.", .assumed("no clean denominator published")),
    Parameter(
      "place", \.place, "On the platform, in a private channel, or off line.",
      .assumed("by definition of the pathway")),
    Parameter(
      "dwell", \.dwell, .duration, in: 0...87_660,
      "How long the stage lasts before the shares in `next` decide. 0: at once, or until the first rate in `next`.",
      .assumed("hours to months, from memory")),
    Parameter(
      "flagged", \.flagged, .share, in: 0...1,
      "Share of a classifier's detection rate that applies on entering this stage.",
      .assumed("early detection trades delay for accuracy (Vogt 2021)")),
    Parameter(
      "told_to_police", \.toldToPolice, .share, in: 0...1, evidence: 0.03...0.05,
      "Chance that the target or somebody close tells the police or an authority of this stage.",
      .cited("YISS-2: 5 %; Disrupting Harm: 3 % of incidents")),
    Parameter(
      "next", \.next,
      "What may follow: later stages, or `block`, `report`, `leave`, `ends`; rates race, shares are drawn.",
      .assumed("no clean conversion figures published")),
  ]

  func check() -> [Complaint] {
    let shares = next.compactMap { branch -> Double? in
      if case .share(let value) = branch.quantity { value } else { nil }
    }
    var complaints: [Complaint] = []
    if next.count > CompiledStage.mostBranches {
      complaints.append(Complaint("next", "at most \(CompiledStage.mostBranches) branches"))
    }
    if shares.isEmpty == false, shares.count < next.count {
      complaints.append(Complaint("next", "either all branches are rates or all are shares"))
    }
    if shares.reduce(0, +) > 1 + 1e-9 {
      complaints.append(Complaint("next", "the shares add up to more than 100 %"))
    }
    if shares.isEmpty, next.isEmpty == false, dwell != .fixed(0) {
      complaints.append(Complaint("dwell", "a stage has a dwell time or rates, not both"))
    }
    return complaints
  }
}

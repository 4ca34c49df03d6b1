import Schema

/// The end of a venue, from a day on and perhaps to another: its servers are seized, or access to it is
/// blocked. Whoever is on line is put out.
struct Closure: Lever {
  /// How a venue is closed.
  enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
    case none
    /// By seizure: nobody gets in, nothing is moderated any more, nothing costs.
    case seizure
    /// By providers who block it: some get round it, the rest of the platform goes on.
    case blocking
  }

  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var kind = Kind.none
  var getRound = 0.1
  init() {}

  static let name = "closure"
  static let summary =
    "Closure by seizure or blocking: from `start` on, until `end` if it is given."
  static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "kind", \.kind, "Whether and how the venue is closed.",
        .cited("Coco.gg was closed by seizure of its servers on 25 June 2024 (press)"))
    ] + Parameter.flattened(\.terms) + [
      Parameter(
        "get_round", \.getRound, .share, in: 0...1, evidence: 0.05...0.25,
        "Share of people who get round a block, fixed once for each person.",
        .cited("UK daily VPN users 0.65, then 1.5, then 0.9 million (Ofcom/press 2025)")),
      .changes(\.changes),
    ]

  var isActive: Bool { kind != .none }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) {
    rules.closure = ClosureRules(self)
    guard kind == .seizure else { return }
    // What stands still costs nothing and watches nothing.
    (rules.moderation, rules.classifier) = (ModerationRules(), ClassifierRules())
    (rules.decoys, rules.fixedCost) = (DecoyRules(), 0)
  }
}

extension Levers {
  var closure: Closure {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

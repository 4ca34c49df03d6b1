import Schema

/// Software that flags conversations for review.
struct Classifier: Lever {
  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var active = false
  var detects = 0.8
  var falseFlags = 0.001
  init() {}

  static let name = "classifier"
  static let summary = "Automated detection: flags conversations into the moderators' queue."
  static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "active", \.active, "Whether a classifier reads conversations.", .assumed("a choice"))
    ] + Parameter.flattened(\.terms) + [
      Parameter(
        "detects", \.detects, .share, in: 0...1, evidence: 0.5...0.95,
        "Share of harmful conversations that it would flag, given enough of them.",
        .cited("PAN-2012: F1 0.77–0.83 at prevalence 0.145 %")),
      Parameter(
        "false_flags", \.falseFlags, .share, in: 0...1, evidence: 0.0001...0.01,
        "Share of harmless conversations that it flags.",
        .cited("PAN-2012 and later: 1e-4 to 1e-2, optimistic off corpus")),
      .changes(\.changes),
    ]

  var isActive: Bool { active }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) {
    let share = active ? terms.compliance : 0
    rules.classifier = ClassifierRules(
      detects: detects * share, falseFlags: falseFlags * share,
      coverage: terms.coverage, reads: share)
  }
}

extension Levers {
  var classifier: Classifier {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

import Schema

/// Who may write first to whom. Keyed on what the platform takes a person for, never on true age.
struct ContactRules: Lever {
  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var adultsToMinors = true
  var minorsHidden = false
  var ageGap = 0.0
  var firstMessagesPerHour = 0.0
  init() {}

  static let name = "contact_rules"
  static let summary =
    "Limits on first messages, and on who is listed, for those taken for minors."
  static let parameters: [Parameter<Self>] =
    Parameter.flattened(\.terms) + [
      Parameter(
        "adults_to_minors", \.adultsToMinors,
        "Whether somebody taken for an adult may write first to somebody taken for a minor.",
        .assumed("a choice; DSA Art. 28 guidelines 2025 say no")),
      Parameter(
        "minors_hidden", \.minorsHidden,
        "Whether those taken for minors are left out of the directory.",
        .assumed("a choice; DSA Art. 28 guidelines 2025 say yes")),
      Parameter(
        "age_gap", \.ageGap, .age, in: 0...100,
        "Largest difference of declared ages for a first message; 0 for no limit.",
        .assumed("a choice")),
      Parameter(
        "first_messages_per_hour", \.firstMessagesPerHour, .rate, in: 0...10_000,
        "First messages a visitor may send in an hour; 0 for no limit. Whom it binds writes to nobody a second time after a block.",
        .assumed("a choice")),
      .changes(\.changes),
    ]

  var isActive: Bool { !adultsToMinors || minorsHidden || ageGap > 0 || firstMessagesPerHour > 0 }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) {
    rules.contact = ContactLimits(
      compliance: terms.compliance, coverage: terms.coverage, adultsToMinors: adultsToMinors,
      minorsHidden: minorsHidden, ageGap: ageGap, firstMessagesPerHour: firstMessagesPerHour)
  }
}

extension Levers {
  var contactRules: ContactRules {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

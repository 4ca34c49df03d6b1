import Schema

/// People who review cases, and the button that makes cases.
struct Moderation: Lever {
  /// In which order waiting cases are taken.
  enum Priority: String, CaseIterable, Sendable {
    /// Cases that concern somebody presenting as a minor first, then by age of the case.
    case minorsFirst = "minors_first"
    case oldestFirst = "oldest_first"
  }

  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var staff = 0
  var hoursPerDay = 24.0
  var shiftStart = 14.0
  var handling = Law.lognormal(median: 5.0 / 60, logSD: 0.7)
  var detects = 0.9
  var wronglyUpholds = 0.05
  var priority = Priority.minorsFirst
  var mergesReports = true
  var falseReports = 0.002
  var refers = 0.0
  var referralRecorded = 0.1
  var costPerHour = 35.0
  init() {}

  static let name = "moderation"
  static let summary =
    "Moderators: shifts, a queue of cases, decisions that may be wrong, referrals."
  static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "staff", \.staff, in: 0...100_000, "Moderators on duty at once during the shift.",
        .assumed("a choice; none in the baseline, as the prosecutor stated"))
    ] + Parameter.flattened(\.terms) + work + quality + [.changes(\.changes)]

  private static let work: [Parameter<Self>] = [
    Parameter(
      "hours_per_day", \.hoursPerDay, .duration, in: 0...24,
      "Length of the daily shift.", .assumed("a choice")),
    Parameter(
      "shift_start", \.shiftStart, .duration, in: 0...24,
      "Hour of the day at which the shift starts.", .assumed("a choice")),
    Parameter(
      "handling", \.handling, .duration, in: 0...1_000,
      "Time to review one case.",
      .cited("NYU Stern 2020 via press: about 145 s an item; a conversation takes longer")),
    Parameter(
      "priority", \.priority, "Which waiting case is taken first.", .assumed("a choice")),
    Parameter(
      "merges_reports", \.mergesReports,
      "Whether further reports of an account join its waiting case; if not, each is reviewed.",
      .assumed("a choice")),
    Parameter(
      "cost_per_hour", \.costPerHour, .moneyPerHour, in: 0...1_000, evidence: 20...50,
      "Fully loaded cost of a moderator.", .assumed("20–50, from memory")),
  ]

  private static let quality: [Parameter<Self>] = [
    Parameter(
      "detects", \.detects, .share, in: 0...1, evidence: 0.8...0.99,
      "Chance that a case about a real offender is upheld.",
      .cited("executive statement of 10 % error (NYU Stern 2020)")),
    Parameter(
      "wrongly_upholds", \.wronglyUpholds, .share, in: 0...1, evidence: 0.01...0.10,
      "Chance that a case about an innocent person is upheld.",
      .cited("executive statement of 10 % error (NYU Stern 2020)")),
    Parameter(
      "false_reports", \.falseReports, .rate, in: 0...100,
      "Rate at which an innocent visitor is reported while on line.",
      .assumed("no source found")),
    Parameter(
      "refers", \.refers, .share, in: 0...1,
      "Share of upheld cases about real offenders that are passed to the police.",
      .assumed("a choice")),
    Parameter(
      "referral_recorded", \.referralRecorded, .share, in: 0...1,
      "Share of referrals that become a proceeding.", .assumed("no source found")),
  ]

  var isActive: Bool { staff > 0 }

  func check() -> [Complaint] { scheduleComplaints() }

  func apply(to rules: inout Rules) {
    rules.moderation = ModerationRules(self)
  }
}

extension Levers {
  var moderation: Moderation {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}

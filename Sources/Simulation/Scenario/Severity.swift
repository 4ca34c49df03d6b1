import Schema

/// Weights of the serious harms in one figure: nobody measures how many escalations weigh as much as
/// an offence, so that whoever compares policies by it must see and may set them.
struct Severity: Configurable {
  var escalation = 3.0
  var meeting = 4.0
  var offence = 5.0
  init() {}

  static let name = "severity"
  static let summary = "Weights of escalation, meeting and contact offence in `serious_harm`."
  static let parameters: [Parameter<Self>] = [
    row("escalation", \.escalation, "Weight of an escalation (H3)."),
    row("meeting", \.meeting, "Weight of an expected meeting with a minor (H6)."),
    row("offence", \.offence, "Weight of an expected contact offence (H7)."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .factor, in: 0...1_000, evidence: 0...100, meaning,
      .assumed("the ranks 3, 4 and 5 of the harm table; a value judgement, not a measurement"))
  }
}

/// Where a run ends that would go on too long: counted in events and rows of the run itself, never in
/// time or bytes, so that the same run stops everywhere at the same event.
struct RunLimits: Configurable {
  var events = 5e9
  var eventsPerPersonDay = 2_000.0
  var rows = 40e6
  init() {}

  static let name = "limits"
  static let summary = "Most events and rows of one run; a run that needs more ends as `stopped`."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "events", \.events, .count, in: 1_000...1e15, "Most events that a run may dispatch.",
      .assumed("about half an hour of one core")),
    Parameter(
      "events_per_person_day", \.eventsPerPersonDay, .count, in: 1...1e9,
      "The same for each person and day; at least ten million events are allowed whatever it says.",
      .assumed("a hundred times what a busy platform needs")),
    Parameter(
      "rows", \.rows, .count, in: 1_000...1e12,
      "Most rows of visits, conversations, arrivals and seats that a run may hold.",
      .assumed("about three gigabytes")),
  ]
}

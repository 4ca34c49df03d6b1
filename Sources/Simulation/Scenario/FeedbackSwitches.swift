import Schema

/// Which feedbacks act: the naive answer is the one with all of them off.
///
/// A switch takes a mechanism away, whatever its section says; it never adds one. What `no` means stands
/// beside each.
struct FeedbackSwitches: Configurable {
  var attention = true
  var deterrence = true
  var displacement = true
  var friction = true
  var falsePositives = true
  var misdeclaration = true
  var detection = true
  var congestion = true
  var protectiveFunctions = true
  var search = true
  init() {}

  static let name = "feedbacks"
  static let summary =
    "Switches of what simple models leave out; all `no` gives the naive answer beside the full one."
  static let parameters: [Parameter<Self>] = [
    row(
      "attention", \.attention,
      "`no`: offenders and targets hold any number of conversations at once."),
    row("deterrence", \.deterrence, "`no`: offenders learn nothing from sanctions."),
    row("displacement", \.displacement, "`no`: whoever is kept out stays off line."),
    row(
      "friction", \.friction,
      "`no`: minors and offenders give up at a gate as often as ordinary adults."),
    row(
      "false_positives", \.falsePositives, "`no`: innocent people are never reported or flagged."),
    row(
      "misdeclaration", \.misdeclaration,
      "`no`: contact rules and directory know everybody's true age."),
    row(
      "detection", \.detection,
      "`no`: what is recorded is taken for what happens (`harm_as_seen`)."),
    row(
      "congestion", \.congestion,
      "`no`: every case is decided after the time that it would take were there no other."),
    row(
      "protective_functions", \.protectiveFunctions,
      "`no`: what ordinary people lose is not counted; nothing that happens changes."),
    row("search", \.search, "`no`: offenders find targets at once, however few (`search_half` 0)."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Bool> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(name, path, meaning, .assumed("a choice: what it changes is the question"))
  }
}

import Schema

/// Which feedbacks act: the naive answer is the one with all of them off.
///
/// A switch takes a mechanism away, whatever its section says; it never adds one. What `no` means stands
/// beside each.
struct FeedbackSwitches: Configurable {
  var deterrence = true
  init() {}

  static let name = "feedbacks"
  static let summary =
    "Switches of what simple models leave out; all `no` gives the naive answer beside the full one."
  static let parameters: [Parameter<Self>] = [
    row("deterrence", \.deterrence, "`no`: offenders learn nothing from sanctions.")
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Bool> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(name, path, meaning, .assumed("a choice: what it changes is the question"))
  }
}

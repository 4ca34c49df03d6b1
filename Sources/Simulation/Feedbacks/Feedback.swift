import Schema

/// Something that people learn from what happens, and that changes what they do: it sees every event
/// before the outcomes do, and writes into what people have in mind (`Minds`), nothing else.
///
/// What is learned acts at three places only: how fast an offender writes (`World.holdsBack`), whether he
/// comes (`World.staysAway`), whether he writes again after a block (`World.daring`). A feedback whose
/// numbers are the defaults learns nothing: then no draw is made and no event differs.
///
/// To add one: a file here with its section, equations and sources; its word in `Feedbacks` and its switch
/// in `FeedbackSwitches`; its labels in the report.
protocol Feedback: Configurable, BitwiseCopyable {
  /// Whether it can change anything at all as it is set.
  var isActive: Bool { get }
  /// Whether it learns from events of a kind: of all others it is told nothing.
  func listens(to kind: Event.Kind) -> Bool
  /// Takes note of one event about a person.
  ///
  /// - Parameters:
  ///   - event: What has happened, written at `event.time`.
  ///   - person: The row of whom it concerns, as it is now.
  ///   - minds: What people believe, to be changed.
  func learn(from event: Event, about person: Person, _ minds: inout Minds)
}

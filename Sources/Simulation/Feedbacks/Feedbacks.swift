/// The feedbacks of a run that are switched on, called one after another: a list that the compiler sees
/// through.
struct Feedbacks: BitwiseCopyable {
  let deterrence: Deterrence
  /// Whether any of them learns anything.
  let areActive: Bool

  init(_ scenario: Scenario) {
    deterrence = scenario.feedbacks.deterrence ? scenario.deterrence : Deterrence()
    areActive = deterrence.isActive
  }

  /// Whether any of them learns from events of a kind.
  func listen(to kind: Event.Kind) -> Bool { deterrence.listens(to: kind) }

  /// Shows every feedback one event.
  func learn(from event: Event, about person: Person, _ minds: inout Minds) {
    deterrence.learn(from: event, about: person, &minds)
  }
}

extension World {
  /// Shows what has just happened to the feedbacks.
  @inline(never)
  mutating func learn() {
    for index in 0..<events.count {
      // Most events teach nobody anything: their people are not looked up.
      guard feedbacks.listen(to: events[index].kind), events[index].actor >= 0 else { continue }
      let event = events[index]
      feedbacks.learn(from: event, about: persons[Int(event.actor)], &minds)
      persons[Int(event.actor)].kept.insert(.beliefs)
    }
  }
}

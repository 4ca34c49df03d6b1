/// What offenders leave undone because of the risk of sanction that they perceive.
struct Deterred: Outcome {
  static let columns: [Column] = [
    Column(
      name: "visits_deterred", unit: "per day",
      meaning:
        "Visits to the platform that offenders who seek minors do not make because of the risk they perceive.",
      better: .higher, role: .context),
    Column(
      name: "first_messages_deterred", unit: "per day",
      meaning: "First messages that offenders do not write because of the risk they perceive.",
      better: .higher, role: .context),
    Column(
      name: "perceived_risk", unit: "share",
      meaning:
        "Risk of sanction that offenders who seek minors perceive when the window closes, mean over them.",
      better: .higher, role: .context),
  ]

  private var visits = 0.0, messages = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.flags.contains(.cohort) else { return }
    switch event.kind {
    case .contactDeterred: messages += 1
    case .absent where event.absence == .deterred && event.flags.contains(.seeksMinors):
      visits += 1
    default: break
    }
  }

  func values(in world: borrowing World) -> [Double] {
    [visits / world.windowDays, messages / world.windowDays, world.meanPerceivedRisk]
  }
}

extension World {
  /// Over offenders who seek minors; undefined where there are none.
  ///
  /// - Complexity: O(people).
  fileprivate var meanPerceivedRisk: Double {
    var sum = 0.0, count = 0.0
    for slot in 0..<persons.count where persons[slot].kind > 0 && persons[slot].origin == 0 {
      guard kinds[Int(persons[slot].kind)].seeksMinors else { continue }
      count += 1
      if feedbacks.areActive { sum += perceivedRisk(of: Int32(slot), at: 0) }
    }
    return ratio(sum, count)
  }
}

/// How busy the platform is: context for everything else.
struct Traffic: Outcome {
  static let columns: [Column] = [
    Column(
      name: "online_adults", unit: "people",
      meaning: "Ordinary adults on line, mean over the window.",
      better: .neither, role: .context),
    Column(
      name: "online_minors", unit: "people", meaning: "Minors on line, mean over the window.",
      better: .neither, role: .context),
    Column(
      name: "online_offenders", unit: "people", meaning: "Offenders on line, mean over the window.",
      better: .neither, role: .context),
    Column(
      name: "visits", unit: "per day", meaning: "Visits begun in the window.", better: .neither,
      role: .context),
    Column(
      name: "messages", unit: "per day",
      meaning: "Ordinary messages in the window.", better: .neither,
      role: .context),
    Column(
      name: "offender_contacts", unit: "per day",
      meaning: "First messages of offenders that reached somebody, of any pathway.",
      better: .lower, role: .context),
    Column(
      name: "reports", unit: "per day", meaning: "Reports by users, of offenders and of others.",
      better: .neither, role: .context),
    Column(
      name: "flags", unit: "per day", meaning: "Flags by the classifier, right and wrong.",
      better: .neither, role: .context),
    Column(
      name: "benign_contacts", unit: "per 1,000 people and month",
      meaning:
        "First messages between ordinary people on line, were no rule or directory in their way (expected).",
      better: .higher, role: .context),
  ]

  private var adults = 0.0, minors = 0.0, offenders = 0.0
  private var visits = 0.0, messages = 0.0, contacts = 0.0, reports = 0.0, flags = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .leave: stay(event, in: world)
    case .enter where event.flags.contains(.cohort) && !event.isResumed: visits += 1
    case .contact where event.flags.contains(.cohort): contacts += 1
    case .report where event.flags.contains(.cohort): reports += 1
    case .flag where event.flags.contains(.cohort): flags += 1
    default: break
    }
  }

  private mutating func stay(_ event: Event, in world: borrowing World) {
    let start = event.time - Double(event.value)
    let hours = world.observed(from: start, to: event.time)
    // Messages fall evenly over the visit, of which they were counted to the window's end.
    let counted = min(event.time, world.windowEnd) - start
    if counted > 0 { messages += Double(event.messages) * min(1, hours / counted) }
    if event.flags.contains(.offender) {
      offenders += hours
    } else if event.band.isMinor {
      minors += hours
    } else {
      adults += hours
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let hours = world.windowEnd - world.windowStart, days = world.windowDays
    return [
      adults / hours, minors / hours, offenders / hours, visits / days, messages / days,
      contacts / days, reports / days, flags / days,
      world.scenario.feedbacks.protectiveFunctions
        ? ratio(
          (adults + minors) * world.constants.firstContacts * 1000,
          world.ordinaryPeople * world.windowMonths) : .nan,
    ]
  }
}

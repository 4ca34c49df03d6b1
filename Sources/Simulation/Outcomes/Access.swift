/// Who gets in, who is kept out, and what innocent people lose.
struct Access: Outcome {
  static let columns: [Column] = [
    Column(
      name: "minors_admitted", unit: "share",
      meaning: "Share of minors' knocks that became visits.", better: .neither, role: .context),
    Column(
      name: "adults_refused", unit: "share",
      meaning: "Share of ordinary adults' knocks that an age check refused.", better: .lower,
      role: .burden),
    Column(
      name: "adults_dropped_out", unit: "share",
      meaning: "Share of ordinary adults' knocks that ended in giving up at a gate.",
      better: .lower, role: .burden),
    Column(
      name: "offenders_admitted", unit: "share",
      meaning: "Share of knocks of offenders who seek minors that became visits.",
      better: .lower, role: .context),
    Column(
      name: "benign_hours_lost", unit: "h per 1,000 people and month",
      meaning:
        "Hours that ordinary people would have spent here and were kept out, gave up or were sanctioned.",
      better: .lower, role: .burden),
    Column(
      name: "benign_contacts_blocked", unit: "per 1,000 people and month",
      meaning: "First messages between ordinary people that contact rules stop (expected).",
      better: .lower, role: .burden),
  ]

  private var adults = 0.0, refused = 0.0, droppedOut = 0.0
  private var minors = 0.0, minorsIn = 0.0
  private var offenders = 0.0, offendersIn = 0.0
  private var hoursLost = 0.0, blocked = 0.0

  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .enter where event.flags.contains(.cohort): count(event, isIn: true)
    case .absent:
      if event.flags.contains(.cohort), event.detail != Absence.cutShort.rawValue {
        count(event, isIn: false)
      }
      if !event.flags.contains(.offender) { hoursLost += Double(event.value) }
    case .leave where !event.flags.contains(.offender):
      let hours = world.observed(from: event.time - Double(event.value), to: event.time)
      blocked += hours * world.benignContactsBlockedPerHour(event.actor)
    default: break
    }
  }

  private mutating func count(_ event: Event, isIn: Bool) {
    if event.flags.contains(.seeksMinors) {
      offenders += 1
      offendersIn += isIn ? 1 : 0
    } else if event.flags.contains(.offender) {
      return
    } else if event.band.isMinor {
      minors += 1
      minorsIn += isIn ? 1 : 0
    } else {
      adults += 1
      if event.kind == .absent, event.detail == Absence.refused.rawValue { refused += 1 }
      if event.kind == .absent, event.detail == Absence.droppedOut.rawValue { droppedOut += 1 }
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let months = world.ordinaryPeople * world.windowMonths
    return [
      ratio(minorsIn, minors), ratio(refused, adults), ratio(droppedOut, adults),
      ratio(offendersIn, offenders), ratio(hoursLost * 1000, months),
      ratio(blocked * 1000, months),
    ]
  }
}

extension World {
  /// First messages an hour from ordinary people that the contact rules keep from an ordinary
  /// person on line: those of adults to somebody taken for a minor, in expectation.
  func benignContactsBlockedPerHour(_ person: Int32) -> Double {
    guard person >= 0, !rules.contact.adultsToMinors, isTakenForMinor(person),
      covers(rules.contact.coverage, .contact, person)
    else { return 0 }
    return figures.firstContactsByAdults * rules.contact.compliance
  }
}

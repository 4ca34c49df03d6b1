/// What happens at the rivals: people on line and harm to minors there, rival by rival, and how much of
/// what was kept out went on. Empty where there is no such rival.
struct Rivals: Outcome {
  static let columns: [Column] =
    Rival.letters.map { letter in
      Column(
        name: "online_rival_\(letter)", unit: "people",
        meaning: "People on line at rival \(letter), mean over the window.", better: .neither,
        role: .context)
    }
    + Rival.letters.map { letter in
      Column(
        name: OutcomeName.unwantedContacts(atRival: letter), unit: "per 1,000 minors and month",
        meaning: "Unwanted sexual contacts (H1, H2) to minors at rival \(letter).", better: .lower,
        role: .displacement)
    } + [
      Column(
        name: "went_on_share", unit: "share",
        meaning:
          "Of the hours that ordinary people were kept out of the platform, the share that they spent at rivals.",
        better: .neither, role: .displacement),
      Column(
        name: "offenders_went_on_share", unit: "share",
        meaning: "The same, of offenders who seek minors.", better: .lower, role: .displacement),
      Column(
        name: "benign_hours_off_line", unit: "h per 1,000 people and month",
        meaning:
          "Hours that ordinary people would have spent here and spend nowhere: neither here nor at a rival or in the outside venue.",
        better: .lower, role: .burden),
    ]

  /// By venue: hours on line, and contacts (H1, H2) to minors.
  private var hours: InlineArray<5, Double> = InlineArray(repeating: 0)
  private var contacts: InlineArray<5, Double> = InlineArray(repeating: 0)
  /// Hours kept out of the platform, and of these those that went on.
  private var ordinary = (out: 0.0, on: 0.0), offenders = (out: 0.0, on: 0.0)

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .leave where event.venue > 0:
      hours[Int(event.venue)] += world.observed(
        from: event.time - Double(event.value), to: event.time)
    case .harm
    where event.venue > 0 && event.flags.contains(.cohort)
      && !event.flags.contains(.hidden):
      if event.band.isMinor, event.harm <= Harm.h2.rawValue { contacts[Int(event.venue)] += 1 }
    case .absent where event.venue == 0 && event.absence != .deterred: noteAbsence(event)
    default: break
    }
  }

  private mutating func noteAbsence(_ event: Event) {
    let hours = Double(event.value), on = event.flags.contains(.displaced) ? hours : 0
    if event.flags.contains(.seeksMinors) {
      offenders = (offenders.out + hours, offenders.on + on)
    } else if !event.flags.contains(.offender) {
      ordinary = (ordinary.out + hours, ordinary.on + on)
    }
  }

  mutating func takeHoursKeptOut(of other: borrowing Self) {
    (ordinary, offenders) = (other.ordinary, other.offenders)
  }

  func values(in world: borrowing World) -> [Double] {
    let window = world.windowEnd - world.windowStart
    let minors = world.peopleByBand.minors * world.windowMonths
    var online: [Double] = [], harmed: [Double] = []
    for letter in Rival.letters {
      let rival = world.scenario.venues.firstIndex { $0.label == letter }
      online.append(rival.map { hours[$0 + 1] / window } ?? .nan)
      harmed.append(rival.map { ratio(contacts[$0 + 1] * 1000, minors) } ?? .nan)
    }
    return online + harmed + [
      ratio(ordinary.on, ordinary.out), ratio(offenders.on, offenders.out),
      world.scenario.feedbacks.protectiveFunctions
        ? ratio((ordinary.out - ordinary.on) * 1000, world.ordinaryPeople * world.windowMonths)
        : .nan,
    ]
  }
}

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
      name: "refused_18_24", unit: "share",
      meaning: "Share of knocks of ordinary adults under 25 that an age check refused.",
      better: .lower, role: .burden),
    Column(
      name: "refused_25_and_over", unit: "share",
      meaning: "Share of knocks of ordinary adults of 25 and over that an age check refused.",
      better: .lower, role: .burden),
    Column(
      name: "kept_out_women", unit: "share",
      meaning:
        "Share of knocks of ordinary adults presenting as women that ended at a gate, refused or given up.",
      better: .lower, role: .burden),
    Column(
      name: "kept_out_men", unit: "share",
      meaning: "The same, of those presenting as men.", better: .lower, role: .burden),
  ]

  private var adults = 0.0, refused = 0.0, droppedOut = 0.0
  private var minors = 0.0, minorsIn = 0.0
  private var offenders = 0.0, offendersIn = 0.0
  private var hoursLost = 0.0
  /// By group of ordinary adults: knocks, and those that were refused or ended at a gate.
  private var young = (knocks: 0.0, refused: 0.0), old = (knocks: 0.0, refused: 0.0)
  private var women = (knocks: 0.0, out: 0.0), men = (knocks: 0.0, out: 0.0)

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .enter where event.flags.contains(.cohort) && !event.isResumed:
      count(event, isIn: true, in: world)
    case .absent:
      if event.flags.contains(.cohort), event.absence != .cutShort, event.absence != .deterred {
        count(event, isIn: false, in: world)
      }
      if !event.flags.contains(.offender) { hoursLost += Double(event.value) }
    default: break
    }
  }

  mutating func takeHoursKeptOut(of other: borrowing Self) { hoursLost = other.hoursLost }

  private mutating func count(_ event: Event, isIn: Bool, in world: borrowing World) {
    if event.flags.contains(.seeksMinors) {
      offenders += 1
      offendersIn += isIn ? 1 : 0
    } else if event.flags.contains(.offender) {
      return
    } else if event.band.isMinor {
      minors += 1
      minorsIn += isIn ? 1 : 0
    } else {
      let isRefused = event.kind == .absent && event.absence == .refused
      let hasGivenUp = event.kind == .absent && event.absence == .droppedOut
      adults += 1
      refused += isRefused ? 1 : 0
      droppedOut += hasGivenUp ? 1 : 0
      note(world.persons[Int(event.actor)], isRefused: isRefused, isOut: isRefused || hasGivenUp)
    }
  }

  /// Errors fall on some more than on others (ISO/IEC 27566-1: outcome error parity).
  private mutating func note(_ person: Person, isRefused: Bool, isOut: Bool) {
    if person.age < 25 {
      young = (young.knocks + 1, young.refused + (isRefused ? 1 : 0))
    } else {
      old = (old.knocks + 1, old.refused + (isRefused ? 1 : 0))
    }
    if person.traits.contains(.woman) {
      women = (women.knocks + 1, women.out + (isOut ? 1 : 0))
    } else {
      men = (men.knocks + 1, men.out + (isOut ? 1 : 0))
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let months = world.ordinaryPeople * world.windowMonths
    return [
      ratio(minorsIn, minors), ratio(refused, adults), ratio(droppedOut, adults),
      ratio(offendersIn, offenders),
      world.scenario.feedbacks.protectiveFunctions ? ratio(hoursLost * 1000, months) : .nan,
      ratio(young.refused, young.knocks), ratio(old.refused, old.knocks),
      ratio(women.out, women.knocks), ratio(men.out, men.knocks),
    ]
  }
}

/// Who is sanctioned, rightly and wrongly (H13).
struct Sanctioned: Outcome {
  static let columns: [Column] = [
    Column(
      name: "wrongful_sanctions", unit: "per 1,000 innocent user-months",
      meaning: "Warnings, suspensions and bans of people who are no offenders.", better: .lower,
      role: .burden),
    Column(
      name: "wrongful_share", unit: "share",
      meaning: "Share of innocent people among those sanctioned.", better: .lower, role: .burden),
    Column(
      name: "offenders_banned", unit: "per day", meaning: "Bans of offenders.", better: .neither,
      role: .context),
    Column(
      name: "offenders_returned", unit: "per day",
      meaning: "Offenders who come back under another account after a ban.", better: .lower,
      role: .context),
  ]

  private var wrong = 0.0, right = 0.0, bans = 0.0, returns = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.kind == .sanction || event.kind == .returned, event.flags.contains(.cohort)
    else { return }
    let isOffender = event.flags.contains(.offender)
    if event.kind == .returned {
      returns += isOffender ? 1 : 0
    } else if isOffender {
      right += 1
      if event.sanction == .ban { bans += 1 }
    } else {
      wrong += 1
    }
  }

  func values(in world: borrowing World) -> [Double] {
    return [
      ratio(wrong * 1000, world.ordinaryPeople * world.windowMonths), ratio(wrong, wrong + right),
      bans / world.windowDays, returns / world.windowDays,
    ]
  }
}

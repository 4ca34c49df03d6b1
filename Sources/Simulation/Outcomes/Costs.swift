/// Hours and money.
struct Costs: Outcome {
  static let columns: [Column] = [
    Column(
      name: "moderation_hours", unit: "h per day", meaning: "Moderators' hours on duty.",
      better: .lower, role: .cost),
    Column(
      name: "age_checks", unit: "per day", meaning: "Age checks carried out.", better: .lower,
      role: .cost),
    Column(
      name: "registrations", unit: "per day", meaning: "Registrations completed.",
      better: .neither, role: .cost),
    Column(
      name: "decoy_hours", unit: "h per day", meaning: "Hours of decoys on line.",
      better: .lower, role: .cost),
    Column(
      name: "police_hours_for_submissions", unit: "h per day",
      meaning: "Police hours spent on identifications by volunteers, usable or not.",
      better: .lower, role: .burden),
    Column(
      name: "cost", unit: "EUR per day",
      meaning: "Cost of all levers: staff, checks, decoys, fixed costs. Prices are assumed.",
      better: .lower, role: .cost),
  ]

  private var checks = 0.0, registrations = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .registration where event.flags.contains(.cohort):
      if event.registeredRank > 0 { registrations += 1 }
    case .ageCheck where event.flags.contains(.cohort):
      if !event.ageCheckNote.contains(.droppedOut) { checks += 1 }
    default: break
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let days = world.windowDays, meter = world.meter
    return [
      meter.moderatorHours / days, checks / days, registrations / days, meter.decoyHours / days,
      meter.submissionHours / days, meter.cost / days,
    ]
  }
}

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

  private var checks = 0.0, registrations = 0.0, fees = 0.0
  private var policeHours = 0.0, civilHours = 0.0, submissions = 0.0

  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .registration where event.flags.contains(.cohort):
      if event.detail == 1 { registrations += 1 }
      fees += Double(event.value)
    case .ageCheck where event.flags.contains(.cohort):
      if event.detail != 2 { checks += 1 }
      fees += Double(event.value)
    case .duty where event.detail == Duty.policeDecoy.rawValue: policeHours += Double(event.value)
    case .duty where event.detail == Duty.civilDecoy.rawValue: civilHours += Double(event.value)
    case .decoyIdentified where event.flags.contains(.cohort) && event.detail > 0:
      if Int(-1 - event.target) >= world.rules.decoys.police.count { submissions += 1 }
    default: break
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let days = world.windowDays, rules = world.rules
    let staff = world.moderatorDuty
    let money =
      fees + staff.cost + world.fixedCosts + policeHours * rules.decoys.police.costPerHour
      + civilHours * rules.decoys.civil.costPerHour
    return [
      staff.hours / days, checks / days, registrations / days, (policeHours + civilHours) / days,
      submissions * rules.decoys.policeHoursPerSubmission / days, money / days,
    ]
  }
}

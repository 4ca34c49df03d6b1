/// The second headline: serious harm to minors, weighted by severity.
///
/// S = w₃·E + w₆·M + w₇·O per 1,000 minors of the exogenous population and month, with E the
/// escalations (H3) that happened, M and O the meetings (H6) and contact offences (H7) expected from
/// the moves to a private channel, and the scenario's weights w (`severity`). A policy may lower
/// contacts and leave this, or the other way round. The outside venue adds the baseline's S for each
/// hour that minors spend there.
struct SeriousHarm: Outcome {
  private static let unit = "weighted, per 1,000 minors and month"

  static let columns: [Column] = [
    Column(
      name: OutcomeName.seriousHarm, unit: unit,
      meaning:
        "Escalations (H3), expected meetings (H6) and contact offences (H7) with minors, weighted by `severity`, all venues.",
      better: .lower, role: .headline),
    Column(
      name: "serious_harm_here", unit: unit, meaning: "The part on the platform.", better: .lower,
      role: .harm),
    Column(
      name: "serious_harm_private", unit: unit, meaning: "The part in private and off line.",
      better: .lower, role: .harm),
    Column(
      name: "serious_harm_elsewhere", unit: unit,
      meaning:
        "The part at rivals; without any in the outside venue, at the baseline's rate per hour.",
      better: .lower,
      role: .displacement),
  ]

  private var here = 0.0, hidden = 0.0, atRivals = 0.0
  private var meetings = 0.0, offences = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.kind == .harm || event.kind == .movedPrivate, event.flags.contains(.cohort),
      event.band.isMinor, !event.flags.contains(.decoy)
    else { return }
    if event.kind == .movedPrivate {
      let step = world.stage(event.pathway, event.stage)
      meetings += step.meetings
      offences += step.offences
    } else if event.harm == Harm.h3.rawValue {
      if event.flags.contains(.hidden) {
        hidden += 1
      } else if event.venue == 0 {
        here += 1
      } else {
        atRivals += 1
      }
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let weights = world.scenario.severity, minors = world.peopleByBand.minors
    let near = ratio(here * weights.escalation * 1000, minors * world.windowMonths)
    let later =
      hidden * weights.escalation + meetings * weights.meeting + offences * weights.offence
    let far = ratio(later * 1000, minors * world.windowMonths)
    let elsewhere = ratio(atRivals * weights.escalation * 1000, minors * world.windowMonths)
    return [near + far + elsewhere, near, far, elsewhere]
  }

  static func settle(_ own: inout ColumnValues, reference: ColumnValues) {
    let moved = AgeBand.minors.reduce(0) { $0 + own["displaced_hours_\($1.name)"] }
    let base = reference["serious_harm_here"] + reference["serious_harm_private"]
    let hours = AgeBand.minors.reduce(0) { $0 + reference["hours_\($1.name)"] }
    own["serious_harm_elsewhere"] += moved > 0 ? ratio(moved, hours) * base : 0
    let elsewhere = own["serious_harm_elsewhere"]
    own[OutcomeName.seriousHarm] =
      own["serious_harm_here"] + own["serious_harm_private"] + elsewhere
  }
}

extension AgeBand {
  /// The bands of minors.
  static let minors = allCases.filter(\.isMinor)
}

/// What is recorded of what happens: eventual numbers, by day of the first contact.
///
/// Recorded is not true: more watching can raise these counts while harm falls.
struct Enforcement: Outcome {
  static let columns: [Column] = [
    Column(
      name: "proceedings", unit: "per day",
      meaning: "Proceedings eventually opened, as they fell in this run.", better: .neither,
      role: .enforcement, events: "proceedings_events"),
    Column(
      name: "proceedings_expected", unit: "per day",
      meaning: "Proceedings eventually opened, as a conditional expectation at each stage.",
      better: .neither, role: .enforcement),
    Column(
      name: "proceedings_expected_minors", unit: "per day",
      meaning: "The part with a minor as victim.", better: .neither, role: .enforcement),
    Column(
      name: "victims_identified", unit: "per week",
      meaning: "Victims eventually identified, as they fell in this run.", better: .neither,
      role: .enforcement, events: "victims_identified_events"),
    Column(
      name: "victims_identified_expected", unit: "per week",
      meaning: "Victims eventually identified, as a conditional expectation.", better: .neither,
      role: .enforcement),
    Column(
      name: "referrals", unit: "per day", meaning: "Upheld cases passed on to the police.",
      better: .neither, role: .enforcement),
    Column(
      name: "decoy_identifications", unit: "per day",
      meaning: "Offenders identified by decoys, usable or not.", better: .higher,
      role: .enforcement),
    Column(
      name: "decoy_contact_share", unit: "share",
      meaning: "Share of first messages on pathways that seek minors which reach decoys.",
      better: .higher, role: .enforcement),
    Column(
      name: "harm_as_seen", unit: "per 1,000 minors and month",
      meaning:
        "Unwanted sexual contacts to minors on the platform; with `feedbacks.detection` off the proceedings expected with a minor as victim, which somebody would take for harm who looks at records.",
      better: .neither, role: .context),
    Column(
      name: "proceedings_events", unit: "events",
      meaning: "Proceedings eventually opened, as they fell in this run.", better: .neither,
      role: .context),
    Column(
      name: "victims_identified_events", unit: "events",
      meaning: "Victims eventually identified, as they fell in this run.", better: .neither,
      role: .context),
  ]

  private var proceedings = 0.0, expected = 0.0, expectedMinors = 0.0
  private var victims = 0.0, victimsExpected = 0.0
  private var referrals = 0.0, identified = 0.0, contacts = 0.0
  private var decoyContacts = 0.0, minorContacts = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.flags.contains(.cohort) else { return }
    switch event.kind {
    case .proceeding: proceedings += 1
    case .identified: victims += 1
    case .harm, .referral: expect(event, in: world)
    case .decoyIdentified:
      expected += Double(event.value)
      if event.isIdentified { identified += 1 }
    case .contact where event.flags.contains([.decoy, .seeksMinors]): decoyContacts += 1
    case .contact where event.flags.contains([.youthProfile, .seeksMinors]): minorContacts += 1
    default: break
    }
    if event.kind == .referral { referrals += 1 }
    if event.kind == .harm, event.harm <= Harm.h2.rawValue, event.band.isMinor,
      !event.flags.contains(.hidden)
    {
      contacts += 1
    }
  }

  private mutating func expect(_ event: Event, in world: borrowing World) {
    guard event.value > 0 else { return }
    let value = Double(event.value)
    expected += value
    if event.band.isMinor { expectedMinors += value }
    if !event.flags.contains(.identified) {
      victimsExpected += value * world.constants.victimIdentified
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let days = world.windowDays, weeks = world.windowWeeks
    let seen = world.scenario.feedbacks.detection ? contacts : expectedMinors
    let minors = world.peopleByBand.minors * world.windowMonths
    return [
      proceedings / days, expected / days, expectedMinors / days, victims / weeks,
      victimsExpected / weeks, referrals / days, identified / days,
      ratio(decoyContacts, decoyContacts + minorContacts), ratio(seen * 1000, minors),
      proceedings, victims,
    ]
  }
}

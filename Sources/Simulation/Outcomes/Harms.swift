/// Harms by true age band, by intention to treat: per 1,000 people of the exogenous population and
/// month, on the platform, in private, and in the outside venue.
///
/// The headline is the number of unwanted sexual contacts to minors (H1 and H2). Everything is
/// counted to the day of the first contact and followed to its end. The outside venue is filled in
/// by `settle`: hours displaced there, times the baseline's harms per hour.
struct Harms: Outcome, ~Copyable {
  /// The harms that are split by age band.
  static let typed: [Harm] = [.h1, .h2, .h3, .h6, .h7]
  private static let month = "per 1,000 people and month"

  private var here = Storage<ByBand>(repeating: ByBand(), count: 14)
  private var atRivals = Storage<ByBand>(repeating: ByBand(), count: 14)
  private var hidden = Storage<ByBand>(repeating: ByBand(), count: 14)
  private var meetingsExpected = ByBand(), offencesExpected = ByBand()
  private var hours = ByBand(), displacedHours = ByBand()
  private var solicitorHours = 0.0, displacedSolicitorHours = 0.0
  private var assaultsExpected = 0.0

  init() {}

  init(copying other: borrowing Self) {
    here = Storage(copying: other.here)
    hidden = Storage(copying: other.hidden)
    atRivals = Storage(copying: other.atRivals)
    (meetingsExpected, offencesExpected) = (other.meetingsExpected, other.offencesExpected)
    (hours, displacedHours) = (other.hours, other.displacedHours)
    (solicitorHours, assaultsExpected) = (other.solicitorHours, other.assaultsExpected)
    displacedSolicitorHours = other.displacedSolicitorHours
  }

  static let columns: [Column] =
    headline
    + typed.flatMap { harm in bandColumns(harm) + partColumns(harm) } + [
      Column(
        name: "meetings_expected", unit: "per 1,000 minors and month",
        meaning:
          "Offline meetings with minors (H6) as a conditional expectation at the move to a private channel.",
        better: .lower, role: .harm),
      Column(
        name: "contact_offences_expected", unit: "per 1,000 minors and month",
        meaning: "Contact sexual offences against minors (H7), as a conditional expectation.",
        better: .lower, role: .harm),
      Column(
        name: "contact_assaults_per_week", unit: "per week",
        meaning:
          "Expected contact offences (H7) and ambushes (H9), all victims, on the platform and after.",
        better: .lower, role: .harm),
    ] + raw + counts

  private static let headline: [Column] = [
    Column(
      name: OutcomeName.unwantedContacts, unit: "per 1,000 minors and month",
      meaning:
        "Unwanted sexual contacts (H1, H2) to minors of the exogenous population, all venues.",
      better: .lower, role: .headline),
    Column(
      name: OutcomeName.unwantedContactsHere, unit: "per 1,000 minors and month",
      meaning: "The part on the platform.", better: .lower, role: .harm),
    Column(
      name: OutcomeName.unwantedContactsPrivate, unit: "per 1,000 minors and month",
      meaning: "The part in private channels, after a first contact on the platform.",
      better: .lower, role: .harm),
    Column(
      name: OutcomeName.unwantedContactsElsewhere, unit: "per 1,000 minors and month",
      meaning:
        "The part at rivals; without any in the outside venue, at the baseline's rate per hour.",
      better: .lower, role: .displacement),
    Column(
      name: "exposure_rate", unit: "per 1,000 minor-hours",
      meaning:
        "Unwanted sexual contacts (H1, H2) to minors on the platform, per hour of minors on line.",
      better: .lower, role: .harm),
    Column(
      name: "contacts_by_displaced_offenders", unit: "per 1,000 minors and month",
      meaning:
        "Contacts that offenders kept out would make elsewhere, to people outside this population: not part of the headline.",
      better: .lower, role: .displacement),
  ]

  /// The harms so rare that their events are counted in columns of their own.
  private static let rare: [Harm] = [.h6, .h7]

  /// The column that counts a rare harm's events, of a band or of all minors.
  private static func counted(_ harm: Harm, _ whom: String) -> String? {
    rare.contains(harm) ? "\(harm.code.lowercased())_events_\(whom)" : nil
  }

  private static let counts: [Column] = rare.flatMap { harm in
    (AgeBand.allCases.map(\.name) + ["minors"]).map { whom in
      Column(
        name: counted(harm, whom) ?? "", unit: "events",
        meaning: "\(harm.code) as they fell in this run, on the platform and after.",
        better: .lower, role: .context)
    }
  }

  private static func bandColumns(_ harm: Harm) -> [Column] {
    AgeBand.allCases.map { band in
      Column(
        name: "\(harm.code.lowercased())_\(band.name)", unit: month,
        meaning: "\(harm.code), \(harm.title): people of true age \(band.words), all venues.",
        better: .lower, role: .harm, events: counted(harm, band.name))
    }
  }

  private static func partColumns(_ harm: Harm) -> [Column] {
    ["here", "private", "elsewhere"].map { part in
      Column(
        name: "\(harm.code.lowercased())_minors_\(part)", unit: "per 1,000 minors and month",
        meaning:
          "\(harm.code) to minors, the part \(part == "here" ? "on the platform" : part == "private" ? "in private or off line" : "at rivals or in the outside venue").",
        better: .lower, role: part == "elsewhere" ? .displacement : .harm,
        events: counted(harm, "minors"))
    }
  }

  private static let raw: [Column] =
    AgeBand.allCases.map { band in
      Column(
        name: "people_\(band.name)", unit: "people",
        meaning: "People of the exogenous population of true age \(band.words).",
        better: .neither, role: .context)
    }
    + AgeBand.allCases.map { band in
      Column(
        name: "hours_\(band.name)", unit: "h",
        meaning: "Hours on line in the window, ordinary users of true age \(band.words).",
        better: .neither, role: .context)
    }
    + AgeBand.allCases.map { band in
      Column(
        name: "displaced_hours_\(band.name)", unit: "h",
        meaning:
          "Hours of ordinary users of true age \(band.words) that moved to the outside venue.",
        better: .lower, role: .displacement)
    } + [
      Column(
        name: "hours_solicitors", unit: "h",
        meaning: "Hours on line of offenders who seek minors.", better: .neither, role: .context),
      Column(
        name: "displaced_hours_solicitors", unit: "h",
        meaning: "Hours of offenders who seek minors that moved to the outside venue.",
        better: .neither, role: .displacement),
    ]

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .harm where event.flags.contains(.cohort): noteHarm(event)
    case .movedPrivate where event.flags.contains(.cohort) && !event.flags.contains(.decoy):
      let step = world.stage(event.pathway, event.stage)
      meetingsExpected[event.band] += step.meetings
      offencesExpected[event.band] += step.offences
      if event.venue == 0 { assaultsExpected += step.offences }
    case .leave where event.venue == 0:
      let hours = world.observed(from: event.time - Double(event.value), to: event.time)
      if event.flags.contains(.seeksMinors) { solicitorHours += hours }
      if !event.flags.contains(.offender) { self.hours[event.band] += hours }
    case .absent where event.flags.contains(.displaced) && !world.hasRivals:
      if event.flags.contains(.seeksMinors) { displacedSolicitorHours += Double(event.value) }
      if !event.flags.contains(.offender) { displacedHours[event.band] += Double(event.value) }
    default: break
    }
  }

  mutating func takeHoursKeptOut(of other: borrowing Self) {
    (displacedHours, displacedSolicitorHours) = (
      other.displacedHours, other.displacedSolicitorHours
    )
  }

  private mutating func noteHarm(_ event: Event) {
    if event.flags.contains(.hidden) {
      hidden[Int(event.harm)][event.band] += 1
    } else if event.venue == 0 {
      here[Int(event.harm)][event.band] += 1
    } else {
      atRivals[Int(event.harm)][event.band] += 1
    }
    if event.venue == 0, event.harm == Harm.h9.rawValue { assaultsExpected += 1 }
  }

  func values(in world: borrowing World) -> [Double] {
    let people = world.peopleByBand, months = world.windowMonths
    let perMinors = { (number: Double) in ratio(number * 1000, people.minors * months) }
    let near = here[1].minors + here[2].minors, far = hidden[1].minors + hidden[2].minors
    let elsewhere = atRivals[1].minors + atRivals[2].minors
    var values = [
      perMinors(near + far + elsewhere), perMinors(near), perMinors(far), perMinors(elsewhere),
      ratio(near * 1000, hours.minors), 0,
    ]
    for harm in Self.typed {
      let here = here[Int(harm.rawValue)], hidden = hidden[Int(harm.rawValue)]
      let rivals = atRivals[Int(harm.rawValue)]
      for band in AgeBand.allCases {
        let all = here[band] + hidden[band] + rivals[band]
        values.append(ratio(all * 1000, people[band] * months))
      }
      values += [perMinors(here.minors), perMinors(hidden.minors), perMinors(rivals.minors)]
    }
    values += [
      perMinors(meetingsExpected.minors), perMinors(offencesExpected.minors),
      assaultsExpected / world.windowWeeks,
    ]
    values += AgeBand.allCases.map { people[$0] }
    values += AgeBand.allCases.map { hours[$0] }
    values += AgeBand.allCases.map { displacedHours[$0] }
    values += [solicitorHours, displacedSolicitorHours]
    for harm in Self.rare {
      let here = here[Int(harm.rawValue)], hidden = hidden[Int(harm.rawValue)]
      let rivals = atRivals[Int(harm.rawValue)]
      values += AgeBand.allCases.map { here[$0] + hidden[$0] + rivals[$0] }
      values += [here.minors + hidden.minors + rivals.minors]
    }
    return values
  }

  static func settle(_ own: inout ColumnValues, reference: ColumnValues) {
    for harm in typed { settle(harm.code.lowercased(), &own, reference) }
    let elsewhere = own["h1_minors_elsewhere"] + own["h2_minors_elsewhere"]
    let near = own[OutcomeName.unwantedContactsHere] + own[OutcomeName.unwantedContactsPrivate]
    own[OutcomeName.unwantedContactsElsewhere] = elsewhere
    own[OutcomeName.unwantedContacts] = near + elsewhere
    let offenders = own["displaced_hours_solicitors"]
    let base =
      reference[OutcomeName.unwantedContactsHere] + reference[OutcomeName.unwantedContactsPrivate]
    own["contacts_by_displaced_offenders"] =
      offenders == 0 ? 0 : ratio(offenders * base, reference["hours_solicitors"])
  }

  /// Adds the outside venue's part of one harm: hours displaced there over the baseline's hours, times
  /// the baseline's harm, band by band.
  private static func settle(
    _ code: String, _ own: inout ColumnValues, _ reference: ColumnValues
  ) {
    var elsewhere = 0.0, minors = 0.0
    for band in AgeBand.allCases {
      let people = own["people_\(band.name)"], moved = own["displaced_hours_\(band.name)"]
      if band.isMinor { minors += people }
      guard moved > 0 else { continue }
      let base = reference["\(code)_\(band.name)"]
      let added = ratio(moved, reference["hours_\(band.name)"]) * base
      own["\(code)_\(band.name)"] += added
      if band.isMinor { elsewhere += added * people }
    }
    own["\(code)_minors_elsewhere"] += ratio(elsewhere, minors)
  }
}

extension AgeBand {
  /// For descriptions of columns.
  var words: String {
    switch self {
    case .under13: "under 13"
    case .from13to15: "13 to 15"
    case .from16to17: "16 to 17"
    case .adult: "18 and over"
    }
  }
}

import Schema

extension Scenario {
  /// People who come, stay and go, all alike; nothing else happens unless a test asks for it.
  ///
  /// - Parameters:
  ///   - people: How many.
  ///   - visits: Knocks of each, an hour.
  ///   - stay: Length of a visit, hours.
  ///   - hours: Observation window; there is no warm-up.
  static func plain(people: Double, visits: Double, stay: Law, hours: Double) -> Scenario {
    var scenario = Scenario()
    scenario.time.warmUp = 0
    scenario.time.window = hours
    scenario.people.count = people
    scenario.people.minorShare = 0
    scenario.people.visits = .fixed(visits)
    scenario.people.visitDuration = stay
    scenario.people.dailyProfile.peakToTrough = 1
    scenario.people.messages = 0
    scenario.people.turnover = 0
    scenario.people.susceptibilityCV = 0
    scenario.people.propensityCV = 0
    scenario.people.minorsPresentAsMinors = 1
    scenario.people.adultsPresentAsMinors = 0
    scenario.people.attention = 65_535
    scenario.levers.moderation.falseReports = 0
    // What everybody has: a ban tied to an account that nobody has would change nothing.
    scenario.levers.sanctions.scope = .device
    return scenario
  }

  /// The same with half the people minors and half of the rest offenders on the given stages.
  static func pursuit(
    people: Double = 400, visits: Double = 1, stay: Law = .fixed(1000), hours: Double = 100,
    contacts: Double = 10, slots: Int = 1, stages: [Stage]
  ) -> Scenario {
    var scenario = plain(people: people, visits: visits, stay: stay, hours: hours)
    scenario.people.minorShare = 0.5
    var pathway = Pathway()
    pathway.label = "pursuit"
    pathway.contacts = contacts
    pathway.conversationsAtOnce = slots
    pathway.newcomers = 0
    pathway.recorded = 0
    pathway.stages = stages
    scenario.pathways = [pathway]
    var kind = OffenderKind()
    kind.pathway = "pursuit"
    kind.share = 0.5
    scenario.offenders = [kind]
    return scenario
  }

  /// Minors who all write to one another, and nothing else: how many there are of either side is then
  /// given, not drawn.
  ///
  /// All come on line early in the warm-up of 24 hours and stay: of 2,000 somebody is missing after it
  /// less than once in ten million runs.
  static func mutual(
    people: Double, hours: Double, contacts: Double, stages: [Stage]
  ) -> Scenario {
    var scenario = pursuit(
      people: people, visits: 1, stay: .fixed(10_000), hours: hours, contacts: contacts, slots: 0,
      stages: stages)
    scenario.time.warmUp = 24
    scenario.people.minorShare = 1
    scenario.offenders[0].among = .everybody
    scenario.offenders[0].share = 1
    scenario.pathways[0].repeats = true
    return scenario
  }

  /// A small busy platform on which every mechanism has something to do.
  static func busy(people: Double = 600, hours: Double = 48) -> Scenario {
    var contact = Stage.named(
      "contact", [("talk", 6), ("block", 10), ("report", 2), ("leave", 10)])
    contact.harm = .h2
    contact.harmShare = 0.4
    contact.flagged = 0.5
    contact.toldToPolice = 0.2
    var talk = Stage.named("talk", share: [("private", 0.5)])
    talk.dwell = .exponential(mean: 0.3)
    talk.flagged = 1
    var hidden = Stage.named("private", share: [("meeting", 0.5)])
    (hidden.place, hidden.harm, hidden.toldToPolice) = (.private, .h1, 0.5)
    hidden.dwell = .exponential(mean: 5)
    var meeting = Stage.named("meeting")
    (meeting.place, meeting.harm, meeting.toldToPolice) = (.offline, .h6, 0.5)
    var scenario = pursuit(
      people: people, visits: 0.3, stay: .lognormal(median: 0.4, logSD: 1), hours: hours,
      contacts: 15, slots: 3, stages: [contact, talk, hidden, meeting])
    scenario.time.warmUp = 6
    scenario.offenders[0].share = 0.1
    scenario.pathways[0].recorded = 0.3
    scenario.pathways[0].newcomers = 0.4
    scenario.pathways[0].persistence = 0.5
    scenario.people.messages = 30
    scenario.people.minorsPresentAsMinors = 0.8
    scenario.people.susceptibilityCV = 1
    scenario.people.propensityCV = 1
    scenario.people.attention = 4
    return scenario
  }
}

extension Stage {
  /// A stage whose branches race, rates an hour.
  static func named(_ label: String, _ rates: [(String, Double)] = []) -> Stage {
    var stage = Stage()
    stage.label = label
    stage.next = rates.map { Branch($0.0, .rate(perHour: $0.1)) }
    return stage
  }

  /// A stage that ends by shares.
  static func named(_ label: String, share: [(String, Double)]) -> Stage {
    var stage = Stage()
    stage.label = label
    stage.next = share.map { Branch($0.0, .share($0.1)) }
    return stage
  }
}

import CGSL
import Schema

@testable import Simulation

/// Everything that a run said, and its record.
struct Play {
  var events: [Event] = []
  var record = RunRecord(
    values: [], drawn: [], observedDays: 0, events: 0, represented: 0, hash: 0)

  /// Runs a scenario and keeps every event that `keep` wants.
  init(
    _ scenario: Scenario, seed: UInt64 = 11, replicate: UInt64 = 1,
    keep: (Event) -> Bool = { _ in true }
  ) throws {
    var kept: [Event] = []
    record = try Run.simulate(
      scenario, seed: seed, replicate: replicate, isStopped: { false },
      listen: { event in
        if keep(event) { kept.append(event) }
      })
    events = kept
  }

  /// The value of a column; NaN also for a name that is no column.
  subscript(_ column: String) -> Double { ColumnValues(values: record.values)[column] }

  func all(_ kind: Event.Kind) -> [Event] { events.filter { $0.kind == kind } }

  func count(_ kind: Event.Kind) -> Double { Double(all(kind).count) }
}

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

extension World {
  /// Makes the people, opens the doors, and gives who knocks when.
  mutating func open() -> Knocks {
    let rates = populate()
    var knocks = Knocks(
      rates: rates, starts: audienceStarts, profile: scenario.people.dailyProfile, weekday: 0,
      root: root, horizon: windowEnd)
    knocks.begin(persons)
    openForBusiness()
    return knocks
  }

  /// Numbers of all slots of the population.
  var slots: Range<Int> { 0..<persons.count }

  /// What has been written since the events were last forgotten.
  var written: [Event] { (0..<events.count).map { events[$0] } }
}

extension Conversation {
  /// What an offender and a target have with each other, for tests of what follows from it.
  static func between(_ offender: Int32, and target: Int32, youthProfile: Bool) -> Conversation {
    Conversation(
      stream: Stream(1, 2), arrival: 1, ordinal: 1, offenderVisit: -1, targetVisit: -1,
      offender: offender, target: target, generations: (0, 0), pathway: 255, stage: 0,
      band: .adult, venue: 0, cohort: true, room: 0, youthProfile: youthProfile, office: 0)
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

/// Standard errors that a figure may be off: chance passes them about once in a hundred thousand, so
/// that some ninety such tests together raise a false alarm less than once in a thousand.
let bound = 4.4

/// How far a number of successes is from its expectation, in standard errors.
func score(_ hits: Double, of trials: Double, chance: Double) -> Double {
  (hits - trials * chance) / (trials * chance * (1 - chance)).squareRoot()
}

/// Mean, variance and standard error of independent numbers.
struct Sample {
  let count: Double, mean: Double, variance: Double

  init(_ values: [Double]) {
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }

  var error: Double { (variance / count).squareRoot() }

  /// Distance of the mean from an expectation in standard errors.
  func score(_ expected: Double) -> Double { (mean - expected) / error }
}

/// Distribution function of the standard normal.
func normal(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

/// Mean of a function of a standard normal, by the midpoint rule on quantiles.
func overNormal(steps: Int = 2000, _ function: (Double) -> Double) -> Double {
  var sum = 0.0
  for step in 0..<steps {
    sum += function(gsl_cdf_ugaussian_Pinv((Double(step) + 0.5) / Double(steps)))
  }
  return sum / Double(steps)
}

extension World {
  /// Makes so many people without attributes, in place of a population.
  mutating func settle(_ people: Int) {
    persons.extend(to: people, with: Person())
    openCrowds([Float](repeating: 0, count: people))
  }

  /// An offender of the first kind (slot 0) and a minor of 14 (slot 1), both on line for five hours.
  mutating func admitPair() {
    settle(2)
    persons[0].kind = 1
    persons[1].traits = .minor
    (persons[1].age, persons[1].presentedAge) = (14, 14)
    for slot in 0...1 {
      enter(
        Int32(slot), at: 0, for: 5, arrival: UInt64(slot + 1),
        stream: root.stream(.visit, UInt64(slot + 1)))
    }
  }
}

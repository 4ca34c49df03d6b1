import Schema
import Testing

@testable import Simulation

/// Outcomes against counts and figures worked by hand.
struct OutcomeTests {
  /// Share of the top hundredth and Gini coefficient of a list of counts.
  private func shape(_ counts: [Int]) -> (top: Double, gini: Double) {
    var histogram = [Double](repeating: 0, count: 65_536)
    for count in counts { histogram[count] += 1 }
    return Concentration.shape(histogram, Double(counts.count))
  }

  @Test func `inequality of lists worked by hand`() {
    // Sum of all differences over twice n² times the mean.
    let lists: [([Int], Double)] = [
      ([1, 2, 3, 4], 0.25), ([0, 0, 0, 4], 0.75), ([5, 5, 5, 5], 0),
    ]
    for (counts, gini) in lists {
      #expect(abs(shape(counts).gini - gini) < 1e-12)
    }
    let one = shape(Array(repeating: 0, count: 199) + [10])
    #expect(abs(one.gini - 0.995) < 1e-12 && one.top == 1)
    // The top two of 200 hold 8 + 6 of 8 + 6 + 198; of 50 the half of a person, 4 of 57.
    #expect(abs(shape([8, 6] + Array(repeating: 1, count: 198)).top - 14.0 / 212) < 1e-12)
    #expect(abs(shape([8] + Array(repeating: 1, count: 49)).top - 4.0 / 57) < 1e-12)
    #expect(shape([0, 0]).gini.isNaN && shape([]).top.isNaN)
  }

  @Test func `percentiles of first contacts are those of the list`() {
    let world = World(
      .pursuit(stages: [.named("contact")]), root: StreamRoot(seed: 1, replicate: 1))
    var outcome = FirstContact()
    func see(_ kind: Event.Kind, minutes: Double) {
      outcome.observe(
        Event(
          time: minutes / 60, actor: 0, target: 0, value: Float(minutes / 60), kind: kind,
          band: .from13to15, harm: 0, detail: 0, flags: [.cohort, .youthProfile], visit: 3),
        in: world)
    }
    func visit(contacts: UInt16, minutes: Double, first: Double) {
      see(.enter, minutes: 0)
      for _ in 0..<contacts { see(.contact, minutes: first * 60) }
      see(.leave, minutes: minutes)
    }
    for count in 0..<20 {
      visit(contacts: UInt16(count), minutes: 20, first: Double(count) * 0.4 / 60 + 0.001)
    }
    // Too short for the ten minutes, and never contacted.
    for _ in 0..<20 { visit(contacts: 0, minutes: 9, first: .infinity) }
    let values = outcome.values(in: world)
    // First contacts of 1 to 19 after 0.06 and 0.4 minutes more each: 2, 12, 19 and 19 of 40 visits.
    let expected: [Double] = [0.05, 0.3, 0.475, 0.475, 9.5, 0, 18]
    #expect(values == expected)
  }

  @Test func `harms are counted by day of first contact over the whole population`() throws {
    let play = try Play(.busy(people: 2000))
    let harms = play.all(.harm).filter { $0.flags.contains(.cohort) && $0.band.isMinor }
    let unwanted = Double(harms.count { $0.harm == 1 || $0.harm == 2 })
    let minors = play["people_under_13"] + play["people_13_15"] + play["people_16_17"]
    #expect(minors + play["people_adult"] == 2000 && unwanted > 500)
    let months = 48 / 730.5
    #expect(abs(play["unwanted_contacts"] * minors * months / 1000 - unwanted) < 1e-6)
    let near = Double(harms.count { $0.harm == 2 })
    let hours = play["hours_under_13"] + play["hours_13_15"] + play["hours_16_17"]
    #expect(abs(play["exposure_rate"] * hours / 1000 - near) < 1e-6)
    let adults = play.all(.harm).count { !$0.band.isMinor }
    #expect(adults == 0)
  }

  /// A gate that nobody passes: no harm here, and the same minors in the denominator.
  @Test func `those kept out stay in the denominator`() throws {
    let open = try Play(.busy(people: 1000))
    var scenario = Scenario.busy(people: 1000)
    scenario.levers.registration.method = .identity
    scenario.levers.registration.dropOut.identity = 1
    let closed = try Play(scenario)
    for band in ["under_13", "13_15", "16_17", "adult"] {
      #expect(closed["people_\(band)"] == open["people_\(band)"])
    }
    #expect(closed["unwanted_contacts"] == 0 && closed["exposure_rate"].isNaN)
    #expect(closed["minors_admitted"] == 0 && closed["adults_dropped_out"] == 1)
    #expect(open["minors_admitted"] == 1)
  }

  /// Everybody refused moves to the outside venue: nothing is gained (V18 in this model).
  @Test func `if everybody moves elsewhere harm stays what it was`() throws {
    var scenario = Scenario.busy(people: 3000)
    scenario.people.visits = .fixed(0.02)
    scenario.displacement.share = 1
    let open = try Play(scenario)
    scenario.levers.registration.method = .identity
    scenario.levers.registration.dropOut.identity = 1
    let closed = try Play(scenario)
    let settled = ColumnValues(
      values: Outcomes.settled(closed.record, against: open.record).values)
    // Hours elsewhere are all knocks', hours here only those of people who were away: 2 % more.
    let ratio = settled["unwanted_contacts"] / open["unwanted_contacts"]
    #expect(settled["unwanted_contacts_here"] == 0 && (0.99...1.05).contains(ratio))
  }

  /// Suspended for no time at all: the visit is cut short, but every knock became a visit.
  @Test func `a visit cut short is not a knock that failed`() throws {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 20
    scenario.levers.moderation.handling = .fixed(0.01)
    scenario.levers.moderation.falseReports = 2
    scenario.levers.moderation.wronglyUpholds = 1
    scenario.levers.sanctions.suspensions = 250
    scenario.levers.sanctions.suspension = 0
    scenario.pathways[0].newcomers = 0
    let play = try Play(scenario)
    #expect(play.count(.sanction) > 50)
    #expect(play["minors_admitted"] == 1)
  }

  @Test func `moderators off duty all through the window cost nothing`() throws {
    var scenario = Scenario.busy(hours: 6)
    scenario.time.warmUp = 0
    scenario.levers.moderation.staff = 4
    scenario.levers.moderation.hoursPerDay = 8
    scenario.levers.moderation.shiftStart = 14
    let play = try Play(scenario)
    #expect(play["moderation_hours"] == 0)
    scenario.time.window = 48
    #expect(abs(try Play(scenario)["moderation_hours"] - 32) < 1e-9)
  }

  @Test func `a fixed cost is paid from the lever's first day`() throws {
    var scenario = Scenario.busy()
    (scenario.time.warmUp, scenario.time.window) = (0, 96)
    scenario.levers.contactRules.ageGap = 50
    scenario.levers.contactRules.terms.fixedCost = 100
    scenario.levers.contactRules.terms.start = scenario.time.start.advanced(days: 2)
    let cost = try Play(scenario)["cost"]
    #expect(abs(cost - 50) < 1e-9)
  }

  @Test func `whoever was solicited was contacted`() throws {
    var scenario = Scenario.busy()
    scenario.people.turnover = 0.05
    let play = try Play(scenario)
    let (contacted, solicited) = (play["minors_contacted"], play["minors_solicited"])
    #expect(contacted >= solicited)
  }

  /// A second pathway that does not seek minors only writes to decoys too, who look fourteen.
  @Test func `the decoys' share counts the same offenders above and below`() throws {
    var scenario = Scenario.busy()
    scenario.pathways.append(scenario.pathways[0])
    (scenario.pathways[1].label, scenario.pathways[1].seeks) = ("other", AgeRange(14, 25))
    var kind = scenario.offenders[0]
    (kind.label, kind.pathway) = ("other", "other")
    scenario.offenders.append(kind)
    scenario.levers.decoys.police.count = 20
    let play = try Play(scenario)
    let contacts = play.all(.contact).filter {
      $0.flags.contains([.cohort, .seeksMinors])
        && ($0.target < 0 || $0.flags.contains(.youthProfile))
    }
    let share = Double(contacts.count { $0.target < 0 }) / Double(contacts.count)
    #expect(abs(play["decoy_contact_share"] - share) < 1e-9)
  }

  @Test func `time to action is the list's own median`() throws {
    var scenario = Scenario.busy(people: 1500)
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.handling = .exponential(mean: 0.5)
    scenario.levers.sanctions.terms.compliance = 0
    let play = try Play(scenario)
    let times = play.all(.decision).filter { $0.flags.contains(.cohort) }.map {
      Double($0.value)
    }.sorted()
    #expect(times.count > 100)
    let middle = times[(times.count + 1) / 2 - 1], high = times[(times.count * 9 + 9) / 10 - 1]
    #expect(abs(play["time_to_action_median"] / middle - 1) < 0.011)
    #expect(abs(play["time_to_action_p90"] / high - 1) < 0.011)
    let quick = Double(times.count { $0 <= 24 }) / Double(times.count)
    #expect(abs(play["decided_within_24_h"] - quick) < 1e-9)
  }
}

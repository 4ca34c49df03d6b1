import Schema
import Testing

@testable import Simulation

/// What a period says does not hang on how long the run goes on.
struct PeriodTests {
  /// The bits of numbers, so that undefined ones compare too.
  private func bits(_ values: [Double]?) -> [UInt64]? { values?.map(\.bitPattern) }

  private func run(
    _ scenario: Scenario, days: Double, replicate: UInt64 = 1
  ) throws -> RunRecord {
    var scenario = scenario
    scenario.time.window = days * 24
    return try Run.simulate(scenario, seed: 21, replicate: replicate)
  }

  /// The names of the columns in which two lists differ.
  private func differing(_ one: [Double]?, _ two: [Double]?) -> [String] {
    guard let one, let two else { return ["everything"] }
    return Outcomes.columns.indices
      .filter { one[$0].bitPattern != two[$0].bitPattern }.map { Outcomes.columns[$0].name }
  }

  @Test func `the first week is the same however long the run, under any lever`() throws {
    let baseline = try GoldenWorlds.baseline
    for (name, policy) in try GoldenWorlds.policies() {
      var scenario = policy.beginning(after: baseline)
      scenario.people.count = 700
      let week = try run(scenario, days: 7), more = try run(scenario, days: 9.3)
      #expect(differing(more.values(of: .week1), week.values) == [], "\(name)")
      #expect(week.hash != more.hash && bits(week.values) != bits(more.values), "\(name)")
      #expect(more.daily.starts(with: week.daily) && more.daily.count == 9, "\(name)")
    }
  }

  /// Suspensions, bans, long private talk and absences lie across the ends of the periods.
  @Test func `a month and three months are the same however long the run`() throws {
    var scenario = Scenario.busy(people: 150)
    scenario.levers.moderation.staff = 1
    scenario.levers.sanctions.suspensions = 1
    scenario.levers.sanctions.suspension = 60
    scenario.levers.decoys.civil.count = 2
    scenario.levers.decoys.civil.shiftStart = 0
    scenario.levers.contactRules.ageGap = 20
    scenario.pathways[0].stages[2].dwell = .exponential(mean: 400)
    scenario.people.turnover = 0.001
    let lengths: [Double] = [7, 30, 90, 97]
    let runs = try lengths.map { try run(scenario, days: $0) }
    let periods: [Period] = [.week1, .month1, .month3]
    for (index, period) in periods.enumerated() {
      for longer in runs[index...] {
        #expect(differing(longer.values(of: period), runs[index].values) == [], "\(period)")
      }
    }
    #expect(
      runs.map { $0.otherPeriods.map(\.period) } == [
        [.week1], [.week1, .month1], periods, periods,
      ])
    #expect(runs[3].periods.map(\.period) == periods + [.window])
    #expect(bits(runs[3].values(of: .window)) == bits(runs[3].values))
  }

  /// One by one: each message has its own moment, and the doors close on the clock that says when.
  @Test func `messages that are simulated one by one end with the period`() throws {
    var scenario = Scenario.busy(people: 60)
    scenario.messages = .each
    let week = try run(scenario, days: 7), more = try run(scenario, days: 8)
    #expect(differing(more.values(of: .week1), week.values) == [])
  }

  /// One run says what two of different lengths do.
  @Test func `a follow-up leaves the window as it is, and ends like a longer window`() throws {
    let baseline = try GoldenWorlds.baseline
    for (name, policy) in try GoldenWorlds.policies() {
      var scenario = policy.beginning(after: baseline)
      scenario.people.count = 400
      let short = try run(scenario, days: 3), long = try run(scenario, days: 8)
      let both = try run(scenario.followed(hours: 192), days: 3)
      #expect(differing(both.values, short.values) == [], "\(name)")
      #expect(both.observedDays == 3 && both.series == short.series, "\(name)")
      #expect(differing(both.values(of: .followUp), long.values) == [], "\(name)")
      #expect(differing(both.values(of: .week1), long.values(of: .week1)) == [], "\(name)")
      #expect(both.hash == long.hash && both.daily == long.daily, "\(name)")
    }
  }

  @Test func `a window of a week is the first week, and a follow-up that is not longer is none`()
    throws
  {
    let scenario = Scenario.busy(people: 100)
    let week = try run(scenario.followed(hours: 9 * 24), days: 7)
    #expect(week.periods.map(\.period) == [.week1, .window, .followUp])
    #expect(bits(week.values(of: .week1)) == bits(week.values))
    let none = try run(scenario.followed(hours: 7 * 24), days: 7)
    let plain = try run(scenario, days: 7)
    #expect(none.periods.map(\.period) == [.week1, .window] && none.daily == plain.daily)
    #expect(none.hash == plain.hash && bits(none.values) == bits(plain.values))
  }

  @Test func `a window shorter than a week has no named period`() throws {
    let record = try run(.busy(), days: 6.9)
    #expect(record.otherPeriods == [] && record.values(of: .week1) == nil)
    #expect(record.periods.map(\.period) == [.window])
  }

  /// Closing a copy leaves the run as it was: its events, and what it says of the window.
  @Test func `a period that ends changes nothing of the run`() throws {
    var scenario = Scenario.busy(people: 200, hours: 8 * 24)
    let whole = try Play(scenario)
    scenario.time.window = 12 * 24
    let longer = try Play(scenario)
    let end = 7.5 * 24
    let first = whole.events.prefix { $0.time < end }.map(\.line)
    #expect(longer.events.prefix(first.count).map(\.line) == first && first.count > 5_000)
  }

  @Test func `what is under way when a copy is closed comes to its end there`() throws {
    let scenario = Scenario.busy(people: 400, hours: 48)
    var world = World(scenario, root: StreamRoot(seed: 7, replicate: 1))
    var arrivals = world.open()
    while world.step(&arrivals, before: 20) { world.events.shrink(to: 0) }
    let online = world.visits.count - world.freeVisits.count
    var copy = World(closing: world, at: 20), knocks = arrivals
    try copy.checkInvariants()
    while copy.step(&knocks) { copy.events.shrink(to: 0) }
    try copy.checkBooks()
    #expect(copy.visits.count == copy.freeVisits.count && online > 20)
    #expect(world.visits.count - world.freeVisits.count == online)
    try world.checkInvariants()
  }

  /// A shut platform beside an open one: harm elsewhere at the rate of the reference's same period.
  @Test func `each period is settled against the reference's same period`() throws {
    var open = Scenario.busy(people: 400)
    open.displacement.share = 1
    var shut = open
    shut.levers.registration.method = .identity
    shut.levers.registration.dropOut.identity = 1
    let (long, short) = (try run(open, days: 9), try run(open, days: 7))
    let (late, week) = (try run(shut, days: 9), try run(shut, days: 7))
    let one = Outcomes.settled(late, against: long), two = Outcomes.settled(week, against: short)
    #expect(differing(one.values(of: .week1), two.values) == [])
    #expect(bits(one.values(of: .week1)) == bits(two.values(of: .week1)))
    let settled = ColumnValues(values: two.values)["unwanted_contacts"]
    #expect(settled > 0)
    // A longer baseline serves a shorter policy, by its period of the same length.
    let mixed = Outcomes.settled(week, against: long)
    #expect(differing(mixed.values, two.values) == [])
    // A shorter one cannot serve the longer window: what moved there is undefined.
    let poor = Outcomes.settled(late, against: short)
    #expect(ColumnValues(values: poor.values)["unwanted_contacts"].isNaN)
    #expect(bits(poor.values(of: .week1)) == bits(two.values))
  }

  /// Whole days from the first midnight, those of the warm-up too.
  @Test func `daily totals begin with the run`() throws {
    let scenario = Scenario.busy(people: 400, hours: 60)
    let play = try Play(scenario)
    let harms = play.all(.harm).filter {
      $0.band.isMinor && ($0.harm == 1 || $0.harm == 2) && !$0.flags.contains(.hidden)
    }
    let days = (0..<2).map { day in
      Double(harms.count { $0.time >= Double(day) * 24 && $0.time < Double(day + 1) * 24 })
    }
    #expect(play.record.daily == days && days.allSatisfy { $0 > 20 })
    #expect(harms.contains { $0.time < 6 })
  }
}

import Schema
import Testing

@testable import Simulation

/// Who comes, how long they stay, how many are there: queueing theory without queues.
struct VisitTests {
  /// V1. Would catch an error of 2 % in the mean, of 40 % in the variance.
  @Test(arguments: [
    Law.fixed(0.5), .exponential(mean: 0.5), .lognormal(median: 0.5 * 0.8824969, logSD: 0.5),
  ])
  func `the number on line is Poisson whatever the law of visits`(_ stay: Law) throws {
    let scenario = Scenario.plain(people: 20_000, visits: 0.006, stay: stay, hours: 500)
    let play = try Play(scenario)
    var presence = OnlineCurve(from: 2, until: 500, every: 2)
    play.events.forEach { presence.see($0) }
    // Each person alternates between away and on line: p = ρ/(1 + ρ), and people are independent.
    let p = 0.003 / 1.003, mean = 20_000 * p
    let samples = Sample(Array(presence.samples.dropFirst(5)))
    let squares = stay.family == .fixed ? 0.25 : stay.family == .exponential ? 0.5 : 0.25 * 1.284
    // The time average begins empty: E∫(S − t)+ dt = E[S²]/2 of each stream is missing.
    let error = (120 * squares / 500).squareRoot(), missing = 120 * squares / 2 / 500
    #expect(abs(presence.personHours / 500 + missing - mean) < bound * error)
    #expect(abs(samples.variance / samples.mean - 1) < bound * (2 / samples.count).squareRoot())
  }

  private let profile: DailyProfile = {
    var profile = DailyProfile()
    (profile.peak, profile.peakToTrough, profile.weekend) = (21, 5, 1.6)
    return profile
  }()

  /// Arrivals of eight weeks with the profile of a test, as times and the profile's integral.
  private func arrivals(weekday: Int) -> [Double] {
    var arrivals = Arrivals(
      rates: Array(repeating: 0.4, count: 100), profile: profile, weekday: weekday,
      root: StreamRoot(seed: 5, replicate: UInt64(weekday)))
    var times: [Double] = []
    var persons = Storage<Person>(capacity: 100)
    persons.extend(to: 100, with: Person())
    arrivals.advance(persons, Storage<Habit>(capacity: 0))
    while arrivals.nextTime < 1344 {
      times.append(arrivals.nextTime)
      arrivals.advance(persons, Storage<Habit>(capacity: 0))
    }
    return times
  }

  /// Expected arrivals up to a time.
  private func expected(until time: Double, weekday: Int) -> Double {
    ProfileIntegral(profile: profile, rate: 40, weekday: weekday).expected(until: time)
  }

  /// V11. Would catch a profile an hour out of place, or a weekend factor of 1.55 for 1.6.
  @Test(arguments: [0, 3, 6])
  func `arrivals follow the profile of day and week`(_ weekday: Int) {
    let times = arrivals(weekday: weekday)
    let whole = expected(until: 1344, weekday: weekday)
    #expect(abs(whole / (40 * 1344) - 1) < 1e-9)
    #expect(abs((Double(times.count) - whole) / whole.squareRoot()) < bound)
    var seen = Array(repeating: 0.0, count: 48), hoped = seen
    for time in times { seen[cell(time, weekday)] += 1 }
    for hour in 0..<1344 {
      let (from, to) = (Double(hour), Double(hour + 1) - 1e-9)
      hoped[cell(from, weekday)] +=
        expected(until: to, weekday: weekday) - expected(until: from, weekday: weekday)
    }
    let chi = zip(seen, hoped).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    #expect(abs(chiSquareScore(chi, 48)) < bound)
  }

  /// The hour of the day, weekend apart.
  private func cell(_ time: Double, _ weekday: Int) -> Int {
    Int(time) % 24 + ((Int(time / 24) + weekday) % 7 >= 5 ? 24 : 0)
  }

  /// V11. With time rescaled by the intensity the gaps are exponential: Kolmogorov–Smirnov at about
  /// one in a million. Would catch a gap law off by 1.2 % anywhere.
  @Test func `rescaled gaps between arrivals are exponential`() {
    var last = 0.0
    var levels: [Double] = []
    for time in arrivals(weekday: 0) {
      let now = expected(until: time, weekday: 0)
      levels.append(1 - Elementary.exp(last - now))
      last = now
    }
    levels.sort()
    var distance = 0.0
    let count = Double(levels.count)
    for (rank, level) in levels.enumerated() {
      distance = max(distance, Double(rank + 1) / count - level, level - Double(rank) / count)
    }
    #expect(distance * count.squareRoot() < 2.7)
  }

  @Test func `the same people knock at the same moments whatever the policy`() throws {
    var open = Scenario.busy()
    // Visits so short that nobody knocks while on line.
    open.people.visitDuration = .fixed(1e-7)
    open.levers.moderation.staff = 5
    var gated = open
    gated.levers.registration.method = .identity
    gated.levers.ageAssurance.method = .successive
    gated.levers.decoys.police.count = 10
    func knocks(_ scenario: Scenario) throws -> [String] {
      try Play(scenario).events.filter { $0.kind == .enter || $0.kind == .absent }.map {
        "\($0.time) \($0.actor)"
      }
    }
    let one = try knocks(open), two = try knocks(gated)
    #expect(one.count > 5000 && one == two)
  }
}

import Schema
import Testing

@testable import Simulation

/// The moderators' queue against queueing theory: Poisson cases, the model's own desks.
///
/// Waits of one run depend on each other, so errors come from the means of forty batches.
struct QueueTests {
  /// What cases waited for, in hours, in the order in which they were taken.
  fileprivate struct Waits {
    var urgent: [Double] = [], other: [Double] = []
    var arrivals = 0.0, delayed = 0.0

    var all: [Double] { urgent + other }

    /// Distance of a mean from its expectation in standard errors of batch means.
    static func score(_ values: [Double], _ expected: Double) -> Double {
      let size = values.count / 40
      let means = (0..<40).map { batch in
        values[(batch * size)..<((batch + 1) * size)].reduce(0, +) / Double(size)
      }
      return Sample(means).score(expected)
    }
  }

  /// Sends Poisson cases through `staff` desks.
  ///
  /// - Parameters:
  ///   - rate: Cases an hour.
  ///   - urgent: Share of them that concern somebody who presents as a minor.
  private func waits(
    staff: Int, handling: Law, rate: Double, urgent: Double = 0, cases: Int = 200_000
  ) -> Waits {
    var scenario = Scenario.plain(people: 4000, visits: 0, stay: .fixed(1), hours: 87_660)
    scenario.levers.moderation.staff = staff
    scenario.levers.moderation.handling = handling
    scenario.levers.moderation.wronglyUpholds = 0
    scenario.levers.moderation.detects = 0
    let root = StreamRoot(seed: 21, replicate: UInt64(staff))
    var world = World(scenario, root: root)
    _ = world.populate()
    world.persons[0].presentedAge = 14
    world.openForBusiness()
    var stream = root.stream(.parameter, 7)
    var result = Waits()
    var coming = stream.exponential() / rate, sent = 0
    while sent < cases {
      world.events.shrink(to: 0)
      if coming <= (world.agenda.nextTime ?? .infinity) {
        world.now = coming
        result.arrivals += 1
        let isUrgent = stream.chance(urgent)
        let waits = world.venues[0].idleDesks.isEmpty
        if waits { result.delayed += 1 } else { result.note(0, isUrgent) }
        // Everybody is accused in turn: nobody has two cases at once.
        let accused = Int32(1 + sent % 3999)
        world.openCase(
          against: accused, 0, at: 0, about: .between(accused, and: 0, youthProfile: isUrgent))
        sent += 1
        coming += stream.exponential() / rate
      } else if let (time, actor) = world.agenda.next() {
        world.now = time
        let desk = Int32(bitPattern: actor >> 2)
        world.finishReview(at: desk)
        if let item = world.venues[0].desks[Int(desk)] {
          result.note(time - item.opened, item.isUrgent)
        }
      }
    }
    return result
  }

  struct ErlangCase: Sendable {
    var staff: Int, rate: Double, service: Double
    var waits: Double, minutes: Double, late: Double
  }

  /// V3. Figures of Erlang's C formula. Would catch 6 % in the mean wait, 2 % in its chance.
  @Test(arguments: [
    ErlangCase(staff: 3, rate: 30, service: 15, waits: 4.0 / 9, minutes: 1.77778, late: 0.12734),
    ErlangCase(
      staff: 4, rate: 30, service: 15, waits: 0.173913, minutes: 0.347826, late: 0.014276),
    ErlangCase(
      staff: 2, rate: 100, service: 60, waits: 0.757576, minutes: 2.272727, late: 0.143088),
  ])
  func `waits for a moderator follow Erlang`(_ item: ErlangCase) {
    let result = waits(
      staff: item.staff, handling: .exponential(mean: 1 / item.service), rate: item.rate)
    #expect(abs(Waits.score(result.other, item.minutes / 60)) < bound)
    let late = result.other.map { $0 > 5.0 / 60 ? 1.0 : 0 }
    #expect(abs(Waits.score(late, item.late)) < bound)
    let delayed = result.other.map { $0 > 0 ? 1.0 : 0 }
    #expect(abs(Waits.score(delayed, item.waits)) < bound)
    #expect(abs(result.delayed / result.arrivals - item.waits) < 0.03)
  }

  /// V4. λE[S²]/(2(1 − ρ)) at ρ = 0.6. Would catch 5 %.
  @Test(arguments: [
    Law.fixed(0.06), .lognormal(median: 0.06, logSD: 0.7), .weibull(scale: 0.05, shape: 1.5),
  ])
  func `one moderator's cases wait as Pollaczek and Khinchine say`(_ handling: Law) {
    let mean = handling.mean
    let square: Double
    switch handling.family {
    case .fixed: square = 0.06 * 0.06
    case .lognormal: square = 0.06 * 0.06 * Elementary.exp(2 * 0.49)
    // E[S²] = scale²·Γ(1 + 2/shape), and Γ(7/3) = 1.190639348758999.
    default: square = 0.05 * 0.05 * 1.190639348758999
    }
    let rate = 0.6 / mean
    let result = waits(staff: 1, handling: handling, rate: rate)
    #expect(abs(Waits.score(result.other, rate * square / (2 * 0.4))) < bound)
  }

  /// V5. Two classes at one desk, ρ₁ = 0.3 and ρ = 0.75. Would catch 8 %.
  @Test func `urgent cases wait as Cobham says and the others pay for it`() {
    let result = waits(
      staff: 1, handling: .exponential(mean: 0.05), rate: 15, urgent: 0.4, cases: 200_000)
    let residual = 15 * 0.05 * 0.05
    #expect(abs(Waits.score(result.urgent, residual / (1 - 0.3))) < bound)
    #expect(abs(Waits.score(result.other, residual / ((1 - 0.3) * (1 - 0.75)))) < bound)
  }
}

extension QueueTests.Waits {
  fileprivate mutating func note(_ wait: Double, _ isUrgent: Bool) {
    if isUrgent { urgent.append(wait) } else { other.append(wait) }
  }
}

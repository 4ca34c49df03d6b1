import Schema
import Testing

@testable import Simulation

/// Ordinary messages drawn as one count a visit, against messages simulated one by one.
struct MessageTests {
  /// Totals of one small run.
  private struct Totals {
    var messages: [Double] = [], flags: [Double] = [], perVisit: [Double] = []
    /// (count − expected)²/expected for each visit: mean 1 if counts are Poisson given the stay.
    var dispersion: [Double] = []
  }

  private func totals(_ messages: Scenario.Messages, runs: Int) throws -> Totals {
    var scenario = Scenario.plain(
      people: 20, visits: 0.2, stay: .lognormal(median: 0.3, logSD: 0.8), hours: 60)
    scenario.people.messages = 12
    scenario.people.messagesPerConversation = 4
    scenario.levers.classifier.active = true
    scenario.levers.classifier.falseFlags = 0.2
    scenario.messages = messages
    var totals = Totals()
    for run in 1...runs {
      let play = try Play(scenario, replicate: UInt64(run))
      let said = play.all(.leave)
      totals.messages.append(said.reduce(0) { $0 + Double($1.messages) })
      totals.flags.append(play.count(.flag))
      for event in said where event.time < 55 {
        totals.perVisit.append(Double(event.messages))
        let expected = 12 * Double(event.value), gap = Double(event.messages) - expected
        totals.dispersion.append(gap * gap / expected)
      }
    }
    return totals
  }

  /// Difference of two means in standard errors.
  private func score(_ a: [Double], _ b: [Double]) -> Double {
    let (a, b) = (Sample(a), Sample(b))
    return (a.mean - b.mean) / (a.variance / a.count + b.variance / b.count).squareRoot()
  }

  /// Squared distances from the mean, whose means are the variances.
  private func squares(_ values: [Double]) -> [Double] {
    let mean = Sample(values).mean
    return values.map { ($0 - mean) * ($0 - mean) }
  }

  /// 250 runs of each. Would catch 3 % in messages, 6 % in flags, a variance off by a quarter.
  @Test func `messages drawn and messages simulated agree in distribution`() throws {
    let drawn = try totals(.drawn, runs: 250)
    // The same seeds would make the stays the same; other seeds make the two independent.
    let each = try totals(.each, runs: 250)
    #expect(drawn.messages.count == 250 && drawn.perVisit.count > 20_000)
    #expect(abs(score(drawn.messages, each.messages)) < bound)
    #expect(abs(score(drawn.flags, each.flags)) < bound)
    #expect(abs(score(squares(drawn.flags), squares(each.flags))) < bound)
    #expect(abs(score(drawn.perVisit, each.perVisit)) < bound)
    #expect(abs(score(squares(drawn.perVisit), squares(each.perVisit))) < bound)
    for sample in [Sample(drawn.dispersion), Sample(each.dispersion)] {
      #expect(abs(sample.score(1)) < bound)
    }
  }

  /// Messages have a clock and a stream of their own: simulating them may change no other event.
  @Test func `simulating each message changes nothing but the counts`() throws {
    func log(_ messages: Scenario.Messages) throws -> [String] {
      var scenario = Scenario.pursuit(
        people: 400, visits: 3, hours: 48, contacts: 30, slots: 4,
        stages: [Stage.named("contact", [("block", 20), ("leave", 10)])])
      scenario.people.messages = 40
      scenario.levers.classifier.active = true
      scenario.levers.classifier.falseFlags = 0.05
      scenario.messages = messages
      return try Play(scenario).events.map {
        "\($0.time) \($0.kind) \($0.actor) \($0.target) \($0.detail) \($0.value)"
      }
    }
    let drawn = try log(.drawn)
    #expect(drawn.count > 1000 && drawn.contains { $0.contains("flag") })
    #expect(try log(.each) == drawn)
  }

  /// Superposition: gaps between the messages of all are exponential, and each of those present is
  /// as likely as any other to be the writer. Chi-square with 9 degrees of freedom, each.
  @Test func `one clock for all writes as everybody's own clocks would`() {
    var clock = MessageClock(
      rate: 2, until: .infinity, stream: StreamRoot(seed: 3, replicate: 1).stream(.messages, 0))
    for visit in 0..<10 { _ = clock.enter(Int32(visit), at: 0) }
    var gaps = [Double](repeating: 0, count: 10), last = 0.0
    for _ in 0..<100_000 {
      // By the exponential law with rate 20, in ten classes of equal probability.
      let share = 1 - Elementary.exp(-20 * (clock.nextTime - last))
      gaps[min(9, Int(share * 10))] += 1
      last = clock.nextTime
      clock.write()
    }
    let counts = (0..<10).map { _ in Double(clock.leave(0, at: last).messages) }
    for classes in [gaps, counts] {
      #expect(classes.reduce(0, +) == 100_000)
      let square = classes.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
      #expect(square < 31 && square > 0.5)
    }
    #expect(clock.nextTime == .infinity)
  }

  @Test func `the last writer takes over the place of who leaves`() {
    var clock = MessageClock(
      rate: 1, until: 5, stream: StreamRoot(seed: 1, replicate: 1).stream(.messages, 0))
    #expect((0..<3).map { clock.enter(Int32($0 + 70), at: 0) } == [0, 1, 2])
    #expect(clock.leave(0, at: 0).heir == 72)
    #expect(clock.leave(1, at: 0).heir == 71)
    #expect(clock.leave(0, at: 5).heir == 72)
    #expect(clock.enter(9, at: 6) == 0 && clock.nextTime == .infinity)
  }

  /// Expected flags: people-hours × messages × false flags a message. Would catch 3 %.
  @Test(arguments: [Scenario.Messages.drawn, .each])
  func `false flags are a thinning of messages`(_ messages: Scenario.Messages) throws {
    var scenario = Scenario.plain(people: 300, visits: 2, stay: .fixed(1000), hours: 40)
    scenario.people.messages = 10
    scenario.people.messagesPerConversation = 5
    scenario.levers.classifier.active = true
    scenario.levers.classifier.falseFlags = 0.5
    scenario.messages = messages
    let play = try Play(scenario)
    let hours = play.all(.enter).reduce(0.0) { $0 + 40 - $1.time }
    let expected = hours * 10 * 0.5 / 5
    #expect(abs(play.count(.flag) - expected) < bound * expected.squareRoot())
  }

  /// Visits that outlast the window: both ways must mean the same hours.
  @Test func `messages after the window count alike in both ways`() throws {
    func said(_ messages: Scenario.Messages) throws -> Double {
      var scenario = Scenario.plain(people: 200, visits: 5, stay: .fixed(10), hours: 2)
      scenario.people.messages = 20
      scenario.messages = messages
      return try Play(scenario).all(.leave).reduce(0) { $0 + Double($1.messages) }
    }
    let drawn = try said(.drawn), each = try said(.each)
    #expect(abs(drawn - each) < bound * (drawn + each).squareRoot())
  }

  /// Offenders whose slots are full and who are blocked and write again say no more than others.
  @Test func `an offender who is blocked writes no more ordinary messages for it`() throws {
    var stage = Stage.named("contact", [("block", 20)])
    stage.harm = .h2
    var scenario = Scenario.pursuit(
      people: 100, visits: 5, hours: 30, contacts: 60, slots: 1, stages: [stage])
    scenario.pathways[0].persistence = 0.95
    scenario.people.messages = 2
    scenario.messages = .each
    let play = try Play(scenario)
    var hours = 0.0, said = 0.0
    for event in play.all(.enter) where event.flags.contains(.offender) { hours += 30 - event.time }
    let offenders = Set(play.all(.enter).filter { $0.flags.contains(.offender) }.map(\.actor))
    for event in play.all(.leave) where offenders.contains(event.actor) {
      said += Double(event.messages)
    }
    #expect(abs(said - hours * 2) < bound * (hours * 2).squareRoot())
  }
}

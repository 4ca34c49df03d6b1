import Schema
import Testing

@testable import Simulation

/// Perceived risk: what offenders learn, how it fades, where it acts.
struct DeterrenceTests {
  /// Moments of the shot noise p ← p + α(1 − p) at rate s, fading at rate ρ: from the generator of the
  /// process, m_n = s Σ_{k<n} C(n, k)(1 − α)^k α^(n−k) m_k / (nρ + s − s(1 − α)^n).
  private func moments(_ alpha: Double, _ s: Double, _ rho: Double, count: Int) -> [Double] {
    var m = [1.0]
    for n in 1...count {
      var sum = 0.0, binomial = 1.0
      for k in 0..<n {
        sum += binomial * power(1 - alpha, k) * power(alpha, n - k) * m[k]
        binomial *= Double(n - k) / Double(k + 1)
      }
      m.append(s * sum / (Double(n) * rho + s - s * power(1 - alpha, n)))
    }
    return m
  }

  private func power(_ x: Double, _ n: Int) -> Double {
    (0..<n).reduce(1) { product, _ in product * x }
  }

  private func sanction(_ time: Double, _ person: Int32, hours: Double = 0) -> Event {
    Event(
      time: time, actor: person, target: person, value: Float(hours), kind: .sanction,
      band: .adult, harm: 0, detail: Sanction.ban.rawValue, flags: .offender)
  }

  private func law(_ set: (inout Deterrence) -> Void) -> Deterrence {
    var law = Deterrence()
    set(&law)
    return law
  }

  /// Would catch a mean off by 1.5 %. The mean of e^(−ηp) is not e^(−η·mean): 0.461 and 0.431 here.
  @Test func `own risk follows the shot noise of Poisson sanctions`() {
    let (alpha, s, eta) = (0.3, 1.0 / 500, 3.0)
    let law = law { ($0.own, $0.pace, $0.halfLife) = (alpha, eta, 720) }
    let m = moments(alpha, s, 0.6931471805599453 / 720, count: 40)
    var means: [Double] = [], kept: [Double] = []
    for person in Int32(0)..<4_000 {
      var minds = Minds(venues: 1), stream = Stream(UInt64(person) + 1, 77)
      var time = 0.0
      while true {
        time += stream.exponential() / s
        guard time < 12_000 else { break }
        law.learn(from: sanction(time, person), about: Person(), &minds)
      }
      let risk = law.faded(minds.own(of: person, 0, at: 0), to: 12_000)
      means.append(risk)
      kept.append(Elementary.exp(-eta * risk))
    }
    var exact = 0.0, term = 1.0
    for n in 0...40 {
      exact += term * m[n]
      term *= -eta / Double(n + 1)
    }
    #expect(abs(m[1] - alpha * s / (alpha * s + 0.6931471805599453 / 720)) < 1e-12)
    #expect(abs(Sample(means).score(m[1])) < bound)
    #expect(abs(Sample(kept).score(exact)) < bound)
    #expect(abs(Sample(kept).score(Elementary.exp(-eta * m[1]))) > bound)
  }

  /// Would catch a mean off by 1.5 %.
  @Test func `what is said follows the same law, a share of it for each who is there`() {
    let (alpha, s, people) = (0.5, 0.2, 40.0)
    let law = law { ($0.hearsay, $0.halfLife) = (alpha, 720) }
    let step = alpha / people
    let exact = step * s / (step * s + 0.6931471805599453 / 720)
    let ends = (0..<600).map { run -> Double in
      var minds = Minds(venues: 1), stream = Stream(UInt64(run) + 1, 78), time = 0.0
      for _ in 0..<Int(people) { minds.join(0) }
      while time < 6_000 {
        law.learn(from: sanction(time, 0), about: Person(), &minds)
        time += stream.exponential() / s
      }
      return law.faded(minds.said(at: 0), to: 6_000)
    }
    #expect(abs(Sample(ends).score(exact)) < bound)
  }

  @Test func `a share carries over, beliefs fade, and those kept out no longer hear`() {
    let law = law { ($0.own, $0.hearsay, $0.carriedOver, $0.halfLife) = (0.4, 0.5, 0.5, 100) }
    var minds = Minds(venues: 2)
    for _ in 0..<4 { minds.join(0) }
    law.learn(from: sanction(0, 7, hours: 50), about: Person(), &minds)
    #expect(abs(law.faded(minds.own(of: 7, 0, at: 0), to: 0) - 0.4) < 1e-12)
    #expect(abs(law.faded(minds.own(of: 7, 0, at: 1), to: 0) - 0.2) < 1e-12)
    #expect(abs(law.faded(minds.own(of: 7, 0, at: 0), to: 200) - 0.1) < 1e-12)
    // Three are left to hear of it.
    #expect(abs(law.faded(minds.said(at: 0), to: 0) - 0.5 / 3) < 1e-12)
    #expect(minds.said(at: 1) == nil)
    #expect(minds.offenders(at: 0, now: 49) == 3 && minds.offenders(at: 0, now: 50) == 4)
    // Whoever holds the slot next has learned nothing.
    #expect(minds.own(of: 7, 1, at: 0) == nil)
  }

  /// With a risk that everybody begins with and nobody is sanctioned, shares are e^(−η p₀) exactly.
  @Test func `pace and visits are thinned by what is perceived`() throws {
    var scenario = Scenario.pursuit(
      people: 400, visits: 0.5, stay: .fixed(1), hours: 400, contacts: 5, slots: 0,
      stages: [.named("contact")])
    scenario.pathways[0].repeats = true
    (scenario.deterrence.initial, scenario.deterrence.pace, scenario.deterrence.knock) = (0.3, 2, 1)
    let play = try Play(scenario)
    let unsent = play.count(.contactDeterred), sent = play.count(.contact)
    #expect(abs(score(sent, of: sent + unsent, chance: Elementary.exp(-0.6))) < bound)
    let visits = play.all(.enter).filter { $0.flags.contains(.offender) }.count
    let stayed = play.all(.absent).filter { $0.absence == .deterred }.count
    #expect(
      abs(score(Double(visits), of: Double(visits + stayed), chance: Elementary.exp(-0.3)))
        < bound)
    #expect(abs(play["perceived_risk"] - 0.3) < 1e-6)
    // The others come and go as ever.
    let plain = try Play(
      Scenario.pursuit(
        people: 400, visits: 0.5, stay: .fixed(1), hours: 400, contacts: 5, slots: 0,
        stages: [.named("contact")]))
    let others: (Event) -> Bool = { $0.kind == .enter && !$0.flags.contains(.offender) }
    #expect(play.events.filter(others).count == plain.events.filter(others).count)
  }

  /// A limit on first messages comes after the fear: min(c·q, L), not min(c, L)·q.
  @Test func `a limit that binds hides a fear that doesn't`() throws {
    var scenario = Scenario.pursuit(
      people: 100, visits: 1, stay: .fixed(2), hours: 100, contacts: 10, slots: 0,
      stages: [.named("contact")])
    scenario.pathways[0].repeats = true
    scenario.levers.contactRules.firstMessagesPerHour = 4
    (scenario.deterrence.initial, scenario.deterrence.pace) = (0.5, 1)
    // 10·e^(−½) = 6.07 is above 4: nothing more is held back.
    #expect(try Play(scenario).count(.contactDeterred) == 0)
    scenario.deterrence.pace = 4
    let play = try Play(scenario)
    let (sent, unsent) = (play.count(.contact), play.count(.contactDeterred))
    #expect(abs(score(sent, of: sent + unsent, chance: 10 * Elementary.exp(-2) / 4)) < bound)
  }

  @Test func `the switch takes away what the section adds, to the last event`() throws {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 2
    scenario.levers.sanctions.warnings = 1
    scenario.levers.sanctions.suspensions = 2
    let plain = try Play(scenario)
    (scenario.deterrence.own, scenario.deterrence.hearsay) = (0.4, 0.8)
    (scenario.deterrence.pace, scenario.deterrence.knock) = (4, 1)
    let full = try Play(scenario)
    scenario.feedbacks.deterrence = false
    let naive = try Play(scenario)
    #expect(naive.record.hash == plain.record.hash)
    #expect(full["offender_contacts"] < plain["offender_contacts"])
    #expect(full["perceived_risk"] > 0 && full["first_messages_deterred"] > 0)
  }
}

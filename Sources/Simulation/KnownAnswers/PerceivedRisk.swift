import Schema

/// A4. Perceived risk under sanctions that come as a Poisson process of rate s and change nothing else:
/// p ← p + α(1 − p), fading at ρ. Its mean is αs/(αs + ρ); the share of first messages that are still
/// written is E e^(−ηp), which is not e^(−η·E p).
///
/// Moments of the stationary law from the generator of the process (a shot noise whose jumps are a share
/// of what is left): m_n = s Σ_{k<n} C(n, k)(1 − α)^k α^(n−k) m_k / (nρ + s − s(1 − α)^n).
/// - SeeAlso: Rice 1977, On generalized shot noise, doi:10.2307/1426111.
enum PerceivedRisk {
  static let family = AnswerFamily("A4", "perceived risk", count: 5, runs: 4_000, find: find)

  private static let alpha = 0.3, rate = 1.0 / 500, eta = 3.0
  private static let ln2 = Deterrence.ln2

  private static func find(_ trials: Trials) throws -> [Finding] {
    var law = Deterrence()
    (law.own, law.pace, law.halfLife) = (alpha, eta, 720)
    let risks = trials.map { risk(law, Stream(trials.seed &+ $0, 77), rate) }
    let m = moments(decay: ln2 / 720)
    var kept = 0.0, term = 1.0
    for n in m.indices {
      kept += term * m[n]
      term *= -eta / Double(n + 1)
    }
    let setting = "a sanction in 500 h raises it by 30 %, half-life 30 days"
    return [
      Finding(
        "A4", "mean risk", setting, exact: alpha * rate / (alpha * rate + ln2 / 720),
        RunRatio(risks)),
      Finding(
        "A4", "share of first messages written, η = 3", setting, exact: kept,
        RunRatio(risks.map { Elementary.exp(-eta * $0) })),
    ] + [hearsay(trials)] + (try thinned(Trials(seed: trials.seed, count: 12)))
  }

  private static func sanction(_ time: Double) -> Event {
    Event(
      time: time, actor: 0, target: 0, value: 0, kind: .sanction, band: .adult, harm: 0,
      detail: Sanction.warning.rawValue, flags: .offender)
  }

  private static func risk(_ law: Deterrence, _ stream: Stream, _ rate: Double) -> Double {
    var stream = stream, minds = Minds(venues: 1), time = 0.0
    while true {
      time += stream.exponential() / rate
      guard time < 12_000 else { break }
      law.learn(from: sanction(time), about: Person(), &minds)
    }
    return law.faded(minds.own(of: 0, 0, at: 0), to: 12_000)
  }

  private static func moments(decay: Double) -> [Double] {
    func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * x } }
    var m = [1.0]
    for n in 1...40 {
      var sum = 0.0, binomial = 1.0
      for k in 0..<n {
        sum += binomial * power(1 - alpha, k) * power(alpha, n - k) * m[k]
        binomial *= Double(n - k) / Double(k + 1)
      }
      m.append(rate * sum / (Double(n) * decay + rate - rate * power(1 - alpha, n)))
    }
    return m
  }

  /// What is said among forty: the same law, a fortieth of the step.
  private static func hearsay(_ trials: Trials) -> Finding {
    var law = Deterrence()
    (law.hearsay, law.halfLife) = (0.5, 720)
    let step = 0.5 / 40, rate = 0.2
    let ends = Trials(seed: trials.seed, count: 600).map { replicate -> Double in
      var minds = Minds(venues: 1), stream = Stream(trials.seed &+ replicate, 78), time = 0.0
      for _ in 0..<40 { minds.join(0) }
      while true {
        time += stream.exponential() / rate
        guard time < 6_000 else { break }
        law.learn(from: sanction(time), about: Person(), &minds)
      }
      return law.faded(minds.said(at: 0), to: 6_000)
    }
    return Finding(
      "A4", "mean risk by hearsay", "a sanction in 5 h, half of one of forty hears of each",
      exact: step * rate / (step * rate + ln2 / 720), RunRatio(ends))
  }

  /// In runs: a risk of 0.3 that everybody begins with thins first messages by e^(−2·0.3), visits by
  /// e^(−0.3).
  private static func thinned(_ trials: Trials) throws -> [Finding] {
    var scenario = Scenario.pursuit(
      people: 300, visits: 0.5, stay: .fixed(1), hours: 100, contacts: 5, slots: 0,
      stages: [.named("contact")])
    scenario.pathways[0].repeats = true
    (scenario.deterrence.initial, scenario.deterrence.pace, scenario.deterrence.knock) = (0.3, 2, 1)
    let runs = try trials.map { replicate in
      var messages = (sum: 0.0, of: 0.0), visits = (sum: 0.0, of: 0.0)
      try trials.run(scenario, replicate) { event in
        switch event.kind {
        case .contact: messages = (messages.sum + 1, messages.of + 1)
        case .contactDeterred: messages.of += 1
        case .enter where event.flags.contains(.offender):
          visits = (visits.sum + 1, visits.of + 1)
        case .absent where event.absence == .deterred: visits.of += 1
        default: break
        }
      }
      return (messages, visits)
    }
    let setting = "everybody perceives 0.3, η = 2, η of visits 1"
    return [
      Finding(
        "A4", "share of first messages written", setting, exact: Elementary.exp(-0.6),
        RunRatio(runs.map(\.0))),
      Finding(
        "A4", "share of visits made", setting, exact: Elementary.exp(-0.3), RunRatio(runs.map(\.1))),
    ]
  }
}

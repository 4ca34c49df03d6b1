import Schema

/// V13. N free offenders who each write to a newcomer once, at rate λ: N(1 − e^(−λT)) first messages in T,
/// a binomial number.
///
/// Offenders wait on line where nobody else is; counted are those there when the first minor comes, and
/// runs in which no other minor comes within T and T ends before the run.
///
/// - SeeAlso: Feller 1968, An introduction to probability theory I, ch. XVII (births and deaths).
enum NewcomerBurst {
  static let family = AnswerFamily(
    "V13", "first messages to a newcomer", count: 2, runs: 1200, find: find)

  private static let rate = 15.0, period = 5.0 / 60, hours = 6.0

  private static func find(_ trials: Trials) throws -> [Finding] {
    let bursts = try trials.map { try burst(trials, $0) }.filter(\.counts)
    let chance = 1 - Elementary.exp(-rate * period)
    let setting = "free offenders who write 0.25 times a minute, five minutes"
    return [
      Finding(
        "V13", "first messages of 60 offenders", setting, exact: 60 * chance,
        RunRatio(bursts.map { (sum: 60 * $0.messages, of: $0.free) })),
      Finding(
        "V13", "their variance over the binomial one", setting,
        squares: bursts.map {
          let gap = $0.messages - $0.free * chance
          return gap * gap / ($0.free * chance * (1 - chance))
        }),
    ]
  }

  /// What happens to the first minor of a run.
  private struct Burst {
    private(set) var free = 0.0, messages = 0.0
    private var isAlone = true
    private var minor: Int32 = -1, start = Double.infinity, waiting: Set<Int32> = []

    /// Whether one minor was alone with the offenders for the whole time, all of it before the end.
    var counts: Bool { free > 0 && isAlone && start + period < hours }

    mutating func see(_ event: Event) {
      guard event.time < start + period else { return }
      switch event.kind {
      case .enter where event.flags.contains(.offender):
        if minor < 0 { waiting.insert(event.actor) }
      case .enter:
        if minor >= 0 { isAlone = false }
        (minor, start) = (event.actor, min(start, event.time))
        free = Double(waiting.count)
      case .contact: messages += waiting.contains(event.actor) ? 1 : 0
      default: break
      }
    }
  }

  private static func burst(_ trials: Trials, _ replicate: UInt64) throws -> Burst {
    var stage = Stage.named("contact")
    stage.dwell = .fixed(1000)
    var scenario = Scenario.pursuit(
      people: 100, visits: 0.01, hours: hours, contacts: rate, stages: [stage])
    scenario.people.minorShare = 0.4
    (scenario.offenders[0].share, scenario.offenders[0].activity) = (1, 500)
    var burst = Burst()
    try trials.run(scenario, replicate) { burst.see($0) }
    return burst
  }
}

/// From a case to its decision.
struct TimeToAction: Outcome, ~Copyable {
  static let columns: [Column] = [
    Column(
      name: "time_to_action_median", unit: "h",
      meaning: "From opening a case to its decision, median; cases opened in the window.",
      better: .lower, role: .context),
    Column(
      name: "time_to_action_p90", unit: "h", meaning: "The same, 90th percentile.",
      better: .lower, role: .context),
    Column(
      name: "decided_within_24_h", unit: "share",
      meaning: "Cases opened in the window that were decided within a day.", better: .higher,
      role: .context),
    Column(
      name: "cases_opened", unit: "per day", meaning: "Cases opened in the window.",
      better: .neither, role: .context),
    Column(
      name: "backlog", unit: "cases", meaning: "Cases waiting or in review when the window closes.",
      better: .lower, role: .burden),
  ]

  private var times = LogHistogram()
  private var quick = 0.0, decided = 0.0, opened = 0.0
  private var waiting = 0.0

  init() {}

  init(copying other: borrowing Self) {
    times = LogHistogram(copying: other.times)
    (quick, decided) = (other.quick, other.decided)
    (opened, waiting) = (other.opened, other.waiting)
  }

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .caseOpened:
      if event.time < world.windowEnd { waiting += 1 }
      if event.flags.contains(.cohort) { opened += 1 }
    case .decision:
      if event.time < world.windowEnd { waiting -= 1 }
      guard event.flags.contains(.cohort) else { return }
      times.add(Double(event.value))
      decided += 1
      if event.value <= 24 { quick += 1 }
    default: break
    }
  }

  func values(in world: borrowing World) -> [Double] {
    [
      times.quantile(0.5) ?? .nan, times.quantile(0.9) ?? .nan, ratio(quick, opened),
      opened / world.windowDays, waiting,
    ]
  }
}

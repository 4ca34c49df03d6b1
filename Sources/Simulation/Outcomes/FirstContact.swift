/// How soon somebody who looks like a minor is written to.
///
/// A cumulative incidence with the end of the visit as a competing event: people leave because of
/// contacts, so visits that end first are not censored (Fine & Gray 1999).
struct FirstContact: Outcome, ~Copyable {
  /// Minutes at which the cumulative incidence is read.
  private static let minutes = [1, 5, 10, 30]

  /// By row of the visit, of those who present as minors.
  private var rows = Storage<ReachedVisit>(capacity: 1024)
  private var visits = 0.0
  private var within: InlineArray<4, Double> = InlineArray(repeating: 0)
  /// Visits of at least ten minutes by contacts in the first ten, the last bin open.
  private var early = Storage<Double>(repeating: 0, count: 1001)

  init() {}

  init(copying other: borrowing Self) {
    (visits, within) = (other.visits, other.within)
    early = Storage(copying: other.early)
    rows = Storage(copying: other.rows)
  }

  static let columns: [Column] =
    minutes.map { minute in
      Column(
        name: "contacted_within_\(minute)_min", unit: "share",
        meaning:
          "Visits of minors who present as minors with a first contact by an offender within \(minute) min; visits that end before count as not contacted.",
        better: .lower, role: .harm)
    } + [
      Column(
        name: "contacts_first_10_min", unit: "contacts",
        meaning:
          "First messages by offenders in the first ten minutes, mean over visits of profiles presenting as minors that last that long.",
        better: .lower, role: .harm),
      Column(
        name: "contacts_first_10_min_p05", unit: "contacts",
        meaning: "The same, 5th percentile over visits.", better: .lower, role: .context),
      Column(
        name: "contacts_first_10_min_p95", unit: "contacts",
        meaning: "The same, 95th percentile over visits.", better: .lower, role: .context),
    ]

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.flags.contains(.youthProfile), event.band.isMinor, event.visit >= 0
    else { return }
    switch event.kind {
    case .enter:
      rows.extend(to: Int(event.visit) + 1, with: ReachedVisit())
      rows[Int(event.visit)] = ReachedVisit(start: event.time)
    case .contact: noteContact(event)
    case .leave where event.flags.contains(.cohort): noteVisit(event)
    default: break
    }
  }

  private mutating func noteContact(_ event: Event) {
    var row = rows[Int(event.visit)]
    if row.first == .infinity { row.first = event.time }
    if event.time - row.start < 1.0 / 6, row.early < .max { row.early += 1 }
    rows[Int(event.visit)] = row
  }

  private mutating func noteVisit(_ event: Event) {
    let row = rows[Int(event.visit)]
    visits += 1
    let delay = (row.first - row.start) * 60
    for (index, minute) in Self.minutes.enumerated() where delay < Double(minute) {
      within[index] += 1
    }
    if event.value >= 1.0 / 6 { early[min(Int(row.early), 1000)] += 1 }
  }

  func values(in world: borrowing World) -> [Double] {
    var values: [Double] = []
    for index in Self.minutes.indices { values.append(ratio(within[index], visits)) }
    var total = 0.0, sum = 0.0
    for count in 0..<early.count {
      total += early[count]
      sum += Double(count) * early[count]
    }
    return values + [ratio(sum, total), percentile(0.05, total), percentile(0.95, total)]
  }

  private func percentile(_ p: Double, _ total: Double) -> Double {
    guard total > 0 else { return .nan }
    var below = 0.0
    for count in 0..<early.count {
      below += early[count]
      if below >= p * total { return Double(count) }
    }
    return 1000
  }
}

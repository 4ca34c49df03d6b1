/// A case: one account, one or more reports or flags, waiting for a moderator or in review.
struct ReviewCase: BitwiseCopyable {
  /// Draws about this review alone: its length, then the decision and what follows.
  var stream: Stream
  /// How many cases about this person have been opened, this one included.
  var number: UInt32
  var opened: Double
  var accused: Int32
  var generation: UInt32
  /// Ordinal of the account that the case is about: a later account is not answerable for it.
  var account: UInt16
  /// The person who reported, or whom the flagged conversation concerned; -1 if nobody.
  var victim: Int32
  /// The victim's key and prosecutor's office when the case was opened; -1 if nobody.
  var victimKey: Int64, office: UInt8
  var victimBand: AgeBand
  /// Whether the accused truly is an offender.
  var isTrue: Bool
  /// Concerns somebody who presents as a minor: taken first.
  var isUrgent: Bool
  /// Opened inside the window; and whether the first contact it is about fell inside.
  var cohort: Bool, contactCohort: Bool
  var pathway: UInt8
}

/// Cases in the order of their arrival: a ring that grows and never shrinks.
struct CaseQueue {
  private var ring: [ReviewCase?] = Array(repeating: nil, count: 64)
  private var head = 0
  private(set) var count = 0

  mutating func append(_ item: ReviewCase) {
    if count == ring.count { grow() }
    ring[(head + count) & (ring.count - 1)] = item
    count += 1
  }

  mutating func popFirst() -> ReviewCase? {
    guard count > 0 else { return nil }
    let item = ring[head]
    head = (head + 1) & (ring.count - 1)
    count -= 1
    return item
  }

  private mutating func grow() {
    let old = (0..<count).map { ring[(head + $0) & (ring.count - 1)] }
    ring = old + Array(repeating: nil, count: old.count)
    head = 0
  }
}

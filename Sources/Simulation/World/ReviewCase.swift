/// A case: one account, one or more reports or flags, waiting for a moderator or in review.
struct ReviewCase: BitwiseCopyable {
  /// Draws about this review alone: its length, then the decision and what follows.
  var stream: Stream
  /// How many cases about this person have been opened, this one included.
  var number: UInt32
  var opened: Double
  var accused: Int32
  /// Where the case is read.
  var venue: UInt8
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

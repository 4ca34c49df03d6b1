import Schema

/// Limits on first messages.
struct ContactLimits: BitwiseCopyable {
  var compliance = 1.0, coverage = 1.0
  var adultsToMinors = true, minorsHidden = false
  var ageGap = 0.0, firstMessagesPerHour = 0.0

  /// What decides who is listed, and how fast anybody may write: those on line are looked at again
  /// where it changes.
  var listing: [Double] { minorsHidden ? [1, coverage, compliance] : [0] }
  var pace: [Double] {
    firstMessagesPerHour > 0 ? [firstMessagesPerHour, coverage, compliance] : [0]
  }

  /// Whether any first message can be stopped at all.
  var stopsAny: Bool { !adultsToMinors || ageGap > 0 }
}

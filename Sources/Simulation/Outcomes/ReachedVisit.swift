/// What has come so far to a visit of somebody who presents as a minor.
struct ReachedVisit: BitwiseCopyable {
  var start = 0.0
  /// When the first contact came, or infinite.
  var first = Double.infinity
  /// Contacts of the first ten minutes, saturating.
  var early: UInt16 = 0
}

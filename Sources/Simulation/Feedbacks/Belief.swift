/// A perceived risk of sanction, as it was at a moment: it fades from there.
struct Belief: BitwiseCopyable {
  /// 0…1.
  var risk: Double
  /// Hours since the run began.
  var since: Double
}

/// How long a policy has been in force when it is judged: the beginning of a window, all of it, or
/// more.
public enum Period: String, Sendable, Hashable, CaseIterable {
  /// The window's first 7, 30 and 90 days.
  case week1 = "week_1"
  case month1 = "month_1"
  case month3 = "month_3"
  /// The whole window, whatever its length.
  case window
  /// The window and what comes after it in a run that is followed up.
  case followUp = "follow_up"

  /// Its length in days; nil for the window and the follow-up, of which each study has its own.
  public var days: Double? {
    switch self {
    case .week1: 7
    case .month1: 30
    case .month3: 90
    case .window, .followUp: nil
    }
  }

  /// When it ends, hours since the run began; nil where the run is too short for it.
  func end(in world: borrowing World) -> Double? {
    switch self {
    case .window: return world.studyEnd
    case .followUp: return world.studyEnd < world.windowEnd ? world.windowEnd : nil
    case .week1, .month1, .month3:
      let end = world.windowStart + (days ?? 0) * 24
      return end <= world.windowEnd ? end : nil
    }
  }
}

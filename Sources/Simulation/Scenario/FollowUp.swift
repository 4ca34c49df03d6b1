extension Scenario {
  /// The same scenario observed for longer than its window, in the same run.
  ///
  /// What happens in the window, and what is counted in it, stays what it is to the last bit; the record
  /// has one more period, from the window's beginning to the follow-up's end.
  ///
  /// - Parameter hours: From the beginning of the window to the end of the follow-up; what is not longer
  ///   than the window changes nothing.
  public func followed(hours: Double) -> Scenario {
    var scenario = self
    scenario.followedHours = hours
    return scenario
  }
}

import Schema

extension Scenario {
  /// People who are on line throughout and about whom false reports come at a rate, each a case of its
  /// own that is rejected; the first day is warm-up.
  ///
  /// - Parameters:
  ///   - handling: Time to review one case, hours.
  ///   - cases: False reports an hour in all.
  ///   - hours: Window in which cases count.
  static func reviewed(desks: Int, handling: Law, cases: Double, hours: Double) -> Scenario {
    var scenario = plain(people: 50, visits: 1, stay: .fixed(10_000), hours: hours)
    scenario.time.warmUp = 24
    scenario.levers.moderation.falseReports = cases / 50
    scenario.staff(desks, handling)
    return scenario
  }

  /// Moderators round the clock who review every report and uphold none.
  mutating func staff(_ desks: Int, _ handling: Law) {
    levers.moderation.staff = desks
    levers.moderation.handling = handling
    levers.moderation.mergesReports = false
    levers.moderation.detects = 0
    levers.moderation.wronglyUpholds = 0
  }
}

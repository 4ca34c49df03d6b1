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

  /// The same where every first message is flagged, every flag upheld after a time, and nobody innocent is.
  func banningAtOnce(staff: Int, after hours: Double) -> Scenario {
    var scenario = self
    for index in scenario.pathways.indices { scenario.pathways[index].stages[0].flagged = 1 }
    scenario.levers.classifier.active = true
    scenario.levers.classifier.detects = 1
    scenario.levers.classifier.falseFlags = 0
    scenario.levers.moderation.staff = staff
    scenario.levers.moderation.detects = 1
    scenario.levers.moderation.handling = .fixed(hours)
    return scenario
  }
}

import Schema

/// Every lever of a scenario, in the order in which they are applied.
struct Levers: Configurable {
  var registration = Registration()
  var ageAssurance = AgeAssurance()
  var moderation = Moderation()
  var classifier = Classifier()
  var sanctions = Sanctions()
  var contactRules = ContactRules()
  var decoys = Decoys()
  init() {}

  static let name = "levers"
  static let summary = "What a policy maker chooses."
  static let parameters: [Parameter<Self>] = [
    Parameter("registration", \.registration),
    Parameter("age_assurance", \.ageAssurance),
    Parameter("moderation", \.moderation),
    Parameter("classifier", \.classifier),
    Parameter("sanctions", \.sanctions),
    Parameter("contact_rules", \.contactRules),
    Parameter("decoys", \.decoys),
  ]

  /// All levers, in the order of the file.
  var all: [any Lever] {
    [registration, ageAssurance, moderation, classifier, sanctions, contactRules, decoys]
  }

  /// The rules in force at a moment of the run.
  ///
  /// - Parameters:
  ///   - time: Hours since the run began.
  ///   - start: The run's first day.
  func rules(at time: Double, start: CivilDate) -> Rules {
    var rules = Rules()
    for lever in all where Self.beginning(of: lever, start: start) <= time {
      lever.apply(to: &rules)
      if lever.isActive { rules.fixedCost += lever.terms.fixedCost }
    }
    return rules
  }

  /// Moments after the start of the run at which the rules change, ascending, in hours.
  func changes(start: CivilDate) -> [Double] {
    var times = all.map { Self.beginning(of: $0, start: start) }.filter { $0 > 0 }
    times.sort()
    var distinct: [Double] = []
    for time in times where distinct.last != time { distinct.append(time) }
    return distinct
  }

  private static func beginning(of lever: any Lever, start: CivilDate) -> Double {
    guard let day = lever.terms.start else { return -.infinity }
    return Double(day.days - start.days) * 24
  }
}

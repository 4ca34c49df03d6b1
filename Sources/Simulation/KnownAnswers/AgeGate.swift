import Schema

/// V17. A normal error of mean absolute size m has standard deviation m·√(π/2): somebody of age x is taken
/// for y or older with chance 1 − Φ((y − x)/sd).
///
/// Ages of adults are fixed. Minors of 17 are spread evenly over their year, so that their chance is the
/// mean of that tail between 7 and 8 years, sd·[φ(z) − z(1 − Φ(z))] taken at both ends. That the error is
/// normal is the known answer's assumption; the shipped one is not (`FaceError`).
///
/// - SeeAlso: Geary 1935 (mean deviation of a normal law).
enum AgeGate {
  static let family = AnswerFamily("V17", "facial age estimation", count: 4, runs: 40, find: find)

  private static let error = 3 * (Double.pi / 2).squareRoot()
  private static let people = 6000.0

  private static func find(_ trials: Trials) throws -> [Finding] {
    let year = mean(beyond: 7) - mean(beyond: 8)
    return [
      try finding(
        trials, "17-year-olds who pass at 25", age: nil, line: 25, exact: year),
      try finding(
        trials, "people of 20 who pass at 28, as of 17 at 25", age: 20, line: 28,
        exact: tail(8 / error)),
      try finding(
        trials, "people of 20 refused at 25", age: 20, line: 25, passes: false,
        exact: 1 - tail(5 / error)),
      try finding(
        trials, "people of 30 refused at 25", age: 30, line: 25, passes: false,
        exact: tail(5 / error)),
    ]
  }

  private static func tail(_ z: Double) -> Double { 1 - Law.normal(mean: 0, sd: 1).cdf(z) }

  /// Mean of the years by which the error passes a number of years.
  private static func mean(beyond years: Double) -> Double {
    let z = years / error
    let density = Elementary.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    return error * (density - z * tail(z))
  }

  /// - Parameter age: Everybody's age, or nil for minors of 17.
  private static func finding(
    _ trials: Trials, _ what: String, age: Double?, line: Double, passes: Bool = true,
    exact: Double
  ) throws -> Finding {
    let scenario = scenario(age: age, line: line)
    let runs = try trials.map { replicate in
      var counts = (sum: 0.0, of: 0.0)
      try trials.run(scenario, replicate) { event in
        guard event.kind == .ageCheck else { return }
        let passed = event.ageCheckNote.contains(.passed)
        counts.sum += passed == passes ? 1 : 0
        counts.of += 1
      }
      return counts
    }
    return Finding(
      "V17", what, "normal error, mean absolute error 3 years", exact: exact, RunRatio(runs))
  }

  /// Everybody knocks, is judged once, and takes the rest of the run for the visit, here or elsewhere.
  private static func scenario(age: Double?, line: Double) -> Scenario {
    var scenario = Scenario.plain(
      people: people, visits: 1, stay: .fixed(10_000), hours: 24)
    if let age { scenario.people.adultAge = .fixed(age) } else { scenario.people.minorShare = 1 }
    (scenario.people.youngest, scenario.people.olderToYounger) = (17, 1)
    var gate = AgeAssurance()
    (gate.method, gate.threshold, gate.buffer) = (.estimation, 18, line - 18)
    (gate.dropOutEstimation, gate.circumvention) = (0, 0)
    (gate.face.biasAt10, gate.face.biasAt15, gate.face.biasAt17) = (0, 0, 0)
    (gate.face.biasAt20, gate.face.biasFrom25) = (0, 0)
    // Student's t of so many degrees is normal to the sixth digit.
    (gate.face.scale, gate.face.degrees) = (error, 1e6)
    scenario.levers.ageAssurance = gate
    return scenario
  }
}

import CGSL
import Schema

@testable import Simulation

extension World {
  /// Makes the people, opens the doors, and gives who knocks when.
  mutating func open() -> Knocks {
    let rates = populate()
    var knocks = Knocks(
      rates: rates, starts: audienceStarts, profile: scenario.people.dailyProfile, weekday: 0,
      root: root, horizon: windowEnd)
    knocks.begin(persons, habits)
    openForBusiness()
    return knocks
  }

  /// Numbers of all slots of the population.
  var slots: Range<Int> { 0..<persons.count }

  /// What has been written since the events were last forgotten.
  var written: [Event] { (0..<events.count).map { events[$0] } }
}

extension Conversation {
  /// What an offender and a target have with each other, for tests of what follows from it.
  static func between(_ offender: Int32, and target: Int32, youthProfile: Bool) -> Conversation {
    Conversation(
      stream: Stream(1, 2), arrival: 1, ordinal: 1, offenderVisit: -1, targetVisit: -1,
      offender: offender, target: target, generations: (0, 0), pathway: 255, stage: 0,
      band: .adult, venue: 0, cohort: true, room: 0, youthProfile: youthProfile, office: 0)
  }
}

/// Standard errors that a figure may be off: chance passes them about once in a hundred thousand, so
/// that some ninety such tests together raise a false alarm less than once in a thousand.
let bound = 4.4

/// How far a number of successes is from its expectation, in standard errors.
func score(_ hits: Double, of trials: Double, chance: Double) -> Double {
  (hits - trials * chance) / (trials * chance * (1 - chance)).squareRoot()
}

/// Mean, variance and standard error of independent numbers.
struct Sample {
  let count: Double, mean: Double, variance: Double

  init(_ values: [Double]) {
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }

  var error: Double { (variance / count).squareRoot() }

  /// Distance of the mean from an expectation in standard errors.
  func score(_ expected: Double) -> Double { (mean - expected) / error }
}

/// Distribution function of the standard normal.
func normal(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

/// Mean of a function of a standard normal, by the midpoint rule on quantiles.
func overNormal(steps: Int = 2000, _ function: (Double) -> Double) -> Double {
  var sum = 0.0
  for step in 0..<steps {
    sum += function(gsl_cdf_ugaussian_Pinv((Double(step) + 0.5) / Double(steps)))
  }
  return sum / Double(steps)
}

extension World {
  /// Makes so many people without attributes, in place of a population.
  mutating func settle(_ people: Int) {
    persons.extend(to: people, with: Person())
    openCrowds([Float](repeating: 0, count: people))
  }

  /// An offender of the first kind (slot 0) and a minor of 14 (slot 1), both on line for five hours.
  mutating func admitPair() {
    settle(2)
    persons[0].kind = 1
    persons[1].traits = .minor
    (persons[1].age, persons[1].presentedAge) = (14, 14)
    for slot in 0...1 {
      enter(
        Int32(slot), at: 0, for: 5, arrival: UInt64(slot + 1),
        stream: root.stream(.visit, UInt64(slot + 1)))
    }
  }
}

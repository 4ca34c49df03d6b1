import CGSL
import Schema
import Testing

@testable import Simulation

/// Gates against integrals over the same latent values.
struct GateTests {
  private let root = StreamRoot(seed: 31, replicate: 1)

  /// Share of people of one age, or of ages spread evenly, whose estimate lies in a range.
  private func judged(
    _ lever: AgeAssurance, ages: ClosedRange<Double>, between low: Double, and high: Double,
    people: Int = 60_000
  ) -> Double {
    var floor = lever, ceiling = lever
    (floor.threshold, floor.buffer) = (low, 0)
    (ceiling.threshold, ceiling.buffer) = (high, 0)
    let (least, most) = (AgeRules(floor), AgeRules(ceiling))
    var inside = 0.0
    for index in 0..<people {
      let share = (Double(index) + 0.5) / Double(people)
      var person = Person()
      person.age = Float(ages.lowerBound + (ages.upperBound - ages.lowerBound) * share)
      var trait = AgeTraits(root, UInt64(index)), chance = root.stream(.ageCheck, UInt64(index), 1)
      var (sameTrait, sameChance) = (trait, chance)
      let reaches = least.estimate(person, &trait, &chance).result == .adult
      let exceeds = most.estimate(person, &sameTrait, &sameChance).result == .adult
      inside += reaches && !exceeds ? 1 : 0
    }
    return inside / Double(people)
  }

  private func estimation() -> AgeAssurance {
    var lever = AgeAssurance()
    lever.method = .estimation
    lever.dropOutEstimation = 0
    lever.circumvention = 0
    return lever
  }

  /// V17. A normal error of mean absolute size 3 years. Would catch 0.25 percentage points at 17.
  @Test(arguments: [(17.0, 0.0167, 1.67), (20, 0.0917, 9.2), (30, 0.908, 90.8)])
  func `a normal error lets through what its tail says`(
    _ age: Double, _ share: Double, _ published: Double
  ) {
    var lever = estimation()
    lever.face.degrees = 1000
    (lever.face.biasAt10, lever.face.biasAt15, lever.face.biasAt17) = (0, 0, 0)
    (lever.face.biasAt20, lever.face.biasFrom25) = (0, 0)
    lever.face.scale = 3 * (Double.pi / 2).squareRoot()
    let exact = 1 - normal((25 - age) / lever.face.scale)
    #expect(abs(exact - share) < 1e-4 + 5e-4 && abs(exact * 100 - published) < 0.06)
    let passed = judged(lever, ages: age...age, between: 25, and: 1000)
    // A t of 1,000 degrees has tails heavier by 1 % of themselves at most.
    #expect(abs(score(passed * 60_000, of: 60_000, chance: exact)) < bound)
  }

  /// The median rows of NIST FATE AEV that the default error was fitted to.
  @Test func `the default error places ages as the median algorithm does`() {
    let lever = estimation()
    let teens = 13.0...16.999
    #expect((0.31...0.36).contains(judged(lever, ages: teens, between: 13, and: 17)))
    #expect((0.56...0.62).contains(judged(lever, ages: teens, between: 17, and: 23)))
    #expect(
      (0.26...0.31).contains(judged(lever, ages: 8.0...12.999, between: 13, and: 17)))
    #expect(
      (0.02...0.03).contains(judged(lever, ages: 17.0...22.999, between: 13, and: 17)))
    #expect((0.06...0.08).contains(judged(lever, ages: 17.0...17.999, between: 25, and: 1000)))
  }

  /// Shares of people who have passed after 1, 5 and 20 knocks at a scenario's gates.
  private func passing(_ scenario: Scenario, minors: Bool) -> [Double] {
    var world = World(scenario, root: root)
    _ = world.populate()
    var firsts: [Int] = []
    for slot in world.slots where world.persons[slot].isMinor == minors {
      if minors { world.persons[slot].age = 16 }
      var first = Int.max
      for attempt in 1...20 where first == .max {
        if world.passGates(Int32(slot), at: 0) == .open { first = attempt }
      }
      firsts.append(first)
    }
    return [1, 5, 20].map { most in
      Double(firsts.count { $0 <= most }) / Double(firsts.count)
    }
  }

  private func gated(people: Double = 30_000, minorShare: Double = 0) -> Scenario {
    var scenario = Scenario.plain(people: people, visits: 1, stay: .fixed(1), hours: 24)
    scenario.people.minorShare = minorShare
    return scenario
  }

  /// 1 − E[(1 − p(z))ⁿ]: z is what stays with the person, p the chance of one attempt given it.
  private func exact(cut: Double, noise: Double, _ attempts: Int) -> Double {
    1
      - overNormal { z in
        let once = normal((cut - (1 - noise).squareRoot() * z) / noise.squareRoot())
        return power(1 - once, attempts)
      }
  }

  private func power(_ x: Double, _ n: Int) -> Double {
    (0..<n).reduce(1) { product, _ in product * x }
  }

  /// Would catch a share off by 0.012.
  @Test(arguments: [0.02, 0.1, 0.5])
  func `repeated registrations pass as their latent value says`(_ noise: Double) {
    var scenario = gated()
    scenario.levers.registration.method = .identity
    scenario.levers.registration.attemptNoise = noise
    let shares = passing(scenario, minors: false), count = 30_000.0
    for (share, attempts) in zip(shares, [1, 5, 20]) {
      let expected = exact(cut: gsl_cdf_ugaussian_Pinv(0.57), noise: noise, attempts)
      #expect(abs(score(share * count, of: count, chance: expected)) < bound)
    }
  }

  @Test func `odds of giving up are multiplied for minors`() {
    var scenario = gated(minorShare: 1)
    scenario.levers.registration.method = .email
    scenario.levers.registration.minorOdds = 3
    let share = passing(scenario, minors: true)[0]
    // Odds 0.14/0.86 times three.
    let dropOut = 3 * 0.14 / 0.86 / (1 + 3 * 0.14 / 0.86)
    #expect(abs(score(share * 30_000, of: 30_000, chance: 1 - dropOut)) < bound)
  }

  /// A minor's borrowed document, attempt after attempt.
  @Test func `repeated documents pass as their latent value says`() {
    var scenario = gated(minorShare: 1)
    scenario.levers.ageAssurance.method = .document
    scenario.levers.ageAssurance.dropOutDocument = 0
    scenario.levers.ageAssurance.circumvention = 0
    scenario.levers.ageAssurance.attemptNoise = 0.2
    for (share, attempts) in zip(passing(scenario, minors: true), [1, 5, 20]) {
      let expected = exact(cut: gsl_cdf_ugaussian_Pinv(0.1), noise: 0.2, attempts)
      #expect(abs(score(share * 30_000, of: 30_000, chance: expected)) < bound)
    }
  }

  /// A 16-year-old's face, attempt after attempt, with the part of the error that never changes.
  @Test func `repeated estimates pass as their latent value says`() {
    var scenario = gated(minorShare: 1)
    scenario.levers.ageAssurance = estimation()
    scenario.levers.ageAssurance.buffer = 4
    scenario.levers.ageAssurance.attemptNoise = 0.15
    let face = FaceError(), need = (22 - 16 - face.bias(at: 16)) / face.scale
    for (share, attempts) in zip(passing(scenario, minors: true), [1, 5, 20]) {
      var expected = 0.0
      for step in 0..<300 {
        let divisor = (gsl_cdf_chisq_Pinv((Double(step) + 0.5) / 300, 4) / 4).squareRoot()
        expected +=
          1
          - overNormal(steps: 300) { z in
            let cut = (need * divisor - 0.85.squareRoot() * z) / 0.15.squareRoot()
            return power(normal(cut), attempts)
          }
      }
      #expect(abs(score(share * 30_000, of: 30_000, chance: expected / 300)) < bound)
    }
  }

  /// Two methods, two tolerances: 0.8² go through both.
  @Test func `giving up at one method says nothing about the other`() {
    var scenario = gated(people: 20_000, minorShare: 1)
    scenario.levers.ageAssurance = estimation()
    scenario.levers.ageAssurance.method = .successive
    (scenario.levers.ageAssurance.threshold, scenario.levers.ageAssurance.buffer) = (10, 90)
    scenario.levers.ageAssurance.attemptNoise = 0
    scenario.levers.ageAssurance.minorOdds = 1
    scenario.levers.ageAssurance.dropOutEstimation = 0.2
    scenario.levers.ageAssurance.dropOutDocument = 0.2
    scenario.levers.ageAssurance.genuineAccepted = 1
    let share = passing(scenario, minors: true)[0]
    #expect(abs(score(share * 20_000, of: 20_000, chance: 0.64)) < bound)
  }

  @Test func `who gets round the check does so at every attempt`() {
    var scenario = gated(minorShare: 1)
    scenario.levers.ageAssurance.method = .document
    scenario.levers.ageAssurance.dropOutDocument = 0
    scenario.levers.ageAssurance.borrowedAccepted = 0
    scenario.levers.ageAssurance.circumvention = 0.25
    let shares = passing(scenario, minors: true)
    #expect(shares[0] == shares[2])
    #expect(abs(score(shares[0] * 30_000, of: 30_000, chance: 0.25)) < bound)
  }

  @Test func `a form that asks for eighteen keeps out no minor who types eighteen`() {
    var scenario = gated(people: 2000, minorShare: 1)
    scenario.levers.ageAssurance.method = .declared
    #expect(passing(scenario, minors: true) == [1, 1, 1])
    scenario.people.minorsDeclareAdult = 0
    #expect(passing(scenario, minors: true) == [0, 0, 0])
  }
}

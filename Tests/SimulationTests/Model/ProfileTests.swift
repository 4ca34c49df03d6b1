import Testing

@testable import Simulation

/// Whom offenders see by gender.
struct ProfileTests {
  private func contacts(
    women: Double, listed: Bool = true
  ) throws -> (reached: Double, missed: Double) {
    var scenario = Scenario.busy(hours: 24)
    scenario.people.womanShare = women
    scenario.people.count = 3000
    for index in scenario.pathways.indices {
      scenario.pathways[index].seeksGender = .women
      (scenario.pathways[index].newcomers, scenario.pathways[index].persistence) = (0, 0)
    }
    if !listed { scenario.directory.lists = [.age] }
    let play = try Play(scenario)
    return (play.count(.contact), play.count(.contactMissed))
  }

  @Test func `an offender who seeks women finds none among men`() throws {
    let (reached, missed) = try contacts(women: 0)
    #expect(reached == 0 && missed > 1000)
  }

  @Test func `where genders are not listed the same share of first messages is wasted`() throws {
    let (reached, missed) = try contacts(women: 0.5, listed: false)
    // Genders are a fair coin, so half of some thousand messages reach whom they seek.
    #expect(reached + missed > 5000)
    #expect(abs(reached / (reached + missed) - 0.5) < 0.06, "\(reached) of \(reached + missed)")
  }
}

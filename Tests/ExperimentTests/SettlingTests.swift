import Testing

@testable import Experiment

@Suite struct SettlingTests {
  /// Draws whose reference has 100 contacts a day, and whose policy has a share of these.
  private func settling(_ days: Int, draws: Int = 20, _ share: (Int, Int) -> Double) -> Settling {
    let base = (0..<draws).map { _ in [Double](repeating: 100, count: days + 2) }
    let own = (0..<draws).map { draw in
      [100, 100] + (0..<days).map { 100 * share(draw, $0) }
    }
    return Settling(
      DailyCounts(own, replicates: 1, start: 48),
      against: DailyCounts(base, replicates: 1, start: 48),
      names: ("base", "x"), level: 0.95)
  }

  @Test func `thirds are whole weeks, whole days below 21, and none below 3`() {
    #expect(
      [0, 2, 3, 7, 20, 21, 30, 41, 42, 90].map(Settling.third) == [0, 0, 1, 2, 6, 7, 7, 7, 14, 28])
  }

  @Test func `an effect that is there from the first day has settled`() {
    let found = settling(7) { draw, _ in 0.6 + 0.01 * Double(draw) }
    #expect(found.isSettled == true && found.third == 2)
    #expect(found.change == 0 && found.pointsAWeek == 0)
    #expect(found.halfTime == 1)
    #expect(abs((found.last ?? 0) - 0.695) < 1e-12)
    #expect(found.days.count == 7 && found.days.allSatisfy { $0.draws == 20 })
    #expect(found.days[0].ui?.method == .prediction)
  }

  @Test func `replicates of a single draw have no limits of plausible worlds`() {
    let runs = (0..<12).map { run in [Double](repeating: 50 + Double(run), count: 5) }
    let base = DailyCounts(runs.map { $0.map { 2 * $0 } }, replicates: 12, start: 0)
    let found = Settling(
      DailyCounts(runs, replicates: 12, start: 0), against: base, names: ("base", "x"), level: 0.95)
    #expect(found.days.allSatisfy { $0.draws == 1 && $0.median == 0.5 && $0.ui == nil })
    #expect(found.isSettled == true)
  }

  @Test func `an effect that grows by three points a day still moves`() {
    let found = settling(21) { _, day in 0.9 - 0.03 * Double(day) }
    #expect(found.isSettled == false && found.third == 7)
    // A week apart: 21 points; the last third has 0.9 − 0.03 · 17 = 0.39, and half of that
    // effect, 0.695, is passed on day 8.
    #expect(abs((found.change ?? 0) + 21) < 1e-9 && abs((found.pointsAWeek ?? 0) + 21) < 1e-9)
    #expect(found.halfTime == 8)
    // The first week: 0.9 − 0.03 · 3.
    #expect(found.first.map { abs($0 - 0.81) < 1e-9 } == true)
  }

  @Test func `a point a day is no rest, though within a short window it adds up to less than two`()
  {
    let moving = settling(7) { _, day in 0.6 + 0.008 * Double(day) }
    #expect(moving.change.map { abs($0 - 1.6) < 1e-9 } == true && moving.isSettled == false)
    #expect(moving.pointsAWeek.map { abs($0 - 5.6) < 1e-9 } == true)
    #expect(settling(7) { _, day in 0.6 + 0.002 * Double(day) }.isSettled == true)
    // Over weeks the bound is two points from third to third.
    #expect(settling(42) { _, day in 0.6 + 0.001 * Double(day) }.isSettled == true)
    #expect(settling(3) { _, day in 0.6 + 0.03 * Double(day) }.pointsAWeek == nil)
  }

  @Test func `where draws disagree, or are few, nobody can tell`() {
    let split = settling(9) { draw, day in draw % 2 == 0 ? 0.5 : 0.5 - 0.03 * Double(day) }
    #expect(split.isSettled == nil && split.changeLow != nil)
    #expect(settling(9, draws: 4) { _, _ in 0.5 }.isSettled == nil)
    #expect(settling(2) { _, _ in 0.5 }.isSettled == nil)
  }

  @Test func `a small remainder that still falls by a quarter hasn't settled`() {
    let found = settling(9) { _, day in day < 6 ? 0.02 : 0.015 }
    #expect(found.change.map { abs($0 + 0.5) < 1e-9 } == true && found.isSettled == nil)
  }

  private func suggested(_ days: [Double]) -> Int? {
    WarmUp(DailyCounts([days], replicates: 1, start: 24), scenario: "a")?.suggested
  }

  @Test func `the draws watched longest alone say how long the warm-up should be`() throws {
    let days = (0..<30).map { day in day < 5 ? 10.0 : 100 }
    let short: [Double] = Array(repeating: 900, count: 8)
    let found = try #require(
      WarmUp(DailyCounts([days, short, nil, days], replicates: 1, start: 24), scenario: "a"))
    #expect(found.draws == 2 && found.contacts == days && found.suggested == 5)
    #expect(found.simulated == 1)
    let table = WarmUpTable.table(found)
    #expect(try WarmUpTable.warmUp(of: Array(table.csv.utf8)) == found)
  }

  @Test func `the warm-up is what makes the error of the rest least`() {
    let steady = (0..<40).map { day in 100 + Double((day * 7) % 5) }
    #expect(suggested(steady) == 0)
    let rising = (0..<40).map { day in day < 10 ? Double(day) * 10 : steady[day] }
    #expect(suggested(rising) == 10)
    #expect(suggested(Array(steady.prefix(19))) == nil)
    // Batches of 1, 3, 3 and 3: the error of all four is √3 / 4, and there is none of the last three.
    let step = [Double](repeating: 1, count: 5) + [Double](repeating: 3, count: 15)
    #expect(WarmUp.errors(step) == [Double(3).squareRoot() / 4, 0, 0])
  }
}

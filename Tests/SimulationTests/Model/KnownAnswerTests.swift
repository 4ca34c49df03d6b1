import CGSL
import Testing

@testable import Simulation

/// The table of known answers: that it holds what it says and would notice a wrong answer.
///
/// At full size the release build makes it (`make test`); here is one run of each setting.
struct KnownAnswerTests {
  @Test(arguments: KnownAnswers.all.indices)
  func `a family gives as many rows as it says, and its identities hold`(_ index: Int) throws {
    let family = KnownAnswers.all[index]
    let rows = try family.rows(seed: 3, runs: 1)
    #expect(rows.count == family.count && rows.allSatisfy { $0.id.hasPrefix(family.id) })
    #expect(rows.allSatisfy { $0.exact.isFinite && $0.estimate.isFinite })
    for row in rows where row.comparison == .identity {
      #expect(row.isMet, "\(row.what), \(row.setting): \(row.estimate) for \(row.exact)")
    }
  }

  @Test func `families have numbers of their own, and their rows share one level`() {
    #expect(Set(KnownAnswers.all.map(\.id)).count == KnownAnswers.all.count)
    let rows = KnownAnswers.all.reduce(0) { $0 + $1.count }
    #expect(abs(KnownAnswers.level * Double(rows) / KnownAnswers.falseAlarm - 1) < 1e-12)
  }

  /// Power: already from a few runs a wrong answer is told from the right one.
  @Test func `an answer off by a quarter is missed`() throws {
    for row in try RacingHazards.family.rows(seed: 1, runs: 12) {
      #expect(row.isMet, "\(row.what): \(row.estimate) ± \(row.halfWidth)")
      for factor in [0.75, 1.25] {
        let wrong = KnownAnswer(
          id: row.id, what: row.what, setting: row.setting, exact: factor * row.exact,
          estimate: row.estimate, halfWidth: row.halfWidth, comparison: row.comparison)
        #expect(!wrong.isMet, "\(row.what) at \(factor)")
      }
    }
  }

  private func row(
    _ estimate: Double, _ comparison: KnownAnswer.Comparison, halfWidth: Double = 0.5
  ) -> Bool {
    KnownAnswer(
      id: "V0", what: "", setting: "", exact: 2, estimate: estimate, halfWidth: halfWidth,
      comparison: comparison
    ).isMet
  }

  @Test func `a verdict looks at the side that its row is about`() {
    #expect(row(2.5, .twoSided) && !row(2.51, .twoSided) && !row(1.49, .twoSided))
    #expect(row(9, .atLeast) && row(1.5, .atLeast) && !row(1.4, .atLeast))
    #expect(row(-9, .atMost) && row(2.5, .atMost) && !row(2.6, .atMost))
    #expect(row(2, .identity, halfWidth: 0) && !row(2.000_001, .identity, halfWidth: 0))
  }

  @Test func `what no run has defined is missed`() {
    for comparison in [KnownAnswer.Comparison.twoSided, .atLeast, .atMost, .identity] {
      #expect(!row(.nan, comparison) && !row(2, comparison, halfWidth: .nan))
    }
  }

  /// Worked by hand: 30/12, residuals −2.5, 0, 2.5, error √(12.5/2·3)/12.
  @Test func `a ratio over runs has the error of its residuals`() {
    let ratio = RunRatio([(sum: 5, of: 3), (sum: 10, of: 4), (sum: 15, of: 5)])
    #expect(ratio.estimate == 2.5 && ratio.freedom == 2)
    #expect(abs(ratio.error - (6.25 * 3.0).squareRoot() / 12) < 1e-12)
    #expect(RunRatio([4.0]).error.isNaN)
  }

  @Test(arguments: [2, 5, 39, 600])
  func `Student's quantile is the library's`(_ freedom: Int) {
    for share in [0.05, 1e-3, KnownAnswers.level] {
      let own = RunRatio.studentQuantile(outside: share, freedom: freedom)
      let library = gsl_cdf_tdist_Qinv(share / 2, Double(freedom))
      #expect(abs(own / library - 1) < 1e-4, "\(share)")
    }
  }

  private func event(_ kind: Event.Kind, _ actor: Int32, at time: Double, since: Double = 0)
    -> Event
  {
    Event(
      time: time, actor: actor, target: actor, value: Float(time - since), kind: kind,
      band: .adult, harm: 0, detail: 0, flags: [])
  }

  /// Three cases at one desk, opened at 1, 2 and 3, decided at 5, 6 and 9.
  @Test func `waits are read off the events, and a case out of turn is noticed`() {
    var watch = DeskWatch(desks: 1, window: 0..<10, late: 2.5)
    for opened in 1...3 { watch.see(event(.caseOpened, Int32(opened), at: Double(opened))) }
    watch.see(event(.decision, 1, at: 5, since: 1))
    var astray = watch
    watch.see(event(.decision, 2, at: 6, since: 2))
    watch.see(event(.decision, 3, at: 9, since: 3))
    #expect(watch.other.cases == 3 && watch.other.delayed == 2)
    #expect(watch.other.hours == 6 && watch.other.late == 2)
    astray.see(event(.decision, 3, at: 6, since: 3))
    #expect(astray.other.cases.isNaN)
  }
}

import Testing

@testable import Experiment

@Suite struct CoverageTests {
  private func value(
    _ truth: Coverage.Truth, draws: Int, replicates: Int, share: Double
  ) throws -> [ValidationRow] {
    let setting = try #require(
      Coverage.all.first {
        $0 == Coverage(truth: truth, draws: draws, replicates: replicates, chanceShare: share)
      })
    return setting.rows(studies: 100, seed: 1)
  }

  @Test func `limits hold what they say, and the interval of a mean doesn't`() throws {
    for (draws, replicates, share) in [(16, 1, 0.1), (64, 2, 0), (64, 2, 0.5)] {
      let rows = try value(.normal, draws: draws, replicates: replicates, share: share)
      // 100 studies know the mean share to less than one point.
      #expect(rows[0].value > 0.92 && rows[0].value < 0.98, "\(rows[0])")
      #expect(rows[1].value < 0.6 && rows[1].bar == nil)
    }
  }

  @Test func `the bars are those of the issue`() {
    let bars = Coverage.all.filter { $0.bar != nil }
    #expect(bars.count == 5 * 5 + 3 * 4)
    #expect(bars.allSatisfy { $0.truth == .normal && ($0.draws < 40 || $0.replicates == 2) })
  }

  @Test func `designed draws know a median better than draws at random`() throws {
    let setting = try #require(DesignFactor.all.first)
    let rows = setting.rows(scrambles: 60, seed: 1)
    #expect(rows.map(\.method) == ["median", "limits"])
    #expect(rows[0].value > 1.4 && rows[0].low < rows[0].value)
  }

  @Test func `the table has a verdict only where there is a bar`() {
    let row = { (value: Double, bar: ClosedRange<Double>?) in
      ValidationRow(
        topic: .coverage, setting: "normal", draws: 64, replicates: 2, chanceShare: 0.1,
        method: "percentile", value: value, low: 0.94, high: 0.96, bar: bar)
    }
    let rows = [row(0.95, 0.935...0.965), row(0.9, 0.945...1), row(0.9, nil)]
    #expect(rows.map(\.isMet) == [true, false, nil])
    let lines = Validation.csv(rows).split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "topic,setting,draws,replicates,chance_share,method,value,low,high,bar,verdict")
    #expect(
      lines[1]
        == "coverage,normal,64,2,0.1,percentile,0.95,0.94,0.96,0.935 to 0.965,met")
    #expect(lines[2].hasSuffix("0.945 or more,missed") && lines[3].hasSuffix("0.96,,"))
    #expect(Validation.lines(rows).count == 4)
  }
}

import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct DriverTests {
  private static let columns = [OutcomeWords.headline, "other", OutcomeWords.serious].map {
    Column(name: $0, unit: "", meaning: "", better: .lower, role: .headline)
  }

  /// A baseline at 100 and two policies: a switch `s` decides which of them is the better one, a
  /// number `x` in 0…1 whether the first leaves less than the baseline; `y` does nothing, and the
  /// baseline and the second policy don't read it.
  private func data(_ draws: Int, replicates: Int = 1) throws -> (DriverData, Plan) {
    let plan = try Plan(
      study: "s",
      scenarios: ["none", "first", "second"].map { name in
        PlannedScenario(name: name == "none" ? "base" : name, text: name, reference: 0)
      },
      draws: draws, replicates: replicates, seed: 1, columns: Self.columns, drawn: ["x", "s", "y"],
      modelVersion: "1")
    var data = DriverData(plan), random = SplitMix(state: 3)
    let values = (0..<draws).map { _ in
      (x: random.uniform(), s: random.uniform() < 0.5 ? 0.0 : 1.0, y: random.uniform())
    }
    for run in plan.runs {
      let (x, s, y) = values[run.draw - 1]
      let first = 100 + 60 * (x - 0.5), second = s == 0 ? 60.0 : 140
      let value = [100, first, second][run.scenario]
      let record = RunRecord(
        values: [value, 0, value], drawn: [], observedDays: 1, events: 1, represented: 1, hash: 1)
      data.note(
        FinishedRun(run: run, outcome: .ok(record)), drawn: [x, s, run.scenario == 1 ? y : .nan])
    }
    return (data, plan)
  }

  private func rows(_ draws: Int, replicates: Int = 1) throws -> [DriverRow] {
    try data(draws, replicates: replicates).0.rows(units: ["x": "h"], level: 0.95) { _, _ in nil }
  }

  @Test func `what decides the sign and what decides the rank are told apart`() throws {
    let rows = try rows(128)
    // Two outcomes; of the first policy three parameters, of the second those that it reads.
    #expect(rows.count == 2 * (3 + 2))
    let found = rows.filter { $0.outcome == OutcomeWords.headline }
    func finding(_ policy: String, _ parameter: String) -> DriverRow.Finding? {
      found.first { $0.scenario == policy && $0.parameter == parameter }?.finding
    }
    let sign = try #require(finding("first", "x"))
    #expect(sign.share > 0.95 && sign.correlation > 0.99 && sign.isTold && sign.turnsSign)
    #expect(sign.less?.low.estimate == 1 && sign.less?.high.estimate == 0)
    // Which of the two is the better one hangs on the switch.
    let rank = try #require(finding("first", "s"))
    #expect(!rank.isTold && !rank.turnsSign && rank.turnsRank)
    #expect(rank.best?.low.estimate == 0 && rank.best?.lowValue == 0)
    #expect(rank.best?.high.estimate == 1 && rank.best?.highValue == 1)
    #expect(rank.leaders == DriverRow.Leaders(low: "second", high: "first"))
    let second = try #require(finding("second", "s"))
    #expect(second.turnsSign && second.turnsRank && second.correlation > 0.8)
    // The ends of a choice are the values at which the share is least and greatest.
    #expect(second.less?.lowValue == 1 && second.less?.highValue == 0)
    #expect(finding("second", "y") == nil)
    let idle = try #require(finding("first", "y"))
    #expect(!idle.isTold && !idle.turnsSign && !idle.turnsRank)
    #expect(
      found.first?.parameter == "x" && found.first?.unit == "h" && found.first?.baseline == "base")
  }

  @Test func `below 64 draws every parameter has its row and nothing is said`() throws {
    let rows = try rows(63)
    #expect(rows.count == 10 && rows.allSatisfy { $0.finding == nil && $0.draws == 63 })
    let table = try #require(DriverTable.table(rows))
    #expect(table.rows[0].dropFirst(6).allSatisfy { $0 == .empty })
    #expect(DriverTable.table([]) == nil)
  }

  @Test func `replicates of a draw are one effect`() throws {
    let once = try rows(64), twice = try rows(64, replicates: 2)
    #expect(once == twice)
  }

  @Test func `the table reads back`() throws {
    let rows = try rows(64), table = try #require(DriverTable.table(rows))
    #expect(try DriverTable.rows(of: Array(table.csv.utf8)) == rows)
    #expect(table.rows.allSatisfy { $0.count == table.fields.count })
    #expect(table.fields.allSatisfy { !$0.description.isEmpty })
  }

  @Test func `the ends of a number are thirds with Wilson's limits`() throws {
    let values = (0..<90).map(Double.init)
    let ends = try #require(EndShares(values.map { $0 < 30 ? 1 : 0 }, by: values, level: 0.95))
    #expect(ends.lowValue == 29 && ends.highValue == 60 && ends.turn)
    #expect(ends.low.estimate == 1 && ends.high.estimate == 0)
    // Of thirty out of thirty: 1 / (1 + 1.96² / 30).
    #expect(abs(ends.low.low - 0.886_5) < 1e-3 && abs(ends.high.high - 0.113_5) < 1e-3)
    #expect(EndShares([1, 1], by: [3, 3], level: 0.95) == nil)
    #expect(EndShares([], by: [], level: 0.95) == nil)
    let ties = try #require(EndShares(values.map { _ in 0.5 }, by: values, level: 0.95))
    #expect(!ties.turn && !ties.areApart)
  }

  @Test func `of a choice the middle value may be an end`() throws {
    let values = (0..<90).map { Double($0 % 3) }
    let ends = try #require(EndShares(values.map { $0 == 1 ? 0 : 1 }, by: values, level: 0.95))
    #expect(ends.lowValue == 1 && ends.highValue == 2 && ends.turn)
    // Where nothing differs the ends are those of the values.
    let even = try #require(EndShares(values.map { _ in 1 }, by: values, level: 0.95))
    #expect(even.lowValue == 0 && even.highValue == 2)
  }

  @Test func `equals are best together, and a draw without a value says nothing`() {
    let best = BestPolicies([("a", [1, 2, 3, .nan]), ("b", [1, 3, 2, 1])])
    #expect(best.isBest[0].prefix(3) == [1, 1, 0] && best.isBest[1].prefix(3) == [1, 0, 1])
    #expect(best.isBest.allSatisfy { $0[3].isNaN })
    #expect(BestPolicies([("a", [1])]).ends(0, by: [1], level: 0.95) == nil)
  }
}

import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct RankingTests {
  /// A plan of two outcomes; each scenario with the place of its reference and its number of draws.
  private func plan(
    _ scenarios: [(name: String, reference: Int, draws: Int?)], draws: Int, replicates: Int = 1
  ) throws -> Plan {
    try Plan(
      study: "s",
      scenarios: scenarios.map {
        PlannedScenario(name: $0.name, text: $0.name, reference: $0.reference, draws: $0.draws)
      },
      draws: draws, replicates: replicates, seed: 1,
      columns: DriverData.outcomes.map {
        Column(name: $0, unit: "", meaning: "", better: .lower, role: .headline)
      }, drawn: ["x"], modelVersion: "1")
  }

  private func data(_ plan: Plan, harm: (PlannedRun) -> Double?) -> DriverData {
    var data = DriverData(plan)
    for run in plan.runs {
      guard let value = harm(run) else {
        data.note(FinishedRun(run: run, outcome: .stopped("a limit")), drawn: [])
        continue
      }
      let record = RunRecord(
        values: [value, 2 * value], drawn: [], observedDays: 1, events: 1, represented: 1, hash: 1)
      data.note(FinishedRun(run: run, outcome: .ok(record)), drawn: [0.5])
    }
    return data
  }

  private static let three =
    [(name: "base", reference: 0, draws: Int?.none)]
    + ["a", "b"].map {
      (name: $0, reference: 0, draws: Int?.none)
    }

  /// Four draws by hand, twice: harm of the baseline 10, 20, 10, 40; of a 5, 20, 8, 50; of b 6, 10, 8, 40.
  private static let harms = [[10.0, 20, 10, 40], [5, 20, 8, 50], [6, 10, 8, 40]]

  @Test func `who is best and what is regretted is what one finds by hand`() throws {
    let data = data(try plan(Self.three, draws: 8)) {
      Self.harms[$0.scenario][($0.draw - 1) % 4]
    }
    let rows = data.ranking(level: 0.95)
    #expect(rows.map(\.scenario) == ["base", "a", "b", "base", "a", "b"])
    #expect(rows.allSatisfy { $0.baseline == "base" && $0.draws == 8 })
    let found = try rows.prefix(3).map { try #require($0.finding) }
    // The baseline is best in the fourth draw, with b; a in the first and, with b, in the third.
    #expect(found.map(\.best.estimate) == [0.25, 0.5, 0.75])
    // Regrets: 5/10, 10/20, 2/10, 0; 0, 10/20, 0, 10/40; 1/10, 0, 0, 0.
    let means = [0.3, 0.187_5, 0.025], medians = [0.35, 0.125, 0], greatest = [0.5, 0.5, 0.1]
    for (place, one) in found.enumerated() {
      #expect(abs(one.regretMean - means[place]) < 1e-12)
      #expect(abs(one.regretMedian - medians[place]) < 1e-12)
      #expect(abs(one.regretMax - greatest[place]) < 1e-12)
      #expect(one.regretHigh == nil)
    }
    // Wilson's limits of two in eight.
    #expect(abs(found[0].best.low - 0.071_5) < 1e-3 && abs(found[0].best.high - 0.590_7) < 1e-3)
    // Regret is a share, so that twice the harm has the same.
    #expect(rows.suffix(3).map(\.finding) == found)
  }

  @Test func `the quantile of regret is there from nineteen draws on`() throws {
    for (draws, isThere) in [(18, false), (19, true), (39, true)] {
      let data = data(try plan(Self.three, draws: draws)) { run in
        run.scenario == 0 ? 100 : run.scenario == 1 ? 50 : 50 + Double(run.draw)
      }
      let last = try #require(data.ranking(level: 0.95)[2].finding)
      #expect((last.regretHigh != nil) == isThere)
      // Type 6: at 0.95 · (D + 1) of D draws in order, here 0.01 apart.
      if let high = last.regretHigh { #expect(abs(high - 0.009_5 * Double(draws + 1)) < 1e-9) }
    }
  }

  @Test func `below eight draws the rows are there and say nothing`() throws {
    let data = data(try plan(Self.three, draws: 7)) { Double($0.draw + $0.scenario) }
    let rows = data.ranking(level: 0.95), table = try #require(RankingTable.table(rows))
    #expect(rows.count == 6 && rows.allSatisfy { $0.finding == nil && $0.draws == 7 })
    #expect(table.rows.allSatisfy { $0.dropFirst(4).allSatisfy { $0 == .empty } })
    #expect(RankingTable.table([]) == nil)
  }

  @Test func `only draws that all options have are counted`() throws {
    var scenarios = Self.three
    scenarios[2].draws = 12
    let fewer = data(try plan(scenarios, draws: 20)) { run in
      // Without harm there is nothing to regret a share of; a stopped run is no value.
      if run.scenario == 0, run.draw == 3 { return 0 }
      if run.scenario == 1, run.draw == 5 { return nil }
      return Double(10 - run.scenario)
    }
    #expect(fewer.ranking(level: 0.95).allSatisfy { $0.draws == 10 && $0.finding != nil })
    // A draw with a stopped replicate is left out as a whole.
    let twice = data(try plan(Self.three, draws: 9, replicates: 2)) { run in
      run.scenario == 2 && run.draw == 4 && run.replicate == 2 ? nil : Double(10 + run.replicate)
    }
    #expect(twice.ranking(level: 0.95).allSatisfy { $0.draws == 8 })
    #expect(twice.ranking(level: 0.95).allSatisfy { $0.finding?.best.estimate == 1 })
  }

  @Test func `options are those of the first reference, and one alternative is no choice`() throws {
    let pair = data(try plan(Array(Self.three.prefix(2)), draws: 8)) { _ in 1 }
    #expect(pair.ranking(level: 0.95).isEmpty)
    let worlds = Self.three + [("other", 3, nil), ("c", 3, nil)]
    let both = data(try plan(worlds, draws: 8)) { Double(9 - $0.scenario) }
    let rows = both.ranking(level: 0.95)
    #expect(rows.map(\.scenario) == ["base", "a", "b", "base", "a", "b"])
    #expect(rows[2].finding?.best.estimate == 1)
  }

  @Test func `the table reads back, and every column is described`() throws {
    let data = data(try plan(Self.three, draws: 24)) { Double($0.draw + 3 * $0.scenario % 5) }
    let rows = data.ranking(level: 0.9), table = try #require(RankingTable.table(rows))
    #expect(try RankingTable.rows(of: Array(table.csv.utf8)) == rows)
    #expect(table.rows.allSatisfy { $0.count == table.fields.count })
    #expect(table.fields.allSatisfy { !$0.description.isEmpty })
    #expect(table.description.contains("the baseline's harm is 0"))
  }
}

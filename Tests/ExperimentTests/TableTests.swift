import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct TableTests {
  /// A plan with one outcome, and runs that hold given values.
  func runs(
    _ values: [[Double]], counts: [[Double]]? = nil, better: Column.Better = .lower,
    unit: String = "per month", hashes: [[UInt64]]? = nil
  ) throws -> (plan: Plan, runs: [FinishedRun]) {
    var columns = [
      Column(
        name: "harm", unit: unit, meaning: "Harm.", better: better, role: .harm,
        events: counts == nil ? nil : "harm_events")
    ]
    if counts != nil {
      columns.append(
        Column(
          name: "harm_events", unit: "events", meaning: "Harms.", better: better, role: .context))
    }
    let plan = try Plan(
      study: "s",
      scenarios: values.indices.map {
        PlannedScenario(name: "s\($0)", text: "\($0)", reference: 0)
      },
      draws: 1, replicates: values[0].count, seed: 1, columns: columns, modelVersion: "1")
    let runs = plan.runs.map { run in
      FinishedRun(
        run: run,
        outcome: .ok(
          RunRecord(
            values: [values[run.scenario][run.replicate - 1]]
              + (counts.map { [$0[run.scenario][run.replicate - 1]] } ?? []), drawn: [],
            observedDays: 1, events: 0, represented: 0,
            hash: hashes?[run.scenario][run.replicate - 1] ?? 0)))
    }
    return (plan, runs)
  }

  @Test func `the headers are those of the interface`() throws {
    let plan = try FakeModel.plan()
    func header(_ table: Table) -> String { table.fields.map(\.name).joined(separator: ", ") }
    #expect(
      header(RunTable.table(plan, units: [:]))
        == "run_id, point_id, scenario, draw, replicate, seed, run_key, minor_share, status, "
        + "observed_d, contacts_per_1000, meetings, refused, delay_h, events, represented_events, run_hash"
    )
    #expect(
      header(Summary.table([]))
        == "scenario, point_id, period, outcome, unit, draws, replicates, median, mean, sd, ui_low, "
        + "ui_high, ui_level, ui_method, ui_low_from, ui_low_to, ui_high_from, ui_high_to, "
        + "ui_holds_chance, chance_share, mc_low, mc_high")
    #expect(
      header(Differences.table([]))
        == "baseline, scenario, period, outcome, unit, draws, pairs, diff_median, diff_ui_low, "
        + "diff_ui_high, ratio_median, ratio_ui_low, ratio_ui_high, ui_level, ui_method, "
        + "ui_low_from, ui_low_to, ui_high_from, ui_high_to, ui_holds_chance, chance_share, mc_low, "
        + "mc_high, diff_mc_low, diff_mc_high, diff_ui_method, draws_without_ratio, "
        + "p_less, p_less_low, p_less_high, clear, settled, simultaneous, correlation"
    )
    #expect(
      header(ParameterRow.table([])) == "key, value, unit, default, low, high, source, set_in")
  }

  @Test func `a row of runs says everything in order`() throws {
    let plan = try FakeModel.plan(names: ["none"])
    let record = RunRecord(
      values: [1.5, 0, 2, .nan], drawn: [0.125], observedDays: 7, events: 12, represented: 99,
      hash: 0xabc)
    let finished = FinishedRun(run: plan.runs[3], outcome: .ok(record))
    let key = RunKey(high: 0x0123_4567_89ab_cdef, low: 1)
    let row = RunTable.row(finished, drawn: [0.125], key: key, plan: plan)
    let line = CSV.line(row)
    #expect(
      line
        == "4,1,baseline,4,1,7,k0123456789ab,0.125,ok,7.0,1.5,0.0,2.0,,12,99,h0000000000000abc\n")
  }

  @Test func `a summary has the numbers worked out on paper`() throws {
    let (plan, runs) = try runs([[11, 12, 13, .nan]])
    let text = Summary.table(Summary.rows(runs, plan: plan, level: 0.95)).csv
    let row = try #require(try CSV.rows(of: Array(text.utf8)).last)
    // Mean 12, deviation 1, t(2) = 4.302652729749464 over the root of 3.
    let half = 4.302_652_729_749_464 / 3.0.squareRoot()
    #expect(Array(row[0...4]) == ["s0", "1", "window", "harm", "per month"])
    #expect(Array(row[5...13]) == ["1", "3", "12.0", "12.0", "1.0", "", "", "0.95", ""])
    #expect(agree(Double(row[20]), 12 - half) && agree(Double(row[21]), 12 + half))
  }

  @Test func `an interval ends at the outcome's own limits`() throws {
    let (plan, runs) = try runs([[1, 2, 3, .nan]])
    let half = 4.302_652_729_749_464 / 3.0.squareRoot()
    let count = try #require(Summary.rows(runs, plan: plan, level: 0.95).first)
    #expect(count.interval?.low == 0 && agree(count.interval?.high, 2 + half))
    let shares = try self.runs([[0.8, 0.9, 1]], unit: "share")
    let share = try #require(Summary.rows(shares.runs, plan: shares.plan, level: 0.95).first)
    #expect(share.interval?.high == 1 && (share.interval?.low ?? 0) < 0.8)
  }

  @Test func `what a policy adds to nothing isn't negative, and takes from all isn't positive`()
    throws
  {
    func interval(_ values: [[Double]], unit: String) throws -> Interval? {
      let (plan, runs) = try self.runs(values, unit: unit)
      return Differences.rows(runs, plan: plan, level: 0.95, simultaneous: false)[0].interval
    }
    let added = try interval([[0, 0, 0], [1, 0, 5]], unit: "per month")
    #expect(added?.low == 0 && added?.estimate == 2 && (added?.high ?? 0) > 5)
    let taken = try interval([[1, 0.5, 5], [0, 0, 0]], unit: "per month")
    #expect(taken?.high == 0 && (taken?.low ?? 0) < -5)
    let both = try interval([[1, 9, 5], [2, 2, 9]], unit: "per month")
    #expect((both?.low ?? 0) < -5 && (both?.high ?? 0) > 5)
    let shares = try interval([[0.1, 0.9], [0.9, 0.1]], unit: "share")
    #expect(shares?.low == -1 && shares?.high == 1)
  }

  @Test func `none left is a ratio of 0, of a single pair too, and comes back from the table`()
    throws
  {
    func row(_ values: [[Double]]) throws -> DifferenceRow {
      let (plan, runs) = try self.runs(values)
      let rows = Differences.rows(runs, plan: plan, level: 0.95, simultaneous: false)
      let back = try Differences.rows(of: Array(Differences.table(rows).csv.utf8))
      #expect(
        back[0].ratioEstimate == rows[0].ratioEstimate && back[0].interval == rows[0].interval)
      return rows[0]
    }
    #expect(try row([[4, 8], [0, 0]]).ratio == Interval(estimate: 0, low: 0, high: 0))
    #expect(try row([[4, 8], [0, 6]]).ratio?.estimate == 0.5)
    #expect(try row([[4, 8], [2, 4]]).ratio?.estimate == 0.5)
    #expect(try row([[4, 0], [2, 4]]).ratio == nil)
    let one = try row([[4], [3]])
    #expect(one.ratio == nil && one.ratioEstimate == 0.75)
    #expect(try row([[0], [3]]).ratioEstimate == nil)
  }

  @Test func `a scenario whose runs are all the reference's is said to act on nothing`() throws {
    func idle(_ hashes: [[UInt64]]) throws -> [String] {
      let (plan, runs) = try self.runs(hashes.map { $0.map { _ in 1 } }, hashes: hashes)
      return try results(plan, runs).idle
    }
    #expect(try idle([[1, 2], [1, 2], [1, 3]]) == ["s1"])
    let (plan, _) = try runs([[1], [1]])
    #expect(try results(plan, []).idle == [])
  }

  /// What a study says whose runs end as given; a run that isn't given fails.
  func results(
    _ plan: Plan, _ runs: [FinishedRun],
    settle: @escaping @Sendable (RunRecord, RunRecord) -> RunRecord = { record, _ in record }
  ) throws -> Study.Results {
    var results: Study.Results?
    try withFolder { folder in
      var study = FakeModel.study(plan, in: folder)
      study.settle = settle
      let ending = try study.run(with: Replication(jobs: 1)) { run, _ in
        guard let record = runs.first(where: { $0.run == run })?.outcome.record else {
          throw RunStopped(reason: "x")
        }
        return record
      }
      if case .finished(let found) = ending { results = found }
    }
    return try #require(results)
  }

  @Test func `one replicate has a mean and no interval`() throws {
    let (plan, runs) = try runs([[5]])
    let text = Summary.table(Summary.rows(runs, plan: plan, level: 0.95)).csv
    #expect(text.hasSuffix("s0,1,window,harm,per month,1,1,5.0,5.0,,,,0.95,,,,,,,,,\n"))
  }

  @Test func `a constant difference is exact and an undefined pair is left out`() throws {
    let (plan, runs) = try runs([[4, 8, .nan, 16], [2, 6, 3, 14]])
    let rows = Differences.rows(runs, plan: plan, level: 0.95, simultaneous: false)
    #expect(rows.count == 1)
    #expect(rows[0].pairs == 3)
    #expect(rows[0].interval == Interval(estimate: -2, low: -2, high: -2))
    #expect(agree(rows[0].estimate?.correlation, 1))
    // With a single draw the effect is the ratio of the means, and its error that of the logarithms.
    #expect(agree(rows[0].ratio?.estimate, 22.0 / 28))
    #expect(agree(rows[0].estimate?.mc?.estimate, pow(2.0 / 4 * 6 / 8 * 14 / 16, 1.0 / 3)))
  }

  @Test func `rare outcomes are compared from five events on`() throws {
    // Rates of forty: their sum says nothing of how many events there were.
    let rates: [[Double]] = [[40, 0, 80], [40, 0, 40]]
    let few = try runs(rates, counts: [[1, 0, 2], [1, 0, 0]])
    let enough = try runs([[0.1, 0, 0.2], [0.1, 0, 0.1]], counts: [[1, 0, 2], [1, 0, 1]])
    let hidden = Differences.rows(few.runs, plan: few.plan, level: 0.95, simultaneous: false)
    let shown = Differences.rows(enough.runs, plan: enough.plan, level: 0.95, simultaneous: false)
    #expect(hidden[0].difference == nil && hidden[0].interval == nil)
    #expect(
      Differences.table([hidden[0]]).csv.hasSuffix(
        "0,3,,,,,,,0.95,,,,,,,,,,,,,0,,,,false,,false,\n")
    )
    #expect(agree(shown[0].difference, -0.1 / 3))
    #expect(shown[0].ratio == nil)
  }

  @Test func `simultaneous intervals are wider and hold for each compared scenario`() throws {
    let (plan, runs) = try runs([[1, 2, 3, 5], [2, 3, 3, 9], [1, 1, 1, 1]])
    let alone = Differences.rows(runs, plan: plan, level: 0.95, simultaneous: false)
    let together = Differences.rows(runs, plan: plan, level: 0.95, simultaneous: true)
    let strict = Differences.rows(runs, plan: plan, level: 0.975, simultaneous: false)
    #expect(together.map(\.interval) == strict.map(\.interval))
    for (one, other) in zip(alone, together) {
      let (narrow, wide) = (try #require(one.interval), try #require(other.interval))
      #expect(wide.low < narrow.low && narrow.high < wide.high)
    }
  }

  @Test func `fewer than eight pairs bring one warning for each scenario`() throws {
    let few = try runs([[1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 9]])
    let enough = try runs([[1, 2, 3, 4, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 9, 8]])
    func warnings(_ study: (plan: Plan, runs: [FinishedRun])) -> [String] {
      Differences.warnings(
        Differences.rows(study.runs, plan: study.plan, level: 0.95, simultaneous: false))
    }
    #expect(
      warnings(few) == [
        "s1: only 7 pairs in harm; below 8 the limits are those of "
          + "the runs made, and plausible worlds lie beyond"
      ])
    #expect(
      warnings(try runs([[1], [2]])) == [
        "s1: only 1 pair in harm; below 8 the limits are those of "
          + "the runs made, and plausible worlds lie beyond"
      ]
    )
    #expect(warnings(enough) == [])
  }

  @Test func `records are settled against the reference of the same replicate`() throws {
    let (plan, runs) = try runs([[10, 20], [1, 2], [3, 4]])
    let settled = try results(plan, runs) { record, reference in
      var record = record
      record.values[0] += 100 * reference.values[0]
      return record
    }
    #expect(settled.summary.map(\.mean) == [1515, 1501.5, 1503.5])
  }

  @Test func `without its reference a record can't be settled and is empty`() throws {
    let (plan, runs) = try runs([[10, 20], [1, 2]])
    let found = try results(plan, Array(runs.dropFirst()))
    #expect(found.failures.map(\.run.id) == [1])
    #expect(found.summary.map { $0.estimate?.replicates } == [1, 1])
    #expect(found.summary[1].mean == 2)
  }
}

extension Summary {
  /// The rows of all scenarios of some runs.
  static func rows(_ runs: [FinishedRun], plan: Plan, level: Double) -> [SummaryRow] {
    plan.scenarios.indices.flatMap {
      rows(Replicates(runs, of: $0, plan: plan), scenario: $0, plan: plan, level: level)
    }
  }
}

extension Differences {
  /// The rows of all scenarios but the first.
  static func rows(
    _ runs: [FinishedRun], plan: Plan, level: Double, simultaneous: Bool
  ) -> [DifferenceRow] {
    plan.scenarios.indices.dropFirst().flatMap {
      rows(
        Replicates(runs, of: $0, plan: plan), against: Replicates(runs, of: 0, plan: plan),
        scenario: $0, plan: plan, level: level, simultaneous: simultaneous)
    }
  }
}

extension Replicates {
  init(_ runs: [FinishedRun], of scenario: Int, plan: Plan) {
    let own = runs.filter { $0.run.scenario == scenario }
    self.init(rows: own.map { $0.outcome.record?.values }, replicates: plan.replicates)
  }
}

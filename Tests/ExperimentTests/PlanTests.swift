import Simulation
import Testing

@testable import Experiment

@Suite struct PlanTests {
  @Test func `runs interleave the scenarios of each draw`() throws {
    let plan = try FakeModel.plan(replicates: 2)
    #expect(plan.runs.map(\.id) == [1, 2, 3, 4, 5, 6])
    #expect(plan.runs.map(\.scenario) == [0, 1, 2, 0, 1, 2])
    #expect(plan.runs.map(\.draw) == [1, 1, 1, 2, 2, 2])
    #expect(plan.count == 6)
  }

  /// Three scenarios with 3, 1 and 2 draws of two replicates, unless said otherwise.
  private func uneven(_ draws: [Int?] = [nil, 1, 2]) throws -> Plan {
    try Plan(
      study: "uneven",
      scenarios: zip(["base", "one", "two"], draws).map { name, draws in
        PlannedScenario(name: name, text: name, reference: 0, draws: draws)
      },
      draws: 3, replicates: 2, seed: 7, columns: FakeModel.columns, modelVersion: "1")
  }

  @Test func `a scenario may have fewer draws, and every run is found again`() throws {
    let plan = try uneven()
    #expect(plan.count == 12 && plan.runs.map(\.id) == Array(1...12))
    #expect(plan.runs.map(\.draw) == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3])
    #expect(plan.runs.map(\.scenario) == [0, 1, 2, 0, 1, 2, 0, 2, 0, 2, 0, 0])
    #expect(plan.runs.map(\.replicate) == [1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 1, 2])
    for (place, run) in plan.runs.enumerated() {
      #expect(
        plan.runs.index(scenario: run.scenario, draw: run.draw, replicate: run.replicate) == place)
      let reference = plan.runs[plan.reference(of: run)]
      #expect(reference.scenario == 0 && reference.draw == run.draw)
    }
    #expect(plan.runs.index(scenario: 1, draw: 2, replicate: 1) == nil)
    #expect(plan.runs.index(scenario: 0, draw: 4, replicate: 1) == nil)
    #expect(try uneven([nil, 1, 3]).digest != plan.digest)
  }

  @Test func `echoes are second replicates of draws 1 to 16 and every fourth after`() throws {
    let plan = try Plan(
      study: "echoes",
      scenarios: [("base", nil), ("one", 18)].map { name, draws in
        PlannedScenario(name: name, text: name, reference: 0, draws: draws)
      },
      draws: 30, replicates: 1, echoes: true, seed: 7, columns: FakeModel.columns,
      drawn: ["minor_share"], modelVersion: "1")
    let base = plan.runs.filter { $0.scenario == 0 }, own = plan.runs.filter { $0.scenario == 1 }
    let echoes = Array(1...16) + [20, 24, 28]
    #expect(base.filter { $0.replicate == 2 }.map(\.draw) == echoes)
    #expect(base.filter { $0.replicate == 1 }.map(\.draw) == Array(1...30))
    #expect(own.count == 34 && own.last?.draw == 18 && plan.runsOfEach == base.count)
    for (place, run) in plan.runs.enumerated() {
      #expect(
        plan.runs.index(scenario: run.scenario, draw: run.draw, replicate: run.replicate) == place)
      #expect(run.id == place + 1)
    }
    #expect(plan.runs.index(scenario: 0, draw: 17, replicate: 2) == nil)
    #expect(plan.replicates == 2)
  }

  @Test(arguments: [[2, 3, 1], [3, 0, 1], [3, 4, 1]])
  func `more draws than the reference, or than there are, are refused`(draws: [Int]) {
    #expect(throws: PlanProblem.self) { try uneven(draws) }
  }

  @Test func `the digest depends on everything that decides a result`() throws {
    let plan = try FakeModel.plan()
    let others = [
      try FakeModel.plan(replicates: 7), try FakeModel.plan(seed: 8),
      try FakeModel.plan(names: ["none", "phone"]), try FakeModel.plan(text: "people: 11"),
      try FakeModel.plan(version: "1.0.1"), try FakeModel.plan(drawn: []),
    ]
    let digests = ([plan] + others).map(\.digest)
    #expect(Set(digests).count == digests.count)
    #expect(try FakeModel.plan().digest == plan.digest)
    #expect(plan.digest.utf8.count == 64)
  }

  @Test func `seeds end below 2 to the power of 53`() throws {
    #expect(try FakeModel.plan(seed: (1 << 53) - 1).seed == 9_007_199_254_740_991)
    #expect(throws: PlanProblem.self) { try FakeModel.plan(seed: 1 << 53) }
  }

  @Test(arguments: [["a", "a"], [""], ["a\nb"], ["NaN"], ["null"], []])
  func `names that tables can't carry are refused`(names: [String]) {
    #expect(throws: PlanProblem.self) { try FakeModel.plan(names: names) }
  }

  @Test(arguments: [0, -1, Int.max, 4_000_000, 1_000_001])
  func `a number of replicates that can't be run is refused`(replicates: Int) {
    #expect(throws: PlanProblem.self) { try FakeModel.plan(replicates: replicates) }
  }

  @Test(arguments: [["seed"], ["status"], ["run_hash"], ["meetings"], ["a", "a"], [""]])
  func `a drawn parameter can't take another column's name`(drawn: [String]) {
    #expect(throws: PlanProblem.self) { try FakeModel.plan(drawn: drawn) }
  }

  @Test func `columns that differ in case alone are refused`() {
    #expect(throws: PlanProblem.self) { try FakeModel.plan(drawn: ["people_a", "people_A"]) }
    #expect(throws: PlanProblem.self) { try FakeModel.plan(drawn: ["Meetings"]) }
  }

  @Test func `a record that doesn't fit the plan is told apart`() throws {
    let plan = try FakeModel.plan()
    var record = FakeModel.simulate(plan.runs[0], plan)
    #expect(plan.problem(in: record) == nil)
    record.values[1] = .infinity
    #expect(plan.problem(in: record) == "meetings is infinite")
    record.values.removeLast()
    #expect(plan.problem(in: record) == "3 outcomes where the plan has 4")
  }
}

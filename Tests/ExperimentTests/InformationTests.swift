import Foundation
import Schema
import Simulation
import Testing

@testable import Experiment

@Suite struct InformationTests {
  /// Draws of a standard normal parameter, designed as a study's are.
  private func normal(_ path: String, _ draws: Int) -> [Double] {
    let law = Law.normal(mean: 0, sd: 1)
    return (1...draws).map {
      law.quantile(parameterUniform(seed: 11, draw: UInt64($0), path: path))
    }
  }

  /// A reference with a harm of 1 and one alternative whose net benefit against it is given.
  private func options(_ benefit: [Double]) -> OptionHarms {
    OptionHarms([
      ("none", benefit.map { _ in 1 }), ("policy", benefit.map { 1 - $0 }),
    ])
  }

  private static let root = (2 * Double.pi).squareRoot()

  @Test func `a parameter that adds a normal benefit is worth its deviation over the root of 2π`()
    throws
  {
    let draws = 4_000, first = normal("a", draws), second = normal("b", draws)
    let noise = normal("noise", draws), idle = normal("idle", draws)
    let benefit = (0..<draws).map { first[$0] + second[$0] + 0.5 * noise[$0] }
    let found = try #require(
      Information.found(
        options(benefit), on: [("idle", idle), ("a", first), ("b", second)], seed: 1))
    // E max(0, Z) = σ/√(2π): σ is 1 of a parameter, 1.5 of all with the noise.
    #expect(found.draws == draws && abs(found.evpi - 1.5 / Self.root) < 0.02)
    let worths = Dictionary(uniqueKeysWithValues: found.inputs.map { ($0.name, $0) })
    for name in ["a", "b"] {
      let input = try #require(worths[name])
      #expect(abs(input.evppi - 1 / Self.root) < 0.02, "\(input.evppi)")
      #expect(input.evppi > found.bound)
      #expect(input.leaders == DriverRow.Leaders(low: "none", high: "policy"))
    }
    let inert = try #require(worths["idle"])
    #expect(inert.evppi <= found.bound && found.bound < 0.1, "\(inert.evppi) \(found.bound)")
    #expect(found.inputs.last?.name == "idle")
    #expect(found.inputs.allSatisfy { $0.evppi <= found.evpi })
  }

  @Test func `a benefit that bends is followed, whatever law the parameter has`() throws {
    // φ lognormal; benefit min(φ, 2) − 1 on average given φ.
    let draws = 4_000, score = normal("a", draws), noise = normal("noise", draws)
    let values = score.map { exp(1.5 * $0) }
    let given = values.map { min($0, 2) - 1 }
    let benefit = zip(given, noise).map { $0 + $1 }
    let found = try #require(Information.found(options(benefit), on: [("a", values)], seed: 1))
    let mean = benefit.reduce(0, +) / Double(draws)
    let exact = given.reduce(0) { $0 + max(0, $1) } / Double(draws) - max(0, mean)
    #expect(abs(found.inputs[0].evppi - exact) < 0.02, "\(found.inputs[0].evppi) \(exact)")
  }

  @Test func `of a choice the worth is that of its groups' means, exactly`() throws {
    let draws = 1_200, benefits = [-1.0, 0.5, 2]
    let values = (0..<draws).map { [0.0, 0, 0, 1, 1, 2][$0 % 6] }
    // Within each group ± 3 in equal parts, so that its mean is as above.
    let benefit = (0..<draws).map {
      benefits[Int(values[$0])] + (($0 / 6).isMultiple(of: 2) ? 3 : -3)
    }
    let found = try #require(Information.found(options(benefit), on: [("c", values)], seed: 1))
    // Of six draws two have 0.5 and one 2: 3/6 where the choice is known; the mean of all is 0.
    #expect(abs(found.inputs[0].evppi - 0.5) < 1e-12)
    #expect(found.inputs[0].leaders == DriverRow.Leaders(low: "none", high: "policy"))
    #expect(abs(found.evpi - (3 * 2 + 2 * 3.5 + 1 * 5) / 12) < 1e-12)
  }

  @Test func `parameters of offenders are no inputs`() throws {
    let draws = 1_000, values = normal("a", draws)
    let names = ["offenders_solicitor_share", "pathways_solicitation_contacts", "people_share"]
    let answer = "pathways_solicitation_stages_contact_next_report"
    #expect(!OffenderInputs.hold(column: answer) && OffenderInputs.hold(column: names[1]))
    let found = try #require(
      Information.found(options(values), on: names.map { ($0, values) }, seed: 1))
    #expect(found.inputs.map(\.name) == ["people_share"])
    #expect(
      Information.found(options(values), on: names.prefix(2).map { ($0, values) }, seed: 1) == nil)
    // By path and by column it is said of the same parameters.
    var left = 0
    for entry in catalogue(of: Scenario.self) {
      let path = entry.path.replacing("[]", with: ".name")
      let isHeld = OffenderInputs.hold(path: path)
      #expect(OffenderInputs.hold(column: Plan.column(of: path)) == isHeld, "\(path)")
      left += isHeld ? 1 : 0
    }
    #expect(left > 10)
  }

  @Test func `nothing is said of few draws, of one that never varies, or without harm`() throws {
    let values = normal("a", 1_000)
    let short = Array(values.dropLast()), flat = values.map { _ in 1.0 }
    #expect(Information.found(options(short), on: [("a", short)], seed: 1) == nil)
    #expect(Information.found(options(values), on: [("a", flat)], seed: 1) == nil)
    #expect(Information.found(options(values), on: [], seed: 1) == nil)
    let none = OptionHarms([("none", flat.map { _ in 0 }), ("a", flat)])
    #expect(Information.found(none, on: [("a", values)], seed: 1) == nil)
    // Two values of which one is rare, and seven, too few for all pieces of the spline.
    let rare = values.indices.map { $0 == 3 ? 1.0 : 0 },
      seven = values.indices.map { Double($0 % 7) }
    #expect(Information.found(options(values), on: [("a", rare)], seed: 1)?.inputs.count == 1)
    #expect(Information.found(options(values), on: [("a", seven)], seed: 1)?.inputs.count == 1)
  }

  @Test func `a fit is a projection: fitted again it stays, and what it leaves has no mean`() throws
  {
    let values = normal("a", 500), outcome = normal("b", 500)
    for input in [values, values.map { $0.rounded() }, values.map { $0 < 0 ? 0.0 : 1 }] {
      let basis = try #require(Regression(input)), fit = basis.fitted(outcome)
      #expect(zip(basis.fitted(fit), fit).allSatisfy { abs($0 - $1) < 1e-10 })
      #expect(abs(zip(outcome, fit).reduce(0) { $0 + $1.0 - $1.1 }) < 1e-9)
    }
    #expect(Regression([1, 1, 1]) == nil && Regression([]) == nil)
    #expect(Regression([1, 2, 3])?.fitted([5, 7, 9]) == [5, 7, 9])
  }
}

@Suite struct InformationTableTests {
  /// A baseline and two policies; a switch decides which of them is the better one. Of two parameters of
  /// offenders and another one nothing comes.
  private func rows(_ draws: Int) throws -> [InformationRow] {
    let plan = try Plan(
      study: "s",
      scenarios: ["base", "first", "second"].map {
        PlannedScenario(name: $0, text: $0, reference: 0)
      },
      draws: draws, replicates: 1, seed: 1,
      columns: DriverData.outcomes.map {
        Column(name: $0, unit: "", meaning: "", better: .lower, role: .headline)
      }, drawn: ["s", "offenders_a_share", "y"], modelVersion: "1")
    var data = DriverData(plan), random = SplitMix(state: 3)
    let values = (0..<draws).map { ($0 % 4 == 0 ? 1.0 : 0, random.uniform(), random.uniform()) }
    for run in plan.runs {
      let (s, z, y) = values[run.draw - 1]
      let value = [100, s == 1 ? 20.0 : 60, s == 1 ? 80 : 50][run.scenario]
      let record = RunRecord(
        values: [value, value], drawn: [], observedDays: 1, events: 1, represented: 1, hash: 1)
      // Only the second policy reads the switch.
      data.note(
        FinishedRun(run: run, outcome: .ok(record)),
        drawn: [run.scenario == 2 ? s : .nan, z, y])
    }
    return data.information(units: ["y": "h"])
  }

  @Test func `a switch that decides which policy is better is worth what it saves`() throws {
    let rows = try rows(1_000)
    #expect(rows.map(\.parameter) == ["s", "y", "s", "y"] && rows.map(\.rank) == [1, 2, 1, 2])
    // Mean harm 50 of the first, 57.5 of the second; 42.5 for who knows the switch.
    #expect(abs(rows[0].evppi - 0.075) < 1e-12 && abs(rows[0].evpi - 0.075) < 1e-12)
    #expect(rows[0].isTold && rows[0].turnsChoice && rows[0].leader == "first")
    #expect(rows[0].leaders == DriverRow.Leaders(low: "second", high: "first"))
    #expect(!rows[1].isTold && rows[1].unit == "h" && rows[1].draws == 1_000)
  }

  @Test func `the table is there from a thousand draws on and reads back`() throws {
    #expect(try rows(999).isEmpty && InformationTable.table([]) == nil)
    let rows = try rows(1_000), table = try #require(InformationTable.table(rows))
    #expect(try InformationTable.rows(of: Array(table.csv.utf8)) == rows)
    #expect(table.rows.allSatisfy { $0.count == table.fields.count })
    #expect(table.fields.allSatisfy { !$0.description.isEmpty })
    #expect(table.description.contains("What offenders are and do is not"))
  }
}

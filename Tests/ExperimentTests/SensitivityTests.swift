import Schema
import Simulation
import Testing

@testable import Experiment

@Suite struct SensitivityTests {
  @Test(arguments: TestFunction.all.map(\.name))
  func `indices of functions are the exact ones`(name: String) throws {
    let function = try #require(TestFunction.all.first { $0.name == name })
    let found = function.indices(rows: 4_096, seed: 3).found
    for (own, exact) in zip(found, function.exact) {
      // Three times the half-width: one in a thousand would lie outside for each.
      let first = (own.first.high - own.first.low) / 2, total = (own.total.high - own.total.low) / 2
      #expect(abs(own.first.estimate - exact.first) < 1.7 * first + 1e-4)
      #expect(abs(own.total.estimate - exact.total) < 1.7 * total + 1e-4)
      #expect(abs(own.total.estimate - exact.total) < 0.02)
    }
    // Nothing else takes part: exactly nothing.
    for rest in found.dropFirst(function.inputs.count) {
      #expect(rest.first == Interval(estimate: 0, low: 0, high: 0) && rest.total == rest.first)
    }
  }

  @Test func `limits hold the exact index in about nineteen of twenty samples`() {
    let function = TestFunction.ishigami
    var held = 0, all = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let found = function.indices(rows: 256, seed: seed).found
      for (own, exact) in zip(found, function.exact) {
        held += own.first.contains(exact.first) ? 1 : 0
        held += own.total.contains(exact.total) ? 1 : 0
        all += 2
      }
    }
    // Rows of the sequence are more even than rows at random, so that limits are on the wide side.
    #expect(Double(held) / Double(all) > 0.93, "\(held) of \(all)")
  }

  @Test func `effects of a straight function are its slopes, and it has no sigma`() throws {
    let sample = Sample(.morris, inputs: ["a", "b", "c"], rows: 12, seed: 5)
    let points = (0..<sample.count).map(sample.point)
    // The levels lie in the middles of four parts: a step of 2/3 of the grid moves a quantile by 1/2.
    let values = points.map { 4 * $0.quantiles[0] - 2 * $0.quantiles[1] }
    let found = Sensitivities(sample, points, values, level: 0.95)
    #expect(found.rows == 12 && found.inputs.count == 4)
    for (own, slope) in zip(found.inputs, [4.0, -2, 0, 0]) {
      let mu = own[0].value.estimate, size = own[1].value.estimate, sigma = own[2].value.estimate
      #expect(abs(mu - slope * 0.75) < 1e-12 && abs(size - abs(slope) * 0.75) < 1e-12)
      #expect(sigma < 1e-12)
    }
    for row in 0..<12 {
      let own = points[(row * 5)..<(row * 5 + 5)]
      #expect(Set(own.map(\.stream)).count == 2 && own.last?.role == .chance)
      #expect(own.last?.quantiles == own.first?.quantiles)
    }
  }

  @Test(arguments: Sample.Kind.allCases)
  func `a larger sample keeps the points of a smaller one`(kind: Sample.Kind) {
    let small = Sample(kind, inputs: ["a", "b"], rows: 16, seed: 5)
    let large = Sample(kind, inputs: ["a", "b"], rows: 32, seed: 5)
    for number in 0..<small.count { #expect(small.point(number) == large.point(number)) }
  }

  @Test func `an output that is undefined or never differs has no indices`() {
    let sample = Sample(.sobol, inputs: ["a"], rows: 32, seed: 5)
    let points = (0..<sample.count).map(sample.point)
    let same = Sensitivities(sample, points, points.map { _ in 4 }, level: 0.95)
    #expect(same.inputs.isEmpty)
    let holes = points.map { $0.row < 8 ? Double.nan : $0.quantiles[0] }
    let some = Sensitivities(sample, points, holes, level: 0.95)
    #expect(some.rows == 24 && !some.inputs.isEmpty)
    let more = points.map { $0.row < 20 ? Double.nan : $0.quantiles[0] }
    #expect(Sensitivities(sample, points, more, level: 0.95).inputs.isEmpty)
  }

  @Test func `an input that nothing reads has exactly nothing in the model`() throws {
    let text =
      DrawsFileTests.base
      + "age_assurance: { drop_out_document: { uniform: { low: 1 %, high: 50 % } } }\n"
    let loader = Loader { path in Array((path == "base.yaml" ? text : "").utf8) }
    let file = try ScenarioFile("base.yaml", loader: loader)
    let inert = "age_assurance.drop_out_document", moving = "offenders.solicitor.share"
    for kind in Sample.Kind.allCases {
      var options = Comparison.Options(
        name: "s", draws: 1, replicates: 1, seed: 7, isFixed: false)
      options.samples = [Sample(kind, inputs: [inert, moving], rows: 16, seed: 7)]
      let comparison = try Comparison([file], options: options)
      let sample = options.samples[0]
      #expect(comparison.plan.points == sample.count && comparison.plan.count == sample.count)
      var data = SensitivityData(
        comparison.plan, options.samples, outcomes: [OutcomeWords.headline])
      for run in comparison.plan.runs {
        let record = try comparison.simulate(run, stop: StopFlag())
        data.note(FinishedRun(run: run, outcome: .ok(record)))
      }
      let rows = data.rows(level: 0.95)
      let nothing = rows.filter { $0.input == inert },
        something = rows.filter { $0.input == moving }
      #expect(!nothing.isEmpty && nothing.allSatisfy { $0.value.estimate == 0 })
      #expect(something.contains { $0.value.estimate > 0.05 })
      #expect(rows.contains { $0.input == Sample.chance && $0.value.estimate > 0 })
      let keys = comparison.keys()
      // Two points that differ in nothing that is read have two keys: what is read isn't known before.
      #expect(keys.count == sample.count)
    }
  }
}

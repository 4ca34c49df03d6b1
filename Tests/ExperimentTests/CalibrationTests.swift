import Foundation
import Testing

@testable import Experiment

@Suite struct CalibrationTests {
  @Test func `fits find posteriors in closed form, and known inputs are found again`() {
    let rows = Validation.calibration(seed: 1)
    #expect(rows.count == 4)
    for row in rows { #expect(row.isMet == true, "\(row.method): \(row.value)") }
  }

  @Test func `a value is as implausible as it lies outside its limits`() {
    let exact = CalibrationGoal(low: 10, high: 10, tolerance: 0.1)
    #expect(exact.implausibility(10) == 0)
    #expect(abs(exact.implausibility(11) - 1) < 1e-12)
    #expect(abs(exact.implausibility(10 / 1.21) - 2) < 1e-12)
    #expect(exact.implausibility(.nan) == .infinity && exact.implausibility(0) == .infinity)
    let band = CalibrationGoal(low: 2, high: 8, tolerance: 1)
    #expect(band.implausibility(2) == 0 && band.implausibility(8) == 0)
    #expect(abs(band.implausibility(32) - 2) < 1e-12)
    let most = CalibrationGoal(low: -.infinity, high: 8, tolerance: 1)
    #expect(most.implausibility(0) == 0 && most.implausibility(1) == 0)
    #expect([exact, band].implausibility([10, 32]) == band.implausibility(32))
  }

  @Test func `an emulator of a model that multiplies is exact, also of an input with two values`()
    throws
  {
    var random = Random(key: [3])
    let scores = (0..<200).map { _ in [random.normal(), random.normal(), random.normal()] }
    // The third input doubles the outcome in the upper quarter of its range.
    let value = { (own: [Double]) in
      exp(0.5 * own[0] - 0.2 * own[1]) * (Scores.share(own[2]) < 0.75 ? 1 : 2)
    }
    let emulator = Emulator(
      [CalibrationGoal(low: 1, high: 1, tolerance: 0.1)], scores: scores,
      values: [scores.map(value)], steps: [[], [], [0.75]])
    let outcome = try #require(emulator.outcomes.first)
    #expect(outcome.fit.deviation < 1e-6 && outcome.fit.explained > 0.999999)
    // Outcomes of 1 fit; of 1.1 they are off by one tolerance, and there is no other error.
    #expect(emulator.implausibility([0, 0, 0]) < 1e-4)
    #expect(abs(emulator.implausibility([2 * log(1.1), 0, 0]) - 1) < 1e-4)
    #expect(abs(emulator.logLikelihood([2 * log(1.1), 0, 0]) + 0.5) < 1e-3)
  }

  @Test func `least squares of numbers with a known answer`() throws {
    let rows = (0..<6).map { [1, Double($0)] }
    let fit = try #require(LeastSquares(rows, [1, 3, 5, 7, 9, 11]))
    #expect(zip(fit.coefficients, [1, 2]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(fit.deviation < 1e-12 && abs(fit.explained - 1) < 1e-12)
    // The last value 6 too high: 120 / 7 is left, with four degrees of freedom.
    let bent = try #require(LeastSquares(rows, [1, 3, 5, 7, 9, 17]))
    #expect(abs(bent.deviation * bent.deviation * 4 - 120.0 / 7) < 1e-9)
    #expect(LeastSquares([[1, 0]], [2]) == nil)
  }

  @Test func `a target that no world can meet leaves none open`() {
    var fit = Calibrator(
      goals: [
        CalibrationGoal(low: 1e9, high: 1e9, tolerance: 0.1),
        CalibrationGoal(low: 1, high: 1, tolerance: 0.1),
      ], size: .init(bank: 100, worlds: 50), steps: [[]], seed: 1
    ) { [Scores.score((Double($0) - 0.5) / 100)] }
    #expect(fit.batch.count == 100)
    fit.take(fit.batch.map { own in [[exp(own[0]), exp(own[0])]] })
    #expect(fit.phase == .hopeless && fit.batch.isEmpty)
  }

  @Test func `outcomes that are undefined in every world end the fit after the wave`() {
    var fit = Calibrator(
      goals: [CalibrationGoal(low: 1, high: 1, tolerance: 0.1)], size: .init(bank: 100, worlds: 50),
      steps: [[]], seed: 1
    ) { [Scores.score((Double($0) - 0.5) / 100)] }
    for count in [100, 50] {
      #expect(fit.batch.count == count)
      fit.take(fit.batch.map { _ in [[.nan]] })
    }
    #expect(fit.phase == .hopeless && fit.batch.isEmpty)
  }

  @Test func `targets may bear tolerances, and only those above 0`() throws {
    let head = "outcome,low,target,high,unit,role,source,tolerance\n"
    let row = "proceedings_expected,18,18,18,per day,fitted,x,"
    let targets = try Target.list(Array((head + row + "0.2\n" + row + "\n").utf8))
    #expect(targets.map(\.tolerance) == [0.2, nil])
    for wrong in ["0", "-1", "many"] {
      #expect(throws: Target.Malformed.self) {
        try Target.list(Array((head + row + wrong + "\n").utf8))
      }
    }
  }
}

import Schema
import Simulation

extension Comparison.Options {
  /// The sample that a point of the plan, from 0, belongs to, and the point's number in it; nil where
  /// there are no samples.
  func sample(of point: Int) -> (Sample, Int)? {
    var rest = point
    for sample in samples {
      if rest < sample.count { return (sample, rest) }
      rest -= sample.count
    }
    return nil
  }

  /// The rows of values that the draws take, or nil.
  ///
  /// - Throws: `PlanProblem` where there are fewer than draws.
  func givenDraws() throws(PlanProblem) -> ValuesFile? {
    guard let given, !isFixed else { return nil }
    let draws = draws ?? replicates
    guard draws <= given.rows else {
      throw PlanProblem(
        description: "\(given.file) has values for \(given.rows) draws, and \(draws) are asked "
          + "for: a draw takes the row of its number")
    }
    return given.prefix(draws)
  }

  /// The scenarios with values given; what is wrong was said before to who could mend it.
  func applying(
    _ given: ValuesFile, to scenarios: [ScenarioFile]
  ) throws(PlanProblem) -> [ScenarioFile] {
    do throws(Problems) {
      return try given.applied(to: scenarios, baseline: baseline)
    } catch {
      throw PlanProblem(description: error.rendered)
    }
  }

  /// Draws, and replicates in each.
  ///
  /// - Parameter isDrawn: Whether anything is drawn; where nothing is, only chance differs.
  func size(isDrawn: Bool) -> (draws: Int, replicates: Int) {
    guard isDrawn else {
      let (runs, overflow) = replicates.multipliedReportingOverflow(by: draws ?? 1)
      return (1, overflow ? .max : runs)
    }
    return draws.map { ($0, replicates) } ?? (replicates, 1)
  }
}

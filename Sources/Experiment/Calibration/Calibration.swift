import Foundation
import Schema
import Simulation

/// The fit of a scenario to what sources say: which worlds to run, and what they tell.
///
/// World n is draw n of the scenario, with all its uncertain parameters given: `draws.csv` has the worlds that
/// were run, `plausible.csv` those that fit, which `--draws-file` takes. What is asked next follows from the
/// study and the outcomes so far alone, so that a fit which was interrupted goes on where it was.
public struct Calibration: Sendable {
  /// The scenario.
  public let scenario: ScenarioFile
  /// What sources say.
  public let targets: [Target]
  /// Paths of the uncertain parameters.
  public let inputs: [String]
  /// Runs of each world.
  public let replicates: Int
  let seed: UInt64
  let section: CalibrationSection
  private let name: String
  private(set) var state: Calibrator

  /// Nil for a study that is no fit.
  ///
  /// - Parameters:
  ///   - bank: Worlds of the bank, in place of what the file says; `worlds` likewise.
  /// - Throws: `PlanProblem` for a scenario in which nothing is uncertain.
  public init?(
    _ study: LoadedStudy, seed: UInt64, bank: Int? = nil, worlds: Int? = nil
  ) throws(PlanProblem) {
    guard let targets = study.targets, let scenario = study.scenarios.first else { return nil }
    guard !scenario.uncertain.isEmpty else {
      throw PlanProblem(description: "'\(scenario.name)' has no uncertain parameter to be fitted")
    }
    (self.scenario, self.targets, self.seed) = (scenario, targets, seed)
    (inputs, name) = (scenario.uncertain, study.study.label)
    let asked = study.study.calibrate
    (section, replicates) = (asked, asked.replicates)
    let reading = scenario.reading, paths = inputs
    let steps = paths.map { path in
      Self.steps { reading.value(of: path, .keyed(quantile: $0)) ?? 0 }
    }
    let share = Double(asked.simulated) / Double(asked.of)
    let goals = targets.filter { $0.role == .fitted }.map { target in
      // Outcomes of a smaller platform are compared as they are.
      let scale = target.countsEvents ? share : 1
      return CalibrationGoal(
        low: target.limits.least * scale, high: target.limits.most * scale,
        tolerance: target.tolerance ?? asked.tolerance)
    }
    state = Calibrator(
      goals: goals, size: .init(bank: bank ?? asked.bank, worlds: worlds ?? asked.worlds),
      steps: steps, seed: seed
    ) { world in
      paths.map { path in
        Scores.score(parameterUniform(seed: seed, draw: UInt64(world), path: path))
      }
    }
  }

  /// Where an input with few values changes, as shares; empty for one that changes everywhere.
  private static func steps(_ value: (Double) -> Double) -> [Double] {
    let parts = 1_000
    let values = (0..<parts).map { value((Double($0) + 0.5) / Double(parts)) }
    guard Set(values).count <= 12 else { return [] }
    return (1..<parts).filter { values[$0] != values[$0 - 1] }.map { Double($0) / Double(parts) }
  }

  /// Outcomes that are kept of every run: those of the targets, then the headlines.
  public var outcomes: [String] {
    var found: [String] = []
    for name in targets.map(\.outcome) + [OutcomeWords.headline, OutcomeWords.serious]
    where !found.contains(name) {
      found.append(name)
    }
    return found
  }

  /// By how much counts of the whole platform are greater than those of the one that is simulated.
  var scale: Double { Double(section.of) / Double(section.simulated) }

  /// Positions of the fitted targets' outcomes among those that are kept.
  private var fitted: [Int] {
    targets.filter { $0.role == .fitted }.compactMap { outcomes.firstIndex(of: $0.outcome) }
  }

  /// What is run next, with all worlds before it; nil where the fit is done.
  public var next: Comparison.Options? {
    state.batch.isEmpty ? nil : options(state.worlds.map(\.scores) + state.batch)
  }

  /// What is run next, in words.
  public var step: String {
    switch state.phase {
    case .bank: "Bank of worlds from the priors"
    case .wave: "Wave of worlds that aren't ruled out"
    case .moves:
      "Step \(state.generations.count), implausibility \(CSV.shortest((state.bound * 100).rounded() / 100))"
    case .done, .hopeless: "Done"
    }
  }

  /// What is told after these runs.
  public func findings(_ levels: DrawLevels) -> CalibrationFindings {
    CalibrationFindings(self, levels)
  }

  /// Takes in what all runs so far gave.
  public mutating func take(_ levels: DrawLevels) {
    let places = fitted
    let values = levels.values[state.worlds.count...].prefix(state.batch.count)
    state.take(values.map { world in world.map { run in places.map { run[$0] } } })
  }

  private func options(_ scores: [[Double]]) -> Comparison.Options {
    var options = Comparison.Options(
      name: name, draws: scores.count, replicates: replicates, seed: seed, isFixed: false,
      given: file(scores))
    options.conclusion = Conclusion(outcomes: outcomes) { [self] levels in
      var told = self
      told.take(levels)
      let findings = told.findings(levels)
      return (findings.tables, findings.facts)
    }
    return options
  }

  /// Worlds as rows of values.
  private func file(_ scores: [[Double]]) -> ValuesFile {
    let place = Place(file: ByRow.Rows.draws.file, line: 1, column: 1)
    let columns = inputs.enumerated().map { input, path in
      ValuesFile.Column(
        Tree.Scalar(path, at: place),
        cells: scores.map { Tree.Scalar(CSV.shortest(value(of: input, $0)), at: place) })
    }
    return ValuesFile(
      columns, of: .draws, rows: scores.count, file: ByRow.Rows.draws.file, sources: [:])
  }

  /// The values of an input in some worlds.
  func values(of input: Int, _ worlds: [Int]) -> [Double] {
    worlds.map { value(of: input, state.worlds[$0].scores) }
  }

  private func value(of input: Int, _ scores: [Double]) -> Double {
    let quantile = Scores.share(scores[input])
    return scenario.reading.value(of: inputs[input], .keyed(quantile: quantile)) ?? .nan
  }
}

extension Draws {
  /// The same quantile of every parameter.
  fileprivate static func keyed(quantile: Double) -> Draws { .keyed { _ in quantile } }
}

extension Target {
  /// Whether it counts what happens on the whole platform: a smaller one then has less of it.
  var countsEvents: Bool {
    let unit = Outcomes.columns.first { $0.name == outcome }?.unit ?? ""
    return ["per day", "per week"].contains(unit)
  }
}

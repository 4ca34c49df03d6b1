import Simulation

/// What is kept of the runs of samples: the values of the outcomes that are told, by scenario and point.
struct SensitivityData {
  private let plan: Plan
  private let samples: [Sample]
  /// Positions of the outcomes among the plan's columns.
  private let columns: [Int]
  /// Scenarios of one point.
  private let count: Int
  /// By scenario and outcome the value at every point; NaN where there is none.
  private var values: [[[Double]]]

  init(_ plan: Plan, _ samples: [Sample], outcomes: Set<String>) {
    (self.plan, self.samples) = (plan, samples)
    columns = plan.places(of: outcomes)
    count = plan.scenarios.count { $0.point == 1 }
    let points = [Double](repeating: .nan, count: plan.points)
    values = Array(repeating: Array(repeating: points, count: columns.count), count: count)
  }

  /// Takes in a settled run.
  mutating func note(_ finished: FinishedRun) {
    guard let record = finished.outcome.record else { return }
    let run = finished.run
    for (place, column) in columns.enumerated() {
      values[run.scenario % count][place][run.point - 1] = record.values[column]
    }
  }

  /// The rows of sensitivity.csv: sample by sample, scenario by scenario, outcome by outcome.
  ///
  /// - Complexity: O(resamples × inputs × rows) for each outcome.
  func rows(level: Double) -> [SensitivityRow] {
    var start = 0
    return samples.flatMap { sample -> [SensitivityRow] in
      defer { start += sample.count }
      let points = (0..<sample.count).map(sample.point)
      return (0..<count).flatMap { scenario in
        columns.indices.flatMap { outcome in
          outputs(scenario, outcome).flatMap { kind, values in
            rows(
              sample, points, Array(values[start..<start + sample.count]), scenario, outcome, kind,
              level)
          }
        }
      }
    }
  }

  /// What an outcome of a scenario is looked at as: its level, and against its reference what it changes.
  private func outputs(
    _ scenario: Int, _ outcome: Int
  ) -> [(SensitivityRow.Kind, [Double])] {
    let own = values[scenario][outcome]
    guard let reference = plan.scenarios[scenario].reference, reference != scenario else {
      return [(.level, own)]
    }
    let base = values[reference][outcome]
    return SensitivityRow.Kind.allCases.map { kind in
      (kind, zip(own, base).map { kind.value($0, against: $1) })
    }
  }

  private func rows(
    _ sample: Sample, _ points: [Sample.Point], _ values: [Double], _ scenario: Int,
    _ outcome: Int, _ kind: SensitivityRow.Kind, _ level: Double
  ) -> [SensitivityRow] {
    let planned = plan.scenarios[scenario], column = plan.columns[columns[outcome]]
    let reference = planned.reference.flatMap { $0 == scenario ? nil : plan.scenarios[$0].name }
    let found = Sensitivities(sample, points, values, level: level)
    return zip(sample.names, found.inputs).flatMap { input, own in
      own.map { index, value in
        SensitivityRow(
          baseline: reference, scenario: planned.name, outcome: column.name, kind: kind,
          input: input, index: index, value: value, rows: found.rows, planned: sample.rows)
      }
    }
  }
}

import Experiment
import Report
import Schema
import Simulation

/// What `sweep` prints about a finished study.
struct SweepReport {
  let comparison: Comparison
  let outcome: Session.Outcome
  let folder: String
  let shown: [Column]

  /// Points that are printed; the tables have all.
  private static let most = 24

  private var plan: Plan { comparison.plan }
  private var names: [String] { comparison.scenarios.map(\.name) }
  private var limits: String { LimitWords.head(plan) }

  /// A table for each outcome, point by point.
  var text: String {
    let draws = plan.draws > 1 ? " in \(Noun("draw").counted(plan.draws))" : ""
    var lines = [
      "\(ByRow.Rows.points.counted(plan.points)), \(Noun("scenario").counted(names.count)), "
        + "\(Nouns.run.counted(plan.runsOfEach)) of each\(draws), seed \(plan.seed)"
    ]
    lines += Differences.warnings(outcome.results.differences).map { "warning: " + $0 }
    for column in shown { lines += [""] + table(column) }
    if plan.points > Self.most {
      let rest = ByRow.Rows.points.counted(plan.points - Self.most)
      lines += ["", "\(rest) more in summary.csv and differences.csv"]
    }
    lines += ["", "These are results of the model's assumptions, not a forecast."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Summary and differences as JSON.
  var json: String {
    StudyJSON(plan: plan, results: outcome.results, folder: folder, warnings: []).text
  }

  /// What belongs beside the results.
  var remarks: [String] {
    outcome.wasDone
      ? ["Done before: nothing was run; \(folder) holds these results"]
      : [
        "Wrote \(folder): points.csv \(Nouns.row.counted(plan.points)), runs.csv "
          + "\(Nouns.row.counted(plan.count)), summary.csv, differences.csv, report.html, parameters.csv, study.yaml",
        Speed.line(outcome),
      ]
  }

  private func table(_ column: Column) -> [String] {
    let levels = outcome.results.summary.filter {
      $0.column.name == column.name && $0.period == .window && $0.scenario == names.first
    }
    let others = Array(names.dropFirst())
    var head = ["point"] + comparison.varied + ["\(names.first ?? "") (\(column.unit))", limits]
    for name in others { head += [name, limits] }
    var table = TextTable(head, right: Set(0...comparison.varied.count + 1))
    for level in levels.prefix(Self.most) {
      var cells = [String(level.point)] + comparison.values(at: level.point)
      cells += [NumberText.number(level.median), NumberText.limits(level.interval)]
      for name in others {
        cells += ChangeWords.cells(
          outcome.results.differences.first {
            $0.scenario == name && $0.point == level.point && $0.column.name == column.name
              && $0.period == .window
          })
      }
      table.add(cells)
    }
    return [OutcomeLabels.text(column.name, .en)] + table.lines
  }
}

extension ByRow.Rows {
  /// `1 point`, `12 draws`.
  func counted(_ count: Int) -> String { Noun(one).counted(count) }
}

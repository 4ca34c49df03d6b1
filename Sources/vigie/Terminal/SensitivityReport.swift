import Experiment
import Report
import Schema
import Simulation

/// What `sensitivity` prints.
struct SensitivityReport {
  let study: Comparison.Options
  let scenarios: [String]
  let rows: [SensitivityRow]
  let folder: String

  /// Inputs that are printed of each output.
  private static let most = 6

  /// A table for each headline of each scenario, and a sentence.
  var text: String {
    let facts = study.samples.map { sample in
      "\(sample.kind.rawValue): \(Noun("input").counted(sample.inputs.count)), "
        + Noun(sample.kind == .morris ? "path" : "row").counted(sample.rows)
    }
    var lines = ["Seed \(study.seed); " + facts.joined(separator: "; ")]
    for name in [OutcomeWords.headline, OutcomeWords.serious] + study.outcomes {
      for scenario in scenarios {
        lines += output(scenario, name)
      }
    }
    lines += [
      "",
      "others: inputs that were not looked at one by one; chance: the same world with other random streams.",
      "Indices are of the inputs' laws, most of which are assumed.",
      "These are results of the model's assumptions, not a forecast.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// All indices as JSON.
  var json: String {
    let list = rows.map { row in
      JSON.object([
        .init("scenario", .string(row.scenario)), .init("outcome", .string(row.outcome)),
        .init("output", .string(row.kind.rawValue)), .init("input", .string(row.input)),
        .init("index", .string(row.index.rawValue)), .init("value", .number(row.value.estimate)),
        .init("ci_low", .number(row.value.low)), .init("ci_high", .number(row.value.high)),
        .init("rows", .number(Double(row.rows))),
      ])
    }
    return JSON.object([
      .init("folder", .string(folder)), .init("sensitivity", .array(list)),
    ]).text
  }

  /// The change that a policy makes, or the level of a scenario by itself.
  private func output(_ scenario: String, _ outcome: String) -> [String] {
    let words = OutcomeLabels.text(outcome, .en)
    guard let told = ToldIndices(rows, of: outcome, in: scenario) else {
      return ["", "\(scenario): \(words) is the same at all points"]
    }
    let other: SensitivityRow.Index = told.index == .total ? .first : .sigma
    var table = TextTable(
      ["input", told.index.rawValue, "95 % limits", other.rawValue], right: [1, 3])
    for input in told.inputs.prefix(Self.most) + told.rest {
      let value = told.value(input, told.index)
      table.add([
        input, NumberText.number(value?.estimate), NumberText.limits(value),
        NumberText.number(told.value(input, other)?.estimate),
      ])
    }
    let what =
      switch told.kind {
      case .level: "level of"
      case .ratio: "change of"
      case .difference: "difference of"
      }
    let count = "(\(told.counts.rows) of \(told.counts.planned) rows)"
    return ["", "\(scenario): \(what) \(words) \(count)"] + table.lines
  }
}

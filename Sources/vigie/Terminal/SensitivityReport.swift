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
    let own = rows.filter { $0.scenario == scenario && $0.outcome == outcome }
    let kinds: [SensitivityRow.Kind] =
      own.contains { $0.baseline != nil } ? [.ratio, .difference] : [.level]
    // A ratio that is undefined in too many rows has no indices.
    let outputs = [SensitivityRow.Index.total, .muStar].flatMap { index in
      kinds.map { (kind: $0, index: index) }
    }
    guard
      let (kind, index) = outputs.first(where: { output in
        own.contains { $0.kind == output.kind && $0.index == output.index }
      })
    else {
      return ["", "\(scenario): \(OutcomeLabels.text(outcome, .en)) is the same at all points"]
    }
    let found = own.filter { $0.kind == kind && $0.index == index }
    let rest = [Sample.others, Sample.chance]
    let sorted = found.filter { !rest.contains($0.input) }
      .sorted { $0.value.estimate > $1.value.estimate }
    var table = TextTable(
      ["input", index.rawValue, "95 % limits", other(of: index)], right: [1, 3])
    for row in sorted.prefix(Self.most) + found.filter({ rest.contains($0.input) }) {
      let beside = own.first {
        $0.kind == kind && $0.input == row.input && $0.index.rawValue == other(of: index)
      }
      table.add([
        row.input, NumberText.number(row.value.estimate), NumberText.limits(row.value),
        NumberText.number(beside?.value.estimate),
      ])
    }
    let what = kind == .level ? "level of" : kind == .ratio ? "change of" : "difference of"
    let words = OutcomeLabels.text(outcome, .en)
    let count = found.first.map { " (\($0.rows) of \($0.planned) rows)" } ?? ""
    return ["", "\(scenario): \(what) \(words)\(count)"] + table.lines
  }

  private func other(of index: SensitivityRow.Index) -> String {
    (index == .total ? SensitivityRow.Index.first : .sigma).rawValue
  }
}

import Experiment
import Report
import Simulation

/// What `compare` prints about a finished study.
struct CompareReport {
  let comparison: Comparison
  let outcome: Session.Outcome
  let folder: String
  let shown: [Column]
  /// The study as its page was made from; nil without a page.
  let study: StudyFolder?

  private var plan: Plan { comparison.plan }

  /// The tables and the words.
  var text: String {
    var lines = [heading, ""]
    lines += warnings
    lines += changes
    if !shown.isEmpty { lines += [""] + shown.flatMap(differences) }
    lines += ["", "Where harm happens (\(headline?.column.unit ?? ""))"] + places
    lines += Sparklines(study)?.table(of: plan.scenarios.map(\.name)) ?? []
    lines += ["", "In words"]
    lines += alternatives.map { name in
      "  " + PolicyWords(name: name, rows: rows(of: name)).sentence
    }
    lines += ["These are results of the model's assumptions, not a forecast."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Summary and differences as JSON.
  var json: String { StudyJSON(plan: plan, results: outcome.results, folder: folder).text }

  /// What belongs beside the results.
  var remarks: [String] {
    let first =
      outcome.wasDone
      ? ["Done before: nothing was run; \(folder) holds these results"]
      : [
        "Wrote \(folder): runs.csv \(plan.count) rows, summary.csv, differences.csv, "
          + "timeseries.csv, parameters.csv, study.yaml", Speed.line(outcome),
      ]
    let command = "vigie report \(Command.quoted(folder)) --lang fr"
    return first + Next.lines(folder: folder, hasPage: study != nil, command: command)
  }

  private var alternatives: [String] { plan.scenarios.dropFirst().map(\.name) }
  private var baseline: String { plan.scenarios.first?.name ?? "" }

  private var headline: DifferenceRow? {
    outcome.results.differences.first { $0.column.name == OutcomeWords.headline }
  }

  private var heading: String {
    let kind = plan.intervalKind == .chance ? "chance" : "chance and parameters"
    let all = headline?.simultaneous == true ? ", for all alternatives at once" : ""
    return "Against \(baseline), same random numbers, \(plan.replicates) pairs, seed \(plan.seed); "
      + "95 % intervals of \(kind)\(all)"
  }

  /// Few pairs, said once for all, or for what has fewer than the others.
  private var warnings: [String] {
    if plan.replicates < Differences.fewestPairs {
      return [
        "warning: only \(plan.replicates) pairs; below \(Differences.fewestPairs) the intervals "
          + "are rough", "",
      ]
    }
    let printed = [OutcomeWords.headline] + OutcomeWords.burdens + OutcomeWords.parts
    let names = shown.isEmpty ? printed : shown.map(\.name) + printed
    let rows = outcome.results.differences.filter { names.contains($0.column.name) }
    let found = Differences.warnings(rows).map { "warning: " + $0 }
    return found.isEmpty ? [] : found + [""]
  }

  private func rows(of name: String) -> [DifferenceRow] {
    outcome.results.differences.filter { $0.scenario == name }
  }

  private var changes: [String] {
    var table = TextTable(
      ["", OutcomeLabels.text(OutcomeWords.headline, .en), "95 % interval", "burdens that moved"],
      right: [1])
    for name in alternatives {
      let rows = rows(of: name)
      let row = rows.first { $0.column.name == OutcomeWords.headline }
      let words = PolicyWords(name: name, rows: rows)
      let burdens = words.movedBurdens.map(words.short)
      let limits = row?.ratio.map { "\(Figures.change($0.low)) to \(Figures.change($0.high))" }
      let change = row?.ratio.map { Figures.change($0.estimate) }
      table.add([
        name, change ?? Figures.signed(row?.difference), limits ?? Figures.limits(row?.interval),
        burdens.isEmpty ? "none" : burdens.joined(separator: "; "),
      ])
    }
    return table.lines
  }

  private func differences(_ column: Column) -> [String] {
    var table = TextTable(
      [column.name, "difference", "95 % interval", "ratio", "unit"], right: [1, 3])
    for name in alternatives {
      guard let row = rows(of: name).first(where: { $0.column.name == column.name }) else {
        continue
      }
      table.add([
        name, Figures.signed(row.difference), Figures.limits(row.interval),
        Figures.number(row.ratio?.estimate), column.unit,
      ])
    }
    return table.lines
  }

  private var places: [String] {
    var table = TextTable(["", "here", "private", "elsewhere", "sum"], right: [1, 2, 3, 4])
    for scenario in plan.scenarios {
      let names = OutcomeWords.parts + [OutcomeWords.headline]
      let means = names.map { name in
        outcome.results.summary.first {
          $0.scenario == scenario.name && $0.column.name == name
        }?.mean
      }
      table.add([scenario.name] + means.map { Figures.number($0) })
    }
    return table.lines
  }
}

import Experiment
import Foundation
import Report
import Schema
import Simulation

/// What `run` prints about a finished study.
struct RunReport {
  let comparison: Comparison
  let outcome: Session.Outcome
  let folder: String
  let shown: [Column]
  let file: String
  /// The study as its page was made from; nil without a page.
  var study: StudyFolder?
  /// The file of events, if one was asked for.
  var events: String?

  private var plan: Plan { comparison.plan }

  /// Rows of the scenario asked for, which is the last of the plan.
  private var rows: [String: SummaryRow] {
    var rows: [String: SummaryRow] = [:]
    for row in outcome.results.summary
    where row.scenario == plan.scenarios.last?.name && row.period == .window {
      rows[row.column.name] = row
    }
    return rows
  }

  /// The tables for people.
  var text: String {
    let rows = rows
    var lines = heading
    lines += table(rows, names: shown.isEmpty ? OutcomeWords.short : shown.map(\.name))
    if shown.isEmpty {
      lines += ["", "People online, mean over the window"]
      lines += table(rows, names: OutcomeWords.people)
      lines += patterns(rows)
    }
    lines += whereLine(rows)
    lines += plan.scenarios.last.flatMap { Sparklines(study)?.lines(of: $0.name) } ?? []
    lines += [""] + precision(rows) + evidence
    lines.append("These are results of the model's assumptions, not a forecast.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The summary as JSON.
  var json: String {
    StudyJSON(plan: plan, results: outcome.results, folder: folder, events: events).text
  }

  /// What belongs beside the results: where they are, how fast it went, what to type next.
  var remarks: [String] {
    var lines: [String] = []
    if outcome.wasDone {
      lines.append("Done before: nothing was run; \(folder) holds these results")
    } else {
      lines.append(
        "Wrote \(folder): runs.csv \(Nouns.row.counted(plan.count)), summary.csv, timeseries.csv, "
          + "parameters.csv, study.yaml")
      lines.append(Speed.line(outcome))
    }
    let key = unfounded.first { !$0.contains("visits.") } ?? "people.minor_share"
    let command = "vigie explain \(key), or vigie compare \(Input.typed(file)) OTHER.yaml"
    return lines + Next.lines(folder: folder, hasPage: study != nil, command: command)
  }

  private var heading: [String] {
    guard let scenario = comparison.scenarios.last else { return [] }
    let value = scenario.reading.value
    let days = Unit.duration.text(value.hours.window),
      warmUp = Unit.duration.text(value.hours.warmUp)
    let title = value.title.isEmpty ? scenario.name : value.title.oneLine
    var lines = [
      "\(title): window \(days) after \(warmUp) warm-up, "
        + "\(NumberText.number(Double(value.population))) people, "
        + "\(size), seed \(plan.seed)"
    ]
    if comparison.scenarios.count > 1, let root = comparison.scenarios.first {
      lines.append(
        "Reference: \(root.name), the same world under the policy of "
          + "\(RunReport.short(root.root)); harm elsewhere happens at its rate")
    }
    return lines + [""]
  }

  /// `16 draws`, `16 draws of 2 replicates`, `8 replicates`.
  private var size: String {
    let replicates = Nouns.replicate.counted(plan.replicates)
    if plan.draws == 1 { return replicates }
    let draws = Noun("draw").counted(plan.draws)
    if plan.echoes { return "\(draws), \(Nouns.run.counted(plan.runsOfEach))" }
    return plan.replicates == 1 ? draws : "\(draws) of \(replicates)"
  }

  private static func short(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private func table(_ rows: [String: SummaryRow], names: [String]) -> [String] {
    let limits = plan.draws > 1 ? "95 % of worlds" : "95 % error of the mean"
    var table = TextTable(["", "median", limits, "unit"], right: [1])
    for name in names {
      guard let row = rows[name] else { continue }
      table.add([
        OutcomeLabels.text(name, .en), NumberText.number(row.median),
        NumberText.limits(row.interval),
        row.column.unit,
      ])
    }
    return table.lines
  }

  /// Where harm happens; nothing where there is none.
  private func whereLine(_ rows: [String: SummaryRow]) -> [String] {
    let parts = OutcomeWords.parts.map { rows[$0]?.mean }
    let total = parts.compactMap { $0 }.reduce(0, +)
    guard total > 0 else { return [] }
    let shares = parts.map { part in NumberText.percent(part.map { $0 / total }) }
    return ["", "where: here \(shares[0]), private \(shares[1]), elsewhere \(shares[2])"]
  }

  /// What the limits are and how well the first line is known, or why that can't be said.
  private func precision(_ rows: [String: SummaryRow]) -> [String] {
    let what = OutcomeLabels.text(OutcomeWords.headline, .en)
    guard let row = rows[OutcomeWords.headline], let found = row.estimate else {
      return ["The \(what) are undefined: there is nobody here whom they could reach"]
    }
    if plan.runsOfEach == 1 { return ["One run has no limits: add --draws 40 or more"] }
    if found.replicates == 1 { return ["The \(what) are defined in one run only: no limits"] }
    if found.mean == 0 {
      return ["There are no \(what) in any of \(Nouns.run.counted(found.replicates))"]
    }
    var lines = [LimitWords.line(found.ui)]
    if let mc = found.mc, let half = Statistics.relativeHalfWidth(mc) {
      lines.append(
        "Monte Carlo error of the first line: ± \(NumberText.percent(half)) of its mean, over "
          + Nouns.run.counted(found.replicates))
    }
    return lines
  }

  /// How well founded the inputs are.
  private var evidence: [String] {
    guard let scenario = comparison.scenarios.last else { return [] }
    let entries = scenario.reading.entries
    let sourced = entries.compactMap(\.source)
    let assumed = sourced.count { $0.kind == "assumed" }
    var line = "Inputs: \(assumed) of \(sourced.count) parameters are assumed"
    if !comparison.paths.isEmpty {
      line += "; \(comparison.paths.count) are drawn, \(unfounded.count) of these without a source"
    }
    return [line]
  }

  /// Paths of drawn parameters whose range nobody has published.
  private var unfounded: [String] {
    let entries = comparison.scenarios.last?.reading.entries ?? []
    let columns = DrawnColumns(entries, path: \.path)
    return comparison.paths.filter { path in
      columns.row(Plan.column(of: path))?.source.map { $0.kind == "assumed" } ?? true
    }
  }

  private func patterns(_ rows: [String: SummaryRow]) -> [String] {
    // Sources describe the platform as it was, not as a policy would have made it.
    guard comparison.scenarios.count == 1, let name = comparison.scenarios.first?.name,
      let targets = PresetFolder.targets(of: name)
    else { return [] }
    return PatternTable(targets: targets, rows: rows).lines
  }
}

/// What the program counts in words.
enum Nouns {
  static let row = Noun("row")
  static let replicate = Noun("replicate")
  static let run = Noun("run")
  static let figure = Noun("figure")
}

/// What to look at and to type after a study.
enum Next {
  static func lines(folder: String, hasPage: Bool, command: String) -> [String] {
    (hasPage ? ["Look:  " + Shell.quoted(folder + "/report.html")] : []) + ["Next:  \(command)"]
  }
}

/// How fast a sitting was: printed, never stored.
enum Speed {
  static func line(_ outcome: Session.Outcome) -> String {
    let speed = outcome.seconds > 0 ? Double(outcome.events) / outcome.seconds : 0
    return
      "\(NumberText.number(Double(outcome.events))) events, \(NumberText.number(speed)) a second of "
      + "processor time; peak memory \(NumberText.number(Usage.peakMegabytes)) MB"
  }
}

import Experiment
import Report
import Schema
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
    var lines = heading + [""]
    lines += warnings
    lines += horizon + [""]
    lines += changes
    let best = RankingWords(rows: outcome.results.ranking).lines
    if !best.isEmpty { lines += [""] + best }
    if !shown.isEmpty { lines += [""] + shown.flatMap(differences) }
    lines += ["", "Where harm happens (\(headline?.column.unit ?? ""))"] + places
    lines += Sparklines(study)?.table(of: plan.scenarios.map(\.name)) ?? []
    lines += ["", "In words, in this model"]
    lines += alternatives.map { name in
      "  " + words(of: name).brief
    }
    lines += ["These are results of the model's assumptions, not a forecast."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Summary and differences as JSON.
  var json: String {
    StudyJSON(
      plan: plan, results: outcome.results, folder: folder, warnings: windowWarnings
    ).text
  }

  /// What belongs beside the results.
  var remarks: [String] {
    let first =
      outcome.wasDone
      ? ["Done before: nothing was run; \(folder) holds these results"]
      : [
        "Wrote \(folder): runs.csv \(Nouns.row.counted(plan.count)), summary.csv, differences.csv, "
          + "timeseries.csv, parameters.csv, study.yaml", Speed.line(outcome),
      ]
    let command = "vigie report \(Shell.quoted(folder)) --lang fr"
    return first + Next.lines(folder: folder, hasPage: study != nil, command: command)
  }

  private var alternatives: [String] { plan.scenarios.dropFirst().map(\.name) }
  private var baseline: String { plan.scenarios.first?.name ?? "" }

  private var headline: DifferenceRow? {
    outcome.results.differences.first {
      $0.column.name == OutcomeWords.headline && $0.period == .window
    }
  }

  private var heading: [String] {
    let pairs = Differences.pairNoun.counted(plan.runsOfEach)
    let draws = plan.draws > 1 ? " in \(Noun("draw").counted(plan.draws))" : ""
    let fewer = plan.scenarios.compactMap { one in one.draws.map { "\(one.name) \($0)" } }
    let rest = fewer.isEmpty ? "" : " (fewer: \(fewer.joined(separator: ", ")))"
    return [
      "Against \(baseline), same random numbers, \(pairs)\(draws)\(rest), seed \(plan.seed)",
      LimitWords.line(headline?.estimate?.ratioUI ?? headline?.estimate?.diffUI),
    ] + others
  }

  /// Which scenarios are compared with another one than the first.
  private var others: [String] {
    plan.scenarios.indices.dropFirst().compactMap { place in
      let own = plan.scenarios.filter {
        $0.reference == place && $0.name != plan.scenarios[place].name
      }
      guard !own.isEmpty else { return nil }
      let names = own.map(\.name).joined(separator: ", ")
      return "Against \(plan.scenarios[place].name) instead: \(names)"
    }
  }

  /// How long policies are looked at, and which effects still move at the end.
  private var horizon: [String] {
    guard let hours = comparison.scenarios.first?.reading.value.hours else { return [] }
    let begins =
      comparison.options.beginsWithWindow ? "under the baseline's policy" : "of warm-up"
    let window =
      "Window: \(Unit.duration.text(hours.window)) after "
      + "\(Unit.duration.text(hours.warmUp)) \(begins)"
    let rows = outcome.results.differences.filter {
      $0.period == .window && $0.column.name == OutcomeWords.headline
    }
    func names(_ settled: Bool?) -> String {
      rows.filter { $0.settled == settled }
        .map { $0.scenario + (settled == false ? pace(of: $0.scenario, .window) : "") }
        .joined(separator: ", ")
    }
    let words = [("still moving at its end", false), ("at rest", true), ("nobody can tell", nil)]
      .map { (text: $0.0, names: names($0.1)) }.filter { !$0.names.isEmpty }
    if words.isEmpty { return [window] }
    return [window] + [
      "Effects: " + words.map { "\($0.text): \($0.names)" }.joined(separator: "; ")
    ] + followed
  }

  /// How fast an effect moves, in brackets; empty where that isn't known. A window below a week says
  /// nothing about a week.
  private func pace(of name: String, _ period: Period) -> String {
    let found = settling(name, period)
    if let found = found?.pointsAWeek { return " (\(NumberText.signed(found)) points a week)" }
    guard let found, let change = found.change else { return "" }
    return
      " (\(NumberText.signed(change)) points in the last \(Unit.duration.text(Double(found.third) * 24)))"
  }

  /// What the policies that were watched for longer have come to by then.
  private var followed: [String] {
    guard let followUp = comparison.options.followUp else { return [] }
    return outcome.results.differences.filter {
      $0.period == .followUp && $0.column.name == OutcomeWords.headline
    }.map { row in
      let draws = Noun("draw").counted(row.estimate?.draws ?? 0), limits = ChangeWords.cells(row)
      let rest: String =
        switch row.settled {
        case true?: "at rest"
        case false?: "still moving" + pace(of: row.scenario, .followUp)
        case nil: "nobody can tell whether at rest"
        }
      let kind =
        row.estimate?.ratioUI?.method == .range ? "least to greatest draw" : self.limits
      return
        "Over \(NumberText.number(followUp.hours / 24)) d (\(draws)): \(row.scenario) \(limits[0]), "
        + "\(kind) \(limits[1]); \(rest)\(course(of: row.scenario))"
    }
  }

  /// Whence and whither the effect on the platform moved in the draws that were watched for longer: other
  /// draws than those of the table above, so that the two can't be compared.
  private func course(of name: String) -> String {
    let found = settling(name, .followUp)
    guard let first = found?.first, let last = found?.last else { return "" }
    return
      "; on the platform \(NumberText.change(first)) at first, \(NumberText.change(last)) in the last third"
  }

  private func settling(_ name: String, _ period: Period) -> Settling? {
    outcome.results.settlings.first { $0.scenario == name && $0.period == period }
  }

  /// What must be heard first; an empty line after it.
  private var warnings: [String] {
    let found = windowWarnings + fewPairs
    return found.isEmpty ? [] : found.map { "warning: " + $0 } + [""]
  }

  /// Alternatives that are observed over another stretch of time.
  var windowWarnings: [String] {
    guard let reference = comparison.scenarios.first else { return [] }
    return comparison.scenarios.dropFirst().compactMap {
      WindowWords.warning($0, against: reference)
    }
  }

  /// Few pairs, said once for all, or for what has fewer than the others.
  private var fewPairs: [String] {
    if plan.runsOfEach < Differences.fewestPairs {
      let pairs = Differences.pairNoun.counted(plan.runsOfEach)
      return [
        "only \(pairs); below \(Differences.fewestPairs) the limits are those of the runs made, and "
          + "plausible worlds lie beyond"
      ]
    }
    let printed = [OutcomeWords.headline] + OutcomeWords.burdens + OutcomeWords.parts
    let names = shown.isEmpty ? printed : shown.map(\.name) + printed
    let rows = outcome.results.differences.filter {
      $0.period == .window && names.contains($0.column.name)
    }
    return Differences.warnings(rows)
  }

  private var limits: String { LimitWords.head(plan) }

  private func words(of name: String) -> PolicyWords {
    PolicyWords(
      name: name, rows: rows(of: name), isIdle: outcome.results.idle.contains(name))
  }

  private func rows(of name: String) -> [DifferenceRow] {
    outcome.results.differences.filter { $0.scenario == name && $0.period == .window }
  }

  private var changes: [String] {
    var table = TextTable(
      [
        "", OutcomeLabels.text(OutcomeWords.headline, .en), limits, "fewer in",
        "serious harm, weighted", limits,
      ],
      right: [1, 3, 4])
    for name in alternatives {
      let rows = rows(of: name)
      let first = rows.first { $0.column.name == OutcomeWords.headline }
      let second = rows.first { $0.column.name == OutcomeWords.serious }
      let less = first?.estimate?.pLess.map { NumberText.percent($0) + " of worlds" } ?? ""
      table.add([name] + ChangeWords.cells(first) + [less] + ChangeWords.cells(second))
    }
    return table.lines + [""] + burdens
  }

  /// What else each policy moves, a line for each burden.
  private var burdens: [String] {
    var table = TextTable(["", "burdens that moved"], right: [])
    for name in alternatives {
      let words = words(of: name), moved = words.movedBurdens.map(words.short)
      for (index, text) in (moved.isEmpty ? ["none"] : moved).enumerated() {
        table.add([index == 0 ? name : "", text])
      }
    }
    return table.lines
  }

  private func differences(_ column: Column) -> [String] {
    var table = TextTable(
      [column.name, "difference", limits, "ratio", "unit"], right: [1, 3])
    for name in alternatives {
      guard let row = rows(of: name).first(where: { $0.column.name == column.name }) else {
        continue
      }
      table.add([
        name, NumberText.signed(row.difference), NumberText.limits(row.interval),
        NumberText.number(row.ratioEstimate), column.unit,
      ])
    }
    return table.lines
  }

  private var places: [String] {
    let rivals = OutcomeWords.rivals { name in
      outcome.results.summary.contains { $0.column.name == name && $0.mean?.isFinite ?? false }
    }
    let others = rivals.isEmpty ? ["elsewhere"] : rivals.map { "rival \($0)" }
    var table = TextTable(
      ["", "here", "private"] + others + ["sum"], right: Set(1...others.count + 3))
    for scenario in plan.scenarios {
      let names = OutcomeWords.parts(rivals: rivals) + [OutcomeWords.headline]
      let means = names.map { name in
        outcome.results.summary.first {
          $0.scenario == scenario.name && $0.column.name == name && $0.period == .window
        }?.mean
      }
      table.add([scenario.name] + means.map { NumberText.number($0) })
    }
    return table.lines
  }
}

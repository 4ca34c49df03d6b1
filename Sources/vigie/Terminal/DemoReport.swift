import Experiment
import Report
import Schema
import Simulation

/// What `demo` prints: a few policies against a platform without any, the benefit drawn, and beside
/// it only the burdens that moved.
struct DemoReport {
  let comparison: Comparison
  let outcome: Session.Outcome
  /// What readers call each alternative, by its name.
  let names: [String: String]

  private var plan: Plan { comparison.plan }
  private var alternatives: [String] { plan.scenarios.dropFirst().map(\.name) }

  var text: String {
    var lines = heading + [""] + picture + [""]
    for name in alternatives {
      let words = words(of: name)
      let burdens = words.movedBurdens.map { "  " + words.short($0) }
      lines.append("\(called(name)): " + (burdens.isEmpty ? "no burden moved" : "beside that"))
      lines += burdens + elsewhere(name)
    }
    lines += ["", "In words"] + alternatives.map { "  " + words(of: $0).brief }
    lines.append("These are results of the model's assumptions, not a forecast.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Summary and differences as JSON.
  func json(folder: String) -> String {
    StudyJSON(plan: plan, results: outcome.results, folder: folder).text
  }

  private var heading: [String] {
    guard let scenario = comparison.scenarios.first else { return [] }
    let value = scenario.reading.value
    let title = value.title.isEmpty ? scenario.name : value.title.oneLine
    return [
      "\(title): window \(Unit.duration.text(value.hours.window)) after "
        + "\(Unit.duration.text(value.hours.warmUp)) warm-up, "
        + "\(NumberText.number(Double(value.population))) people",
      "\(Noun("policy", "policies").counted(alternatives.count)) against it, "
        + "\(Differences.pairNoun.counted(plan.runsOfEach)) of runs on the same random numbers; "
        + "bars: 95 % of plausible worlds",
    ]
  }

  /// The change of the headline under each policy.
  private var picture: [String] {
    let bars = TextBars(alternatives.compactMap { headline($0)?.ratio })
    var table = TextTable(
      [OutcomeLabels.text(OutcomeWords.headline, .en), "", bars.axis], right: [])
    for name in alternatives {
      guard let ratio = headline(name)?.ratio else {
        table.add([called(name), NumberText.signed(headline(name)?.difference)])
        continue
      }
      let limits = "(\(NumberText.change(ratio.low)) to \(NumberText.change(ratio.high)))"
      table.add([
        called(name), NumberText.change(ratio.estimate) + " " + limits, bars.text(ratio),
      ])
    }
    return table.lines
  }

  private func elsewhere(_ name: String) -> [String] {
    let moved = rows(name).filter {
      $0.column.name == OutcomeName.unwantedContactsElsewhere && ($0.difference ?? 0) != 0
    }
    return moved.map { "  " + words(of: name).short($0) }
  }

  private func called(_ name: String) -> String { names[name] ?? name }

  private func rows(_ name: String) -> [DifferenceRow] {
    outcome.results.differences.filter { $0.scenario == name && $0.period == .window }
  }

  private func headline(_ name: String) -> DifferenceRow? {
    rows(name).first { $0.column.name == OutcomeWords.headline }
  }

  private func words(of name: String) -> PolicyWords {
    PolicyWords(
      name: called(name), rows: rows(name), isIdle: outcome.results.idle.contains(name))
  }
}

import ArgumentParser
import Experiment
import Foundation
import Report
import Schema
import Simulation

/// `vigie discover DIR`: in which worlds a policy does harm, or whatever else is asked.
struct DiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover", abstract: "Say in which worlds of a finished study something happens.",
    discussion: """
      Boxes of inputs in which it happens more often than elsewhere (PRIM). Without an option: in which \
      worlds each policy leaves more harm than the baseline. Offenders and what they do are no inputs.
      """)

  @Argument(help: "The folder of a finished comparison or sweep.", completion: .directory)
  var folder: String

  @Option(help: "Outcome that is looked at.")
  var outcome = OutcomeWords.headline

  @Option(name: .customLong("output"), help: "What of it: level, difference or ratio.")
  var kind = SensitivityRow.Kind.difference

  @Option(help: "Of interest is what lies above this (default: 0; of a ratio 1).")
  var above: Double?

  @Option(help: "Of interest is what lies below this.")
  var below: Double?

  @Option(help: "Share of interest that a box should have at least.")
  var density = 0.8

  @Option(
    help: ArgumentHelp("Write every box here.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  func validate() throws {
    if above != nil, below != nil { throw ValidationError("write --above or --below, not both") }
    guard density > 0, density <= 1 else {
      throw ValidationError("--density is \(density); it must be above 0 and at most 1")
    }
    _ = try OutcomeWords.columns([outcome])
  }

  func run() throws {
    guard let provenance = try Provenance.read(folder) else {
      throw Ending(code: 66, message: "error: \(folder) holds no finished study")
    }
    try provenance.check(folder)
    let planned = try Planned(folder)
    guard planned.comparison.options.samples.isEmpty else {
      throw ValidationError("'\(folder)' holds a sensitivity analysis, whose points are no worlds")
    }
    let question = Discovery.Question(
      kind, of: outcome, bound: below ?? above ?? (kind == .ratio ? 1 : 0), isAbove: below == nil)
    let found = try Discovery(planned.comparison, folder: folder).findings(
      question, density: density)
    try Console.write(text(found, question))
    if let csv { try Disk.replace(csv, with: BoxTable.table(found).csv.utf8) }
  }

  private func text(_ found: [Discovery.Finding], _ question: Discovery.Question) -> String {
    let sign = question.isAbove ? "above" : "below"
    var lines = [
      "\(question.kind.rawValue.capitalizedFirst) of \(OutcomeLabels.text(outcome, .en)) \(sign) "
        + NumberText.number(question.bound)
    ]
    for finding in found {
      let share = "\(finding.ofInterest) of \(Noun("world").counted(finding.worlds))"
      guard let box = finding.told, let chance = finding.chance else {
        lines.append("\(finding.scenario): in \(share); too few on one side to say where")
        continue
      }
      guard chance <= 0.05, !box.limits.isEmpty else {
        lines.append(
          "\(finding.scenario): in \(share); no box is told from chance (as good a one in "
            + "\(NumberText.percent(chance)) of worlds dealt out anew)")
        continue
      }
      lines.append(
        "\(finding.scenario): in \(share). In the box below in \(NumberText.percent(box.density)) of "
          + "\(box.worlds), which are \(NumberText.percent(box.coverage)) of all such worlds:")
      lines += box.limits.map { "  " + words($0) }
    }
    lines += [
      "",
      "In this model. By chance: how likely the box would be as dense if that limit did nothing.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ limit: Discovery.FoundLimit) -> String {
    // Three digits: where a box ends hangs on which worlds were drawn.
    let value = { (number: Double) in
      let short = Double(String(format: "%.3g", number)) ?? number
      return limit.unit?.text(short) ?? NumberText.number(short)
    }
    let range =
      switch (limit.low, limit.high) {
      case (let low?, let high?): "from \(value(low)) to \(value(high))"
      case (let low?, nil): "from \(value(low)) on"
      case (nil, let high?): "up to \(value(high))"
      case (nil, nil): limit.words.joined(separator: " or ")
      }
    return "\(limit.input) \(range) (by chance \(NumberText.number(limit.chance)))"
  }
}

extension SensitivityRow.Kind: ExpressibleByArgument {}

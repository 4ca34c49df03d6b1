import Experiment
import Foundation
import Report
import Schema

/// What `calibrate` prints.
struct CalibrationReport {
  let findings: CalibrationFindings
  let seed: UInt64
  let folder: String

  /// Inputs that are printed: those of which most was learnt.
  private static let most = 8

  /// What was run, the targets beside the model, what was learnt, the ridge.
  var text: String {
    let lines =
      [head, ""] + patterns + [""] + learnt + [""] + sentences
      + ["These are results of the model's assumptions, not a forecast."]
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: String {
    let sizes = findings.sizes
    return
      "Seed \(seed); \(Noun("world").counted(findings.runs)) run, \(findings.bank) of them from the "
      + "priors alone. \(findings.isDone ? "Plausible set" : "Not there yet"): \(sizes.all), "
      + "\(sizes.distinct) different, worth \(Int(sizes.effective)) independent ones"
  }

  private var patterns: [String] {
    var table = TextTable(
      ["target", "role", "source", "priors", "95 %", "plausible", "95 %", "unit", "verdict"],
      right: [2, 3, 5])
    for own in findings.patterns {
      table.add([
        own.target.outcome, own.target.role.rawValue, Self.range(own.target),
        NumberText.number(own.prior.median), Self.limits(own.prior),
        NumberText.number(own.plausible.median), Self.limits(own.plausible), own.target.unit,
        own.verdict,
      ])
    }
    return table.lines
  }

  private static func range(_ target: Target) -> String {
    let (least, most) = target.limits
    switch (least.isFinite, most.isFinite) {
    case (true, true) where least == most: return NumberText.number(least)
    case (true, true): return "\(NumberText.number(least)) to \(NumberText.number(most))"
    case (true, false): return "≥ " + NumberText.number(least)
    case (false, _): return "≤ " + NumberText.number(most)
    }
  }

  private static func limits(_ spread: CalibrationFindings.Spread) -> String {
    "\(NumberText.number(spread.low)) to \(NumberText.number(spread.high))"
  }

  private var learnt: [String] {
    var table = TextTable(
      ["learnt most of", "prior", "95 %", "plausible", "95 %", "unit"], right: [1, 3])
    for own in findings.learnt.sorted(by: { $0.size > $1.size }).prefix(Self.most) {
      table.add([
        own.input, NumberText.number(own.prior.median), Self.limits(own.prior),
        NumberText.number(own.plausible.median), Self.limits(own.plausible), own.unit,
      ])
    }
    return table.lines
  }

  private var sentences: [String] {
    var lines: [String] = []
    if let first = findings.open.first {
      let last = findings.open.last ?? first
      lines.append(
        "History matching leaves \(Self.percent(first)) of the priors' worlds open, then "
          + "\(Self.percent(last)); of \(findings.lost.fitting) worlds of the bank that fit it would have ruled "
          + "out \(findings.lost.ruledOut).")
    }
    if let ridge = findings.ridge {
      lines.append(
        "The ridge: among plausible worlds \(ridge.input) and harm make up for each other (rank correlation "
          + "\(NumberText.number(ridge.correlation)); over the priors "
          + "\(NumberText.number(ridge.priorCorrelation))). The targets tell their product, not the two."
      )
    }
    if let recovery = findings.recovery {
      lines.append(
        "Known inputs are found again: of \(recovery.truths) worlds taken for the truth, each with "
          + "\(recovery.rows.count) inputs, \(Self.percent(recovery.inside)) lie within the region that should hold "
          + "90 %.")
    }
    if findings.isDone, findings.sizes.distinct < CalibrationFindings.fewest {
      lines.append(
        "Warning: fewer than \(CalibrationFindings.fewest) different worlds: limits over them mean little."
      )
    }
    return lines
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.1f %%", share * 100)
  }

  /// Why the fit has no plausible set.
  var undone: String {
    findings.isHopeless
      ? "error: no world was found that could be plausible; the targets contradict each other in this model, or "
        + "the priors leave no room"
      : "error: the budget ends at implausibility \(NumberText.number(findings.bound)); 1 is wanted. The same "
        + "command with a larger --budget goes on"
  }

  /// The same as JSON.
  var json: String {
    let sizes = findings.sizes
    return JSON.object([
      .init("folder", .string(folder)), .init("done", .flag(findings.isDone)),
      .init("runs", .number(Double(findings.runs))), .init("worlds", .number(Double(sizes.all))),
      .init("distinct_worlds", .number(Double(sizes.distinct))),
      .init("effective_size", .number(sizes.effective)),
      .init(
        "patterns",
        .array(
          findings.patterns.map { own in
            .object([
              .init("outcome", .string(own.target.outcome)),
              .init("role", .string(own.target.role.rawValue)),
              .init("prior_median", .number(own.prior.median)),
              .init("median", .number(own.plausible.median)),
              .init("ui_low", .number(own.plausible.low)),
              .init("ui_high", .number(own.plausible.high)),
              .init("verdict", .string(own.verdict)),
            ])
          })),
    ]).text
  }
}

import ArgumentParser
import Experiment
import Foundation
import Schema

/// `vigie calibrate STUDY`: fits a baseline to what sources say.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit a baseline to a table of targets: which worlds are plausible.",
    discussion: """
      A study file with a section calibrate. Worlds from the priors are run; an emulator fitted to them rules \
      worlds out (history matching); the rest is approximate Bayesian computation by sequential Monte Carlo. \
      plausible.csv has the worlds that fit, for --draws-file of compare and sweep; patterns.csv each target \
      beside the priors and the plausible worlds; inputs.csv what was learnt of each input. The fit goes on \
      where it was interrupted.
      """)

  @Argument(help: "A study file.", completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(help: "Worlds from the priors that are run first, in place of what the file says.")
  var bank: Int?

  @Option(help: "Worlds of the plausible set, in place of what the file says.")
  var worlds: Int?

  @Option(
    help: ArgumentHelp(
      "Runs at most: a step that would go beyond is not made.", valueName: "RUNS"))
  var budget: Int?

  @OptionGroup var options: StudyOptions

  func validate() throws {
    if options.asksForDraws || !options.outcomes.isEmpty {
      throw ValidationError(
        "a fit has worlds of its own in place of draws: --bank and --worlds; its file names the outcomes"
      )
    }
    if let bank, bank < 100 { throw ValidationError("--bank is \(bank); it must be at least 100") }
    if let worlds, worlds < 50 {
      throw ValidationError("--worlds is \(worlds); it must be at least 50")
    }
    if let budget, budget < 1 { throw ValidationError("--budget is \(budget); it must be above 0") }
  }

  func run() throws {
    let path = Input.path(file)
    guard LoadedStudy.isStudy(Input.loader.read(path)) else {
      throw ValidationError("'\(file)' is no study; calibrate needs one with a section calibrate")
    }
    let study = try LoadedStudy(path, settings: options.overlay, loader: Input.loader)
    let seed = options.seed ?? UInt64(clamping: study.study.seed)
    guard
      var fit = try Calibration(study, seed: seed, bank: bank, worlds: worlds)
    else { throw ValidationError("'\(file)' has no section calibrate") }
    let folder = options.folder(study.study.label)
    let last = try made(&fit, folder: folder)
    let findings = fit.findings(last.levels)
    let page = ReportFile(folder: folder, language: options.language).attempt()
    let report = CalibrationReport(findings: findings, seed: seed, folder: folder)
    try Console.write(options.json ? report.json : report.text)
    if !options.quiet {
      Console.note(
        "Wrote \(folder): plausible.csv, patterns.csv, inputs.csv, ridge.csv, report.html, runs.csv"
      )
    }
    try page.end()
    if !last.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(last.results, in: folder))
    }
    if !findings.isDone { throw Ending(code: 75, message: report.undone) }
  }

  /// Runs batch after batch.
  private func made(_ fit: inout Calibration, folder: String) throws -> Last {
    var last: Last?, isFirst = true
    while let settings = fit.next {
      let count = (settings.draws ?? 0) * settings.replicates
      if let budget, count > budget {
        if let last { return last }
        throw ValidationError("--budget is \(budget); the bank alone takes \(count) runs")
      }
      if options.dryRun, !options.quiet {
        Console.note(
          "\(fit.step); wave and steps of the population take some five to ten times as much")
      }
      if !options.quiet, !options.dryRun {
        Console.note("\(fit.step): \(Noun("run").counted(count)) in all")
      }
      var own = options
      own.fresh = options.fresh && isFirst
      isFirst = false
      var session = Session(
        comparison: try Comparison([fit.scenario], options: settings), options: own,
        folder: folder, again: Command.again)
      let outcome = try session.run()
      guard let levels = outcome.results.levels else { break }
      last = Last(results: outcome.results, levels: levels)
      fit.take(levels)
    }
    guard let last else { throw ValidationError("the fit asks for no run") }
    return last
  }

  /// What the last batch left.
  private struct Last {
    let results: Study.Results
    let levels: DrawLevels

    var failures: [FinishedRun] { results.failures }
  }
}

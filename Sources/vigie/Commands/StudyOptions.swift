import ArgumentParser
import Experiment
import Foundation
import Report
import Schema

/// Flags of every command that makes runs.
struct StudyOptions: ParsableArguments {
  @Option(
    help: "Draws of the uncertain parameters, over which the limits of plausible worlds go.")
  var draws: Int?

  @Option(
    help: ArgumentHelp(
      """
      Values of parameters, a row for each draw: columns are paths (path@scenario for one policy's \
      own), all else is drawn from its prior. Without --draws as many draws as rows.
      """, valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var drawsFile: String?

  @Option(
    name: .shortAndLong,
    help:
      "Runs of each scenario: with --draws in each draw (default: 1), without in all (default: 8).")
  var replicates: Int?

  @Option(
    help: ArgumentHelp(
      """
      Double the draws until the middle of each effect is known to ± P points (of one scenario: per \
      cent of its mean); --draws then says how many at most. A policy that is known has no more draws.
      """, valueName: "P"))
  var precision: Double?

  @Option(
    help: ArgumentHelp(
      "The same for each limit of plausible worlds; with or without --precision.", valueName: "P"))
  var limits: Double?

  @Flag(
    help: """
      A second run in draws 1 to 16 and in every fourth after, from which the share of chance is \
      told (with one run in each draw).
      """)
  var echoes = false

  @Option(help: "Seed of all random numbers, below 2^53 (default: 20210101).")
  var seed: UInt64?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Set a value over the files; may be repeated.", valueName: "KEY=VALUE"))
  var settings: [String] = []

  @Option(help: "Length of the observation window, such as 30d.")
  var until: String?

  @Option(help: "Folder of results (default: Results/NAME).")
  var out: String?

  @Option(help: "Runs at once (default: cores).")
  var jobs: Int?

  @Flag(
    name: .customLong("dry-run"),
    help: "Say how many runs, how much processor time and disk it takes; run and write nothing.")
  var dryRun = false

  @Flag(help: "Start over where the folder holds another study.")
  var fresh = false

  @Flag(help: "Medians of uncertain parameters in place of draws: intervals hold chance alone.")
  var fixed = false

  @Option(
    name: .customLong("outcome"), parsing: .singleValue,
    help: ArgumentHelp("Outcome to print; may be repeated.", valueName: "NAME"))
  var outcomes: [String] = []

  @Flag(help: "Print results as JSON.")
  var json = false

  @Flag(help: "Print results only: no progress, no remarks.")
  var quiet = false

  @Flag(name: .customLong("no-progress"), help: "Print no progress.")
  var noProgress = false

  @Option(name: .customLong("lang"), help: "Language of report.html: en or fr.")
  var language = Language.en

  @Option(help: "Colours on stderr: auto, always or never.")
  var color: Console.Color = .auto

  /// The seed where neither the command line nor a file names one.
  static let standardSeed: UInt64 = 20_210_101

  func validate() throws {
    if let draws, draws < 1 {
      throw ValidationError("--draws is \(draws); it must be at least 1")
    }
    for (name, wanted) in [("precision", precision), ("limits", limits)] {
      guard let wanted else { continue }
      guard wanted > 0, wanted.isFinite else {
        throw ValidationError("--\(name) is \(wanted); it must be above 0")
      }
      if fixed {
        throw ValidationError("--fixed puts medians in place of draws: --\(name) counts draws")
      }
    }
    if fixed, draws != nil {
      throw ValidationError("--fixed puts medians in place of draws: leave --draws out")
    }
    if fixed, drawsFile != nil {
      throw ValidationError(
        "--fixed puts medians in place of draws: leave --draws-file out, or set values with --set")
    }
    if let replicates, replicates < 1 {
      throw ValidationError("--replicates is \(replicates); it must be at least 1")
    }
    if echoes, fixed || replicates ?? 1 > 1 {
      throw ValidationError(
        "--echoes are second runs of draws that have one: leave out --fixed and -r")
    }
    if let seed, seed >= Plan.seedLimit {
      throw ValidationError("--seed is \(seed); it must be below 2^53")
    }
    if let jobs, jobs < 1 || jobs > 1_024 {
      throw ValidationError("--jobs is \(jobs); it must be 1 to 1024")
    }
  }

  /// Draws and replicates: as asked for here, or as a study file has them.
  ///
  /// - Parameters:
  ///   - study: What the file says, if there is one.
  ///   - given: Values given for the draws: without a number of draws all rows are taken.
  func size(
    _ study: LoadedStudy? = nil, given: ValuesFile? = nil
  ) -> (draws: Int?, replicates: Int) {
    let file = study?.study.draws ?? 0
    if let given, !fixed {
      let standard = file > 0 || study?.given != nil ? study?.replicates ?? 1 : 1
      return (self.draws ?? (file > 0 ? file : given.rows), replicates ?? standard)
    }
    // Runs in all leave no room for draws of the file's.
    let draws = fixed ? nil : self.draws ?? (replicates == nil && file > 0 ? file : nil)
    // Replicates of a file without draws are runs in all, too.
    let standard = self.draws == nil || file > 0 ? study?.replicates ?? 8 : 1
    return (draws, replicates ?? standard)
  }

  /// How a study file's scenarios are run, with what this command line asks for in place of what it says.
  ///
  /// - Throws: `Problems`, `ValidationError` for values given for the draws.
  func settings(for loaded: LoadedStudy, followUp: FollowUp?) throws -> Comparison.Options {
    let study = loaded.study
    let given = try given(for: loaded.scenarios, baseline: 0, study: loaded.given)
    let size = size(loaded, given: given)
    var settings = Comparison.Options(
      name: study.label, draws: size.draws, replicates: size.replicates,
      echoes: echoes || study.echoes, seed: seed ?? UInt64(clamping: study.seed),
      isFixed: fixed, beginsWithWindow: study.policyFrom == .window, followUp: followUp,
      given: given)
    settings.against = loaded.against
    return settings
  }

  /// The values given for the draws, checked against the scenarios that they are for.
  ///
  /// - Parameters:
  ///   - baseline: The position of the scenario to which paths alone belong.
  ///   - study: What a study file names, if this command line names nothing.
  /// - Throws: `Problems`; `ValidationError` for medians of what a study gives draw by draw.
  func given(
    for scenarios: [ScenarioFile], baseline: Int, study: ValuesFile? = nil
  ) throws -> ValuesFile? {
    guard let drawsFile else {
      if fixed, study != nil {
        throw ValidationError("--fixed puts medians in place of draws: the study has a draws_file")
      }
      return study
    }
    let file = try ValuesFile(drawsFile)
    _ = try file.applied(to: scenarios, baseline: baseline)
    return file
  }

  /// Whether anything is asked for of draws and replicates, or in their place.
  var asksForDraws: Bool {
    draws != nil || replicates != nil || fixed || echoes || goal != nil || drawsFile != nil
  }

  /// What precision is asked for; nil for none.
  var goal: PrecisionGoal? {
    precision == nil && limits == nil ? nil : PrecisionGoal(middle: precision, limits: limits)
  }

  /// The values set over the files.
  var overlay: Experiment.Settings { Experiment.Settings(settings, until: until) }

  /// The folder of a study of that name, under the working directory.
  func folder(_ name: String) -> String {
    if let out { return out }
    let safe = FilePath.safe(name)
    return "Results/" + (safe.isEmpty ? "study" : safe)
  }
}

extension Console.Color: ExpressibleByArgument {}

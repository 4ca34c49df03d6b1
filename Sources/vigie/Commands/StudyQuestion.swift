import ArgumentParser
import Experiment
import Foundation
import Schema
import Simulation

/// What files and a command line ask for: scenarios, and how they are run.
struct StudyQuestion {
  let scenarios: [ScenarioFile]
  var settings: Comparison.Options
  /// Outcomes that the study's file asks for.
  var outcomes: [String] = []

  /// A study, or scenarios of which the first is the baseline.
  ///
  /// - Parameter followUp: What is watched for longer, from what a study file says.
  /// - Throws: `Problems`, `ValidationError`.
  static func compared(
    _ files: [String], _ options: StudyOptions,
    followUp: (FollowUp?, [ScenarioFile]) throws -> FollowUp? = { found, _ in found }
  ) throws -> StudyQuestion {
    let paths = files.map(Input.path)
    if paths.count == 1 { return try study(files[0], options, followUp: followUp) }
    let scenarios = try ScenarioFile.compared(paths, settings: options.overlay)
    let given = try options.given(for: scenarios, baseline: 0)
    let size = options.size(given: given)
    return StudyQuestion(
      scenarios: scenarios,
      settings: Comparison.Options(
        name: scenarios.map(\.name).joined(separator: "-vs-"),
        draws: size.draws, replicates: size.replicates, echoes: options.echoes,
        seed: options.seed ?? StudyOptions.standardSeed, isFixed: options.fixed,
        followUp: try followUp(nil, scenarios), given: given))
  }

  private static func study(
    _ file: String, _ options: StudyOptions,
    followUp: (FollowUp?, [ScenarioFile]) throws -> FollowUp?
  ) throws -> StudyQuestion {
    let path = Input.path(file), loader = Input.loader
    guard LoadedStudy.isStudy(loader.read(path)) else {
      // A file that is missing, or that extends a study, is the greater mistake.
      _ = try ScenarioFile(path, settings: options.overlay, loader: loader)
      throw ValidationError(
        "'\(file)' is a scenario; compare needs a study file or two scenarios; "
          + "'vigie run' takes one scenario")
    }
    let loaded = try LoadedStudy(path, settings: options.overlay, loader: loader)
    if loaded.points != nil {
      throw ValidationError(
        "'\(file)' has a section sweep; 'vigie sweep' runs it at its points")
    }
    return StudyQuestion(
      scenarios: loaded.scenarios,
      settings: try options.settings(
        for: loaded, followUp: try followUp(loaded.followUp, loaded.scenarios)),
      outcomes: loaded.outcomes)
  }

  /// A study with points, or a scenario at points of the command line's.
  ///
  /// - Parameter extend: Whether the points come after those that the folder has.
  /// - Throws: `Problems`, `ValidationError`.
  static func swept(
    _ file: String, _ options: StudyOptions, points: String?, extend: Bool
  ) throws -> StudyQuestion {
    let path = Input.path(file), loader = Input.loader
    guard LoadedStudy.isStudy(loader.read(path)) else {
      let scenario = try ScenarioFile(path, settings: options.overlay, loader: loader)
      guard points != nil else {
        throw ValidationError(
          "'\(file)' is a scenario; write --points FILE.csv, or a study with a section sweep")
      }
      let given = try options.given(for: [scenario], baseline: 0)
      let size = options.size(given: given)
      var settings = Comparison.Options(
        name: scenario.name, draws: size.draws, replicates: size.replicates,
        echoes: options.echoes, seed: options.seed ?? StudyOptions.standardSeed,
        isFixed: options.fixed, given: given)
      settings.points = try asked(points, extend, options, for: [scenario], settings.name)
      settings.outcomes = options.outcomes
      return StudyQuestion(scenarios: [scenario], settings: settings)
    }
    let study = try LoadedStudy(path, settings: options.overlay, loader: loader)
    var settings = try options.settings(for: study, followUp: study.followUp)
    settings.points =
      try asked(points, extend, options, for: study.scenarios, settings.name) ?? study.points
    guard settings.points != nil else {
      throw ValidationError(
        "'\(file)' has no section sweep; add one, write --points FILE.csv, or use 'vigie compare'")
    }
    // The tables of a sweep have what is asked for, and little else.
    settings.outcomes = options.outcomes.isEmpty ? study.outcomes : options.outcomes
    return StudyQuestion(
      scenarios: study.scenarios, settings: settings, outcomes: study.outcomes)
  }

  /// The points that the command line names, after those that the folder has if it is extended.
  private static func asked(
    _ points: String?, _ extend: Bool, _ options: StudyOptions, for scenarios: [ScenarioFile],
    _ name: String
  ) throws -> ValuesFile? {
    guard let points else { return nil }
    var table = try ValuesFile(points, of: .points)
    if extend {
      let before = options.folder(name) + "/points.csv"
      if FileManager.default.fileExists(atPath: before) {
        table = try ValuesFile(before, of: .points).adding(table)
      }
    }
    _ = try table.applied(to: scenarios, baseline: 0)
    return table
  }
}

extension ScenarioFile {
  /// Several files.
  ///
  /// - Throws: `Problems` of all of them at once.
  static func compared(_ files: [String], settings: Settings) throws(Problems) -> [ScenarioFile] {
    var scenarios: [ScenarioFile] = [], problems: [Problem] = []
    var sources: [String: String] = [:]
    for file in files {
      do throws(Problems) {
        scenarios.append(try ScenarioFile(file, settings: settings, loader: Input.loader))
      } catch {
        for problem in error.list where !problems.contains(problem) { problems.append(problem) }
        sources.merge(error.sources) { first, _ in first }
      }
    }
    if !problems.isEmpty { throw Problems(problems, sources: sources) }
    return try told(apart: scenarios)
  }
}

import Experiment
import Foundation
import Schema
import Simulation

/// What a study would take: runs, processor time, disk. Nothing is written.
struct DryRun {
  let comparison: Comparison
  let study: Study
  let jobs: Int

  /// Processor seconds spent on trying out all scenarios together, beside setting them up.
  private static let budget = 6.0
  /// Runs of each scenario that are tried.
  private static let tries = 4

  /// The lines to print.
  ///
  /// - Throws: `Problems` where drawn values contradict each other; `FolderProblem`, `DiskError`.
  func lines() throws -> [String] {
    let plan = comparison.plan, missing = try study.missingRuns()
    let draws = Noun("draw").counted(plan.draws), different = Set(study.keys).count
    var lines = [
      "\(Nouns.run.counted(plan.count)): "
        + (plan.points > 1 ? "\(Noun("point").counted(plan.points)), " : "")
        + "\(Noun("scenario").counted(comparison.scenarios.count)), \(draws), "
        + (plan.echoes
          ? "\(Nouns.replicate.counted(plan.runsOfEach - plan.draws)) beside one in each"
          : "\(Nouns.replicate.counted(plan.replicates)) in each"),
      "\(Nouns.run.counted(different - missing.count)) there already, "
        + "\(missing.count) to be made" + (different < plan.count ? "; others are the same" : ""),
    ]
    if missing.isEmpty { return lines }
    let seconds = try seconds(of: missing)
    lines.append(
      "about \(Self.duration(seconds)) of processor time, \(Self.duration(seconds / Double(jobs))) "
        + "with \(jobs) at once: runs of each scenario were tried for a moment just now")
    let bytes = Double(missing.count) * bytesOfRun
    lines.append("about \(NumberText.number((bytes / 1e6 * 10).rounded(.up) / 10)) MB of disk")
    return lines
  }

  /// Processor seconds that runs take: some of each scenario are tried for a moment.
  ///
  /// - Throws: `Problems` where drawn values contradict each other.
  func seconds(of missing: [PlannedRun]) throws -> Double {
    var seconds = 0.0
    let files = comparison.scenarios.count
    let share = Self.budget / Double(files * Self.tries)
    for file in 0..<files {
      let own = missing.filter { $0.scenario % files == file }
      let costs = try Self.tried(own).map { try Self.cost(of: $0, in: comparison, atMost: share) }
      guard let setUp = Statistics.mean(costs.map(\.setUp)),
        let anHour = Statistics.mean(costs.map(\.anHour))
      else { continue }
      seconds += own.reduce(0) { $0 + setUp + anHour * study.cost($1) }
    }
    return seconds
  }

  /// Some runs from beginning to end of those to be made: draws differ in what they take.
  private static func tried(_ runs: [PlannedRun]) -> [PlannedRun] {
    let count = min(tries, runs.count)
    return (0..<count).map { runs[$0 * (runs.count - 1) / max(1, count - 1)] }
  }

  /// Processor seconds of a run's beginning and of each simulated hour, from its first ones.
  private static func cost(
    of run: PlannedRun, in comparison: Comparison, atMost budget: Double
  ) throws -> (setUp: Double, anHour: Double) {
    let scenario = try comparison.drawn(run)
    let start = Usage.seconds
    var begun: Double?, reached = 0.0
    _ = try? Run.watch(
      scenario, seed: comparison.options.seed, replicate: comparison.plan.stream(of: run),
      isStopped: { Usage.seconds - start > budget && reached > 0 },
      see: { sighting in
        if begun == nil { begun = Usage.seconds }
        reached = sighting.time
      })
    let end = Usage.seconds
    let setUp = (begun ?? end) - start
    return (setUp, (end - start - setUp) / max(reached, 1e-6))
  }

  /// A run's record and its rows in the tables.
  private var bytesOfRun: Double {
    let plan = comparison.plan
    let hours = comparison.scenarios.map(\.reading.value.hours.window).max() ?? 0
    let periods = Double(SeriesRecord.periods(ofWindow: hours))
    let numbers = Double(plan.columns.count + plan.drawn.count)
    let series = periods * Double(SeriesRecord.columns.count)
    return (numbers + series) * 8 + numbers * 12 + series * 12 + periods * 30 + 300
  }

  /// `40 s`, `12 min`, `3.4 h`.
  static func duration(_ seconds: Double) -> String {
    if seconds < 90 { return "\(Int(seconds.rounded(.up))) s" }
    if seconds < 5400 { return "\(Int((seconds / 60).rounded())) min" }
    return "\(NumberText.number((seconds / 360).rounded() / 10)) h"
  }
}

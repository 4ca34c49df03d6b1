import Experiment
import Foundation
import Schema
import Simulation

/// `vigie plan DIR --next`: decides as `vigie compare` does after a round, from what the folder says.
struct NextRound {
  let folder: String
  let options: StudyOptions

  /// Writes the next round for the workers, or says that none is left.
  ///
  /// - Throws: `Ending` where the folder has no goal, or runs of its round are missing.
  func run() throws {
    let planned = try Planned(folder)
    guard let goal = try StudyGoal.read(folder) else {
      throw Ending(
        code: 65,
        message:
          "error: \(folder) was planned for one round\n  help: 'vigie plan STUDY --precision P "
          + "--out \(Shell.quoted(folder))' plans the first of several")
    }
    let round = goal.round(of: planned.comparison.plan)
    let results = try results(of: planned.study, round)
    let step = try Rounds(goal).after(planned.comparison, results)
    if !options.quiet {
      step.words.map(Console.note)
      if !results.failures.isEmpty { Console.note(Command.failed(results, in: folder)) }
    }
    guard let next = step.next else {
      return try say(
        "round \(round) was the last one: \(draws(planned.comparison)); nothing is left to be made",
        round, of: planned.comparison, missing: nil)
    }
    var study = next.study(
      folder: folder, command: planned.study.command, goal: goal, after: planned.study.parameters)
    study.again = Planned.again(folder)
    let missing = try study.prepare(), number = goal.round(of: next.plan)
    try say(
      "round \(number): \(draws(next)), \(Nouns.run.counted(missing)) to be made; "
        + "send the same array again", number, of: next, missing: missing)
  }

  /// What the round's tables say; they are written where nobody did yet.
  private func results(of study: Study, _ round: Int) throws -> Study.Results {
    switch try Planned.telling({ try study.gather() }) {
    case .alreadyDone(let results), .finished(let results): return results
    case .interrupted(let done, let total):
      throw try Planned.incomplete(study, done: done, total: total, of: " of round \(round)")
    }
  }

  private func draws(_ comparison: Comparison) -> String {
    Noun("draw").counted(comparison.plan.draws)
  }

  /// - Parameter missing: Runs that are to be made; nil where no round is left.
  private func say(
    _ words: String, _ round: Int, of comparison: Comparison, missing: Int?
  ) throws {
    guard options.json else { return try Console.write(words + "\n") }
    let object = JSON.object([
      .init("folder", .string(folder)), .init("done", .flag(missing == nil)),
      .init("round", .count(UInt64(round))),
      .init("draws", .count(UInt64(comparison.plan.draws))),
      .init("missing", .count(UInt64(missing ?? 0))),
    ])
    try Console.write(object.text)
  }
}

extension StudyOptions {
  /// An option by name that is about what is to be run; nil where none was given.
  var asked: String? {
    let given: [(String, Bool)] = [
      ("draws", draws != nil), ("draws-file", drawsFile != nil), ("replicates", replicates != nil),
      ("precision", precision != nil), ("limits", limits != nil), ("echoes", echoes),
      ("seed", seed != nil), ("set", !settings.isEmpty), ("until", until != nil),
      ("out", out != nil), ("jobs", jobs != nil), ("dry-run", dryRun), ("fresh", fresh),
      ("fixed", fixed), ("outcome", !outcomes.isEmpty),
    ]
    return given.first(where: \.1)?.0
  }
}

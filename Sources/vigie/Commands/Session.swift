import Experiment
import Foundation
import Schema
import Simulation
import Synchronization

/// One sitting with a study: makes the runs that are missing, tells how far it is, and stops when
/// asked to.
struct Session {
  private(set) var comparison: Comparison
  let options: StudyOptions
  let folder: String
  /// What to type to go on after an interruption.
  let again: String
  var simultaneous = false

  /// What a sitting leaves.
  struct Outcome {
    let results: Study.Results
    /// Whether nothing was left to run.
    let wasDone: Bool
    /// Events dispatched in this sitting.
    let events: UInt64
    /// Processor seconds of this process until now.
    let seconds: Double
  }

  /// Makes a sitting with a study.
  init(
    comparison: Comparison, options: StudyOptions, folder: String, again: String,
    simultaneous: Bool = false
  ) {
    (self.comparison, self.options, self.folder) = (comparison, options, folder)
    (self.again, self.simultaneous) = (again, simultaneous)
  }

  /// Runs the study to its end; in rounds, with more draws in each, if a precision is asked for.
  ///
  /// - Throws: `Ending` after a signal; `FolderProblem`, `DiskError`.
  mutating func run() throws -> Outcome {
    Signals.listen()
    guard let goal = options.goal else { return try sitting() }
    let rounds = Rounds(goal, of: comparison, most: options.draws)
    var one = self, isFirst = true
    let (study, outcome) = try rounds.run(
      comparison, note: { if !options.quiet { Console.note($0) } },
      sitting: { study in
        one.comparison = study
        defer { isFirst = false }
        return try one.sitting(fresh: isFirst && options.fresh)
      })
    comparison = study
    return outcome
  }

  /// - Parameter fresh: Start over; only the first round of several may.
  private func sitting(fresh: Bool? = nil) throws -> Outcome {
    var study = comparison.study(
      folder: folder, command: DataPackage.command(Command.provenance))
    study.fresh = fresh ?? options.fresh
    study.again = again
    study.simultaneous = simultaneous
    let events = Counter(), jobs = try jobs()
    if options.dryRun {
      let lines = try DryRun(comparison: comparison, study: study, jobs: jobs).lines()
      try Console.write(lines.joined(separator: "\n") + "\n")
      throw Ending(code: 0)
    }
    let replication = Replication(
      jobs: jobs, isQuiet: options.quiet || options.noProgress)
    let ending = try study.run(with: replication) { [comparison] run, stop in
      let record = try comparison.simulate(run, stop: stop)
      events.add(record.events)
      return record
    }
    switch ending {
    case .alreadyDone(let results):
      return Outcome(results: results, wasDone: true, events: 0, seconds: 0)
    case .finished(let results):
      return Outcome(
        results: results, wasDone: false, events: events.value, seconds: Usage.seconds)
    case .interrupted(let done, let total):
      throw interruption(done: done, total: total)
    }
  }

  /// How many runs at once: as many as wanted, and as memory carries.
  private func jobs() throws -> Int {
    try Memory.jobs(options.jobs, for: comparison.plan.count, of: comparison) { words in
      if !options.quiet { Console.note(words) }
    }
  }

  private func interruption(done: Int, total: Int) -> Ending {
    let message =
      (Console.isTerminal ? "\n" : "")
      + "interrupted: \(done) of \(Noun("run is", "runs are").counted(total)) safe in \(folder); "
      + "go on with\n  \(again)"
    return Ending(code: Signals.number.map { 128 + $0 } ?? 75, message: message)
  }

  /// A number that any thread may add to.
  private final class Counter: Sendable {
    private let sum = Atomic<UInt64>(0)

    var value: UInt64 { sum.load(ordering: .relaxed) }

    func add(_ number: UInt64) { sum.wrappingAdd(number, ordering: .relaxed) }
  }
}

extension Replication {
  /// Runs on the threads of this process: signals stop them, and the terminal hears how far they are.
  init(jobs: Int, isQuiet: Bool) {
    let line = ProgressLine(isBar: Console.isTerminal), started = ContinuousClock.now
    self.init(
      jobs: jobs, stop: Signals.stop,
      clock: { (ContinuousClock.now - started) / .seconds(1) },
      progress: { if !isQuiet { line.show($0) } })
  }
}

/// What this process has used of the machine so far.
enum Usage {
  /// Processor seconds, all threads together.
  static var seconds: Double {
    let usage = own
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  /// Most memory held at once, in megabytes.
  static var peakMegabytes: Double { Double(own.ru_maxrss) * 1024 / 1e6 }

  private static var own: rusage {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage
  }
}

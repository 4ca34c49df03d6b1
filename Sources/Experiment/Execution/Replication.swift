import Foundation
import Simulation
import Synchronization

/// A wish to stop, set once from anywhere, asked for between runs and inside them.
public final class StopFlag: Sendable {
  private let wish = Atomic<Bool>(false)

  /// Makes a flag that is down.
  public init() {}

  /// Whether somebody asked to stop.
  public var isRaised: Bool { wish.load(ordering: .relaxed) }

  /// Asks to stop; safe in a signal handler.
  public func raise() { wish.store(true, ordering: .relaxed) }
}

/// What a simulation throws when it ends early without a fault.
///
/// With the flag raised the run is in flight and lost: it's made again on resume. Without, the run
/// gave up at a bound of its own and becomes a row with status `stopped`.
public struct RunStopped: Error, Equatable {
  /// Which bound, in words.
  public let reason: String

  /// Makes the error.
  public init(reason: String) { self.reason = reason }
}

/// Runs spread over threads; the only file that knows of any.
///
/// A run is a pure function of its plan, so that threads decide when it's made and nothing else.
public struct Replication: Sendable {
  /// How far a study is.
  public struct Progress: Sendable, Equatable {
    /// Runs finished, those of earlier sessions included.
    public let done: Int
    /// Runs of the plan.
    public let total: Int
    /// Seconds since this session began.
    public let elapsed: Double
    /// Seconds still to go, from this session's pace; nil before its first run is done.
    public let remaining: Double?
  }

  /// Threads, the caller's own included; at least one is used.
  public let jobs: Int
  /// Ends the session between runs, and inside a run that asks.
  public let stop: StopFlag
  /// Seconds on a clock that never goes back. Only progress is told from it.
  public let clock: @Sendable () -> Double
  /// Called after each run, one call at a time.
  public let progress: @Sendable (Progress) -> Void

  /// Makes a replication; without a clock, all times are 0.
  public init(
    jobs: Int, stop: StopFlag = StopFlag(), clock: @escaping @Sendable () -> Double = { 0 },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.jobs = jobs
    self.stop = stop
    self.clock = clock
    self.progress = progress
  }

  /// Makes runs, in order as threads become free, until all are done or the flag is raised.
  ///
  /// - Parameters:
  ///   - runs: What is to be made.
  ///   - before: Runs done in earlier sessions, for the progress only.
  ///   - cost: What a run takes, in any unit, for the time that is left.
  ///   - simulate: Makes one run, on any thread; what it throws becomes a failed run.
  ///   - keep: Stores one run, on the same thread; what it throws ends the session.
  /// - Throws: The first error of `keep`, after every thread has ended.
  public func run(
    _ runs: [PlannedRun], before: Int = 0, cost: (PlannedRun) -> Double = { _ in 1 },
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord,
    keep: @escaping @Sendable (FinishedRun) throws -> Void
  ) throws {
    let work = Work(
      replication: self, runs: runs, costs: runs.map(cost), before: before, simulate: simulate,
      keep: keep)
    let extra = max(1, min(jobs, runs.count, 1_024)) - 1
    var threads: [pthread_t] = []
    for _ in 0..<extra {
      var thread = pthread_t()
      let owned = Unmanaged.passRetained(work)
      let code = pthread_create(
        &thread, nil,
        { raw in
          if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().perform() }
          return nil
        }, owned.toOpaque())
      guard code == 0 else {
        // A system that grants fewer threads gets the same results later.
        owned.release()
        break
      }
      threads.append(thread)
    }
    work.perform()
    for thread in threads { pthread_join(thread, nil) }
    if let error = work.error { throw error }
  }
}

/// The runs not yet begun, and a count of those done.
///
/// Unchecked, because a pthread lock guards every variable: `Mutex` raises false alarms under
/// the thread sanitizer.
private final class Work: @unchecked Sendable {
  private let replication: Replication
  private let runs: [PlannedRun], costs: [Double]
  private let before: Int
  private let simulate: @Sendable (PlannedRun, StopFlag) throws -> RunRecord
  private let keep: @Sendable (FinishedRun) throws -> Void
  private let start: Double
  private let lock = NSLock()
  private var begun = 0
  private var done = 0
  /// What the runs done have taken, and what those still to be done will, in the unit of costs.
  private var spent = 0.0, left: Double
  private(set) var error: (any Error)?

  init(
    replication: Replication, runs: [PlannedRun], costs: [Double], before: Int,
    simulate: @escaping @Sendable (PlannedRun, StopFlag) throws -> RunRecord,
    keep: @escaping @Sendable (FinishedRun) throws -> Void
  ) {
    self.replication = replication
    (self.runs, self.costs) = (runs, costs)
    left = costs.reduce(0, +)
    self.before = before
    self.simulate = simulate
    self.keep = keep
    start = replication.clock()
  }

  func perform() {
    while let place = next() {
      let run = runs[place]
      let outcome = RunOutcome(stop: replication.stop) { try simulate(run, replication.stop) }
      guard let outcome else { continue }
      do {
        try keep(FinishedRun(run: run, outcome: outcome))
        tell(costs[place])
      } catch {
        lock.withLock { self.error = self.error ?? error }
      }
    }
  }

  private func next() -> Int? {
    lock.withLock {
      guard begun < runs.count, error == nil, !replication.stop.isRaised else { return nil }
      begun += 1
      return begun - 1
    }
  }

  private func tell(_ cost: Double) {
    lock.withLock {
      done += 1
      (spent, left) = (spent + cost, left - cost)
      let elapsed = replication.clock() - start
      replication.progress(
        Replication.Progress(
          done: before + done, total: before + runs.count, elapsed: elapsed,
          remaining: elapsed / spent * max(0, left)))
    }
  }
}

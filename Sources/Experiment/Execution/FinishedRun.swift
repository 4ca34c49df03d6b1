import Simulation

/// How a run ended.
public enum RunOutcome: Sendable, Equatable {
  /// It reached its end.
  case ok(RunRecord)
  /// It threw; the message says what.
  case failed(String)
  /// It gave up at a bound of its own, on events or memory; the message says which.
  case stopped(String)

  /// Makes a run to its end, whatever that is; nil for one that was cut off by the flag.
  init?(stop: StopFlag, making run: () throws -> RunRecord) {
    do {
      self = .ok(try run())
    } catch let stopped as RunStopped {
      if stop.isRaised { return nil }
      self = .stopped(stopped.reason)
    } catch {
      self = .failed(String(describing: error))
    }
  }

  /// The word in runs.csv.
  public var status: String {
    switch self {
    case .ok: "ok"
    case .failed: "failed"
    case .stopped: "stopped"
    }
  }

  /// What the run left behind, if it reached its end.
  public var record: RunRecord? {
    if case .ok(let record) = self { record } else { nil }
  }

  /// Why it didn't reach its end; nil if it did.
  public var message: String? {
    switch self {
    case .ok: nil
    case .failed(let message), .stopped(let message): message
    }
  }
}

/// A planned run and its end.
public struct FinishedRun: Sendable, Equatable {
  /// Which run.
  public let run: PlannedRun
  /// How it ended.
  public let outcome: RunOutcome

  /// Pairs a run with its end.
  public init(run: PlannedRun, outcome: RunOutcome) {
    self.run = run
    self.outcome = outcome
  }
}

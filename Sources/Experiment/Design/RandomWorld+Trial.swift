import Schema
import Simulation

extension RandomWorld {
  /// How the trial of a world ended.
  public enum Verdict: Sendable, Equatable {
    /// It was read, checked and run, and everything adds up.
    case passed
    /// The checks would not have it, with their problems.
    case refused(String)
    /// It came to a limit of its scenario, or the caller stopped it.
    case stopped(String)
    /// A fault: what does not add up.
    case failed(String)

    /// Whether it is a fault of the program.
    public var isFault: Bool {
      if case .failed = self { true } else { false }
    }
  }

  /// Reads, checks and runs the world as any file.
  ///
  /// - Parameters:
  ///   - text: The world as a file.
  ///   - twice: Whether it is run a second time, to be the same to the last bit.
  ///   - isStopped: Asked now and then; `true` gives `stopped`.
  /// - Complexity: As a run, at most 200,000 events.
  public func trial(
    of text: String, twice: Bool, isStopped: () -> Bool = { false }
  ) -> Verdict {
    do {
      let file = try ScenarioFile(self.file, loader: loader(of: text))
      let scenario = try file.drawn(seed: seed, draw: 1, fixed: false).scenario
      let record = try Run.simulate(scenario, seed: seed, replicate: 1, isStopped: isStopped)
      if let fault = Self.fault(in: record) { return .failed(fault) }
      let settled = Outcomes.settled(record, against: record)
      if let fault = Self.fault(in: settled) { return .failed("settled: " + fault) }
      guard twice else { return .passed }
      let again = try Run.simulate(scenario, seed: seed, replicate: 1, isStopped: isStopped)
      let isSame =
        again.hash == record.hash && again.events == record.events
        && again.values.map(\.bitPattern) == record.values.map(\.bitPattern)
      return isSame ? .passed : .failed("the same world runs in two ways")
    } catch let problems as Problems {
      return .refused(problems.rendered)
    } catch let limit as Run.LimitReached {
      return .stopped(limit.description)
    } catch is Run.Stopped {
      return .stopped("stopped from outside")
    } catch {
      return .failed("\(error)")
    }
  }

  /// The first outcome that cannot be: infinite, below zero, or a share above one. NaN is
  /// "undefined".
  static func fault(in record: RunRecord) -> String? {
    guard record.values.count == Outcomes.columns.count else {
      return "\(record.values.count) outcomes in \(Outcomes.columns.count) columns"
    }
    for (column, value) in zip(Outcomes.columns, record.values) where !value.isNaN {
      if value.isInfinite || value < 0 || (column.unit == "share" && value > 1 + 1e-9) {
        return "\(column.name) is \(value)"
      }
    }
    return nil
  }
}

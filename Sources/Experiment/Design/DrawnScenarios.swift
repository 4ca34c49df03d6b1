import Foundation
import Schema
import Simulation

/// The scenarios of the draws at hand: the runs of a draw come one after the other, and reading a
/// scenario takes as long as a tiny run.
///
/// Unchecked, because a lock guards the list: `Mutex` raises false alarms under the thread sanitizer.
final class DrawnScenarios: @unchecked Sendable {
  /// A scenario with its uncertain parameters drawn, and what was drawn.
  typealias Made = (scenario: Scenario, values: [Drawn])

  /// Scenarios kept, whatever the study's size: a draw of the widest, on several threads.
  private static let most = 32
  private let lock = NSLock()
  /// The one asked for last stands at the end: a reference, which all ask for, stays.
  private var kept: [(scenario: Int, draw: Int, made: Made)] = []

  /// A scenario of a draw; nil where it has to be read.
  func made(_ scenario: Int, draw: Int) -> Made? {
    lock.withLock {
      let place = kept.lastIndex { $0.draw == draw && $0.scenario == scenario }
      guard let place else { return nil }
      let found = kept.remove(at: place)
      kept.append(found)
      return found.made
    }
  }

  /// Keeps a scenario of a draw in place of the one that nobody asked for longest.
  func keep(_ made: Made, _ scenario: Int, draw: Int) {
    lock.withLock {
      if kept.count >= Self.most { kept.removeFirst() }
      kept.append((scenario, draw, made))
    }
  }
}

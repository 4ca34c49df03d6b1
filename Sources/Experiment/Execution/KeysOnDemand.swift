import Foundation

/// The keys of a study's runs, made when first asked for: for a hundred thousand it takes seconds.
///
/// Unchecked, because a lock guards the list: `Mutex` raises false alarms under the thread sanitizer.
final class KeysOnDemand: @unchecked Sendable {
  private let make: @Sendable () -> [RunKey]
  private let lock = NSLock()
  private var known: [RunKey]?

  init(_ make: @escaping @Sendable () -> [RunKey]) { self.make = make }

  /// In the order of the plan.
  var keys: [RunKey] {
    lock.withLock {
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}

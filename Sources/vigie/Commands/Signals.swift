import Experiment
import Foundation
import Synchronization

/// Ctrl-C and a request to end: the first asks runs to stop, the second ends the process.
enum Signals {
  /// Raised by the first signal.
  static let stop = StopFlag()
  private static let received = Atomic<Int32>(0)

  /// The signal that came, or nil.
  static var number: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Listens from now on. A closed pipe becomes an error of writing instead of a silent end.
  static func listen() {
    // Made now, so that the handler only loads and stores.
    _ = stop.isRaised
    _ = number
    signal(SIGPIPE, SIG_IGN)
    for code in [SIGINT, SIGTERM] {
      signal(code) { code in
        let before = Signals.received.exchange(code, ordering: .relaxed)
        if before != 0 { _exit(128 + code) }
        Signals.stop.raise()
      }
    }
    unblock([SIGINT, SIGTERM])
  }

  /// Lets signals in: a parent with many threads may hand down a mask that keeps them out.
  static func unblock(_ codes: [Int32]) {
    var mask = sigset_t()
    sigemptyset(&mask)
    for code in codes { sigaddset(&mask, code) }
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }
}

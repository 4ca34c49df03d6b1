import Foundation
import Synchronization

/// A fixed number of threads for simulations, and a queue in which every page waits once.
///
/// A page asks for its next run when it has the last one, so first come, first served is fair: with
/// thirty pages each gets every thirtieth turn, whatever they ask for.
public actor Pool {
  /// Thrown where too many wait already.
  public struct Full: Error {}

  /// How many may wait.
  public static let mostWaiting = 1000

  private var free: Int
  private var waiting: [(id: UInt64, turn: CheckedContinuation<Void, any Error>)] = []
  private var last: UInt64 = 0
  private let workers: Workers

  /// A pool of so many threads.
  public init(threads: Int) {
    free = max(1, threads)
    workers = Workers(count: free)
  }

  /// How many wait for a turn.
  public var length: Int { waiting.count }

  /// Does some work on one of the threads, when it is its turn.
  ///
  /// - Throws: `Full`; `CancellationError` when cancelled before its turn; what the work throws.
  public func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await takeTurn()
    defer { passOn() }
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { done in
      workers.add { done.resume(with: Result { try work() }) }
    }
  }

  private func takeTurn() async throws {
    if free > 0 {
      free -= 1
      return
    }
    guard waiting.count < Self.mostWaiting else { throw Full() }
    last += 1
    let id = last
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (turn: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          turn.resume(throwing: CancellationError())
        } else {
          waiting.append((id, turn))
        }
      }
    } onCancel: {
      Task { await self.giveUp(id) }
    }
  }

  private func giveUp(_ id: UInt64) {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
    waiting.remove(at: index).turn.resume(throwing: CancellationError())
  }

  private func passOn() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().turn.resume() }
  }
}

/// Threads of a lower priority than those that serve: a page is answered while others are simulated.
private final class Workers: Sendable {
  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let ready = DispatchSemaphore(value: 0)

  init(count: Int) {
    for _ in 0..<count {
      Thread.detachNewThread { [self] in
        // On Linux this is the calling thread's own.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        while true {
          ready.wait()
          jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
        }
      }
    }
  }

  func add(_ job: @escaping @Sendable () -> Void) {
    jobs.withLock { $0.append(job) }
    ready.signal()
  }
}

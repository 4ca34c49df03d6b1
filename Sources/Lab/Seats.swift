import Synchronization

/// How many pages may have runs under way at once: each holds its live rooms until they are sent.
public final class Seats: Sendable {
  /// Enough for several classes; 200 pages hold some 100 MB at most while nobody reads.
  public static let most = 200

  private let taken = Mutex(0)

  /// All seats free.
  public init() {}

  /// Does some work in a seat; nil, and no work, where all are taken.
  public func sit<Value>(_ work: () async throws -> Value) async rethrows -> Value? {
    let isFree = taken.withLock { count in
      guard count < Self.most else { return false }
      count += 1
      return true
    }
    guard isFree else { return nil }
    defer { taken.withLock { $0 -= 1 } }
    return try await work()
  }
}

import Experiment
import Foundation
import Lab
import Simulation
import Synchronization
import Testing

@Suite struct SittingTests {
  /// Every message of a sitting.
  private func told(
    _ ask: Ask, bounds: Sitting.Bounds = .init(), keep: @escaping Sitting.Keep = { _, _, _ in }
  ) async throws -> [(kind: String, line: String)] {
    let pool = Pool(threads: 2)
    let sitting = try await Sitting(
      ask, presets: try shippedPresets(), pool: pool, bounds: bounds, keep: keep)
    var told: [(kind: String, line: String)] = []
    try await sitting.run { told.append(($0, $1)) }
    return told
  }

  @Test func `live rooms come first, then a band for each pair, then the end`() async throws {
    let told = try await told(try ask(pairs: 6))
    #expect(told.first?.kind == "start")
    #expect(told.filter { $0.kind == "step" }.count == 3 * 24 * 4)
    #expect(told.filter { $0.kind == "bands" }.count == 6)
    #expect(told.last?.kind == "done")
    #expect(told.last?.line == #"{"why":"finished"}"#)
    #expect(told.allSatisfy { !$0.line.contains("\n") })
  }

  /// Rooms are per people: a small platform has fewer, and the picture must know how many. The last two are
  /// the rivals'.
  @Test func `people are seen in every kind of room`() async throws {
    let steps = try await told(try ask(pairs: 1)).filter { $0.kind == "step" }
    // ["e", whom, what, kind of room]
    let came = steps.flatMap { $0.line.components(separatedBy: "[\"e\",").dropFirst() }
    let kinds = came.compactMap { $0.prefix { $0 != "]" }.split(separator: ",").last }
    #expect(Set(kinds) == ["0", "1", "2", "3", "4", "5"])
  }

  @Test func `the same request tells the same, another seed something else`() async throws {
    let first = try await told(try ask(pairs: 2)), again = try await told(try ask(pairs: 2))
    #expect(first.map(\.line) == again.map(\.line))
    let other = try await told(try ask(seed: "2", pairs: 2))
    #expect(first.map(\.line) != other.map(\.line))
  }

  /// Bit by bit: an undefined value equals an undefined one.
  private func same(_ one: [Double], _ other: [Double]) -> Bool {
    one.map(\.bitPattern) == other.map(\.bitPattern)
  }

  @Test func `a policy that changes nothing is no different in any pair`() async throws {
    let pairs = Mutex<[Pair]>([])
    _ = try await told(try ask("classroom", pairs: 3)) { _, _, pair in
      pairs.withLock { $0.append(pair) }
    }
    #expect(pairs.withLock { $0 }.count == 3)
    #expect(pairs.withLock { $0 }.allSatisfy { same($0.baseline, $0.policy) })
  }

  @Test func `a setting of the people changes both sides, one of the policy only its own`()
    async throws
  {
    func first(_ set: String) async throws -> Pair {
      let found = Mutex<[Pair]>([])
      _ = try await told(try ask(set: set, pairs: 1)) { _, _, pair in
        found.withLock { $0.append(pair) }
      }
      return try #require(found.withLock { $0 }.first)
    }
    let plain = try await first("")
    let people = try await first("\"people.minor_share\":30")
    #expect(!same(people.baseline, plain.baseline) && !same(people.policy, plain.policy))
    let policy = try await first("\"moderation.staff\":3")
    #expect(same(policy.baseline, plain.baseline) && !same(policy.policy, plain.policy))
  }

  @Test func `a page that has used its events or its time stops there`() async throws {
    var bounds = Sitting.Bounds()
    bounds.events = 1
    let stopped = try await told(try ask(pairs: 50), bounds: bounds)
    #expect(stopped.last?.line == #"{"why":"bound"}"#)
    #expect(stopped.filter { $0.kind == "bands" }.count == 1)
    bounds = Sitting.Bounds()
    bounds.time = .milliseconds(1)
    let late = try await told(try ask(pairs: 100), bounds: bounds)
    #expect(late.last?.line == #"{"why":"bound"}"#)
  }

  @Test func `a reader who throws ends the sitting at once`() async throws {
    struct Gone: Error {}
    let sitting = try await Sitting(
      try ask(pairs: 100), presets: try shippedPresets(), pool: Pool(threads: 1)
    ) { _, _, _ in }
    await #expect(throws: Gone.self) {
      try await sitting.run { kind, _ in if kind == "bands" { throw Gone() } }
    }
  }
}

@Suite struct PoolTests {
  private final class Count: Sendable {
    let running = Atomic(0), most = Atomic(0)
  }

  @Test func `no more run at once than there are threads, and all get their turn`() async throws {
    let pool = Pool(threads: 2)
    let count = Count()
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...50 {
        group.addTask {
          try await pool.run {
            let now = count.running.add(1, ordering: .relaxed).newValue
            count.most.max(now, ordering: .relaxed)
            count.running.subtract(1, ordering: .relaxed)
            return number
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 50 * 51 / 2)
    #expect(count.most.load(ordering: .relaxed) <= 2)
  }

  @Test func `whoever is cancelled while waiting gives up the place`() async throws {
    let pool = Pool(threads: 1)
    let (begun, begin) = AsyncStream<Void>.makeStream(), stop = StopFlag()
    let first = Task {
      try await pool.run {
        begin.yield()
        while !stop.isRaised {}
      }
    }
    for await _ in begun { break }
    let second = Task { try await pool.run { 1 } }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    stop.raise()
    try await first.value
    #expect(try await pool.run { 2 } == 2)
  }
}

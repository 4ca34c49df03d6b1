import Experiment
import Simulation

/// One page's runs: first the live rooms of both sides, then pair after pair, until all are made,
/// the page goes away, or a bound is reached.
public struct Sitting: Sendable {
  /// What one page may use.
  public struct Bounds: Sendable {
    /// Events dispatched in all its runs.
    public var events: UInt64 = 40_000_000
    /// Wall-clock time, waiting for a turn included.
    public var time: Duration = .seconds(60)

    /// The bounds of the server.
    public init() {}
  }

  /// Asks for a class's results to be kept: the question, the seed, the replicate, the pair.
  public typealias Keep = @Sendable (Ask, _ replicate: Int, Pair) async -> Void

  private let setup: Setup
  private let pool: Pool
  private let bounds: Bounds
  private let keep: Keep

  /// Makes both scenarios, on the pool: reading files is work too.
  ///
  /// - Throws: `Ask.Refused`; `Problems`; `Pool.Full`.
  public init(
    _ ask: Ask, presets: Presets, pool: Pool, bounds: Bounds = .init(), keep: @escaping Keep
  ) async throws {
    setup = try await pool.run { try Setup(ask, presets: presets) }
    (self.pool, self.bounds, self.keep) = (pool, bounds, keep)
  }

  /// Makes the runs and tells of them.
  ///
  /// - Parameter tell: Takes one message, its kind and one line of JSON; waits until it is sent.
  /// - Throws: What `tell` throws when the page has gone; `CancellationError`.
  public func run(tell: (_ kind: String, _ line: String) async throws -> Void) async throws {
    let stop = StopFlag(), time = bounds.time
    let clock = Task {
      try await Task.sleep(for: time)
      stop.raise()
    }
    defer { clock.cancel() }
    try await withTaskCancellationHandler {
      let ending = try await runs(stop, tell: tell)
      try await tell("done", JSON.object([.init("why", .string(ending))]).line)
    } onCancel: {
      stop.raise()
    }
  }

  /// Why it ended: `finished`, `bound` or `busy`.
  private func runs(
    _ stop: StopFlag, tell: (_ kind: String, _ line: String) async throws -> Void
  ) async throws -> String {
    do {
      let first = try await showLiveRooms(stop, tell: tell)
      var pairs = [first.pair], events = first.events
      await keep(setup.ask, 1, first.pair)
      for replicate in (1...setup.ask.pairs).dropFirst() {
        if stop.isRaised || events > bounds.events { return "bound" }
        let next = try await pair(replicate, stop)
        pairs.append(next.pair)
        events += next.events
        await keep(setup.ask, replicate, next.pair)
        // Each of the first ten moves the band; later ones hardly, and every message costs.
        if replicate <= 10 || replicate % 5 == 0 || replicate == setup.ask.pairs {
          try await tell("bands", Bands(pairs, policy: setup.title).json.line)
        }
      }
      return "finished"
    } catch is RunStopped {
      return "bound"
    } catch is Run.Stopped {
      return "bound"
    } catch is Pool.Full {
      return "busy"
    }
  }

  private typealias Made = (pair: Pair, events: UInt64)

  private func showLiveRooms(
    _ stop: StopFlag, tell: (_ kind: String, _ line: String) async throws -> Void
  ) async throws -> Made {
    let setup = setup
    let live = try await pool.run {
      let sides = try (0...1).map {
        try LiveRooms(setup, side: $0, isStopped: { stop.isRaised })
      }
      return (sides[0], sides[1])
    }
    try await tell("start", start(steps: live.0.steps.count).line)
    for (index, sides) in zip(live.0.steps, live.1.steps).enumerated() {
      try await tell("step", "[\(index),[\(sides.0)],[\(sides.1)]]")
    }
    let pair = Pair(baseline: live.0.record, policy: live.1.record)
    try await tell("bands", Bands([pair], policy: setup.title).json.line)
    return (pair, live.0.record.events + live.1.record.events)
  }

  private func start(steps: Int) -> JSON {
    .object([
      .init("steps", .count(UInt64(steps))), .init("hours", .number(LiveRooms.step)),
      .init("rooms", .array(setup.rooms.map { .string($0.name) })),
      .init("pairs", .count(UInt64(setup.ask.pairs))),
    ])
  }

  private func pair(_ replicate: Int, _ stop: StopFlag) async throws -> Made {
    let comparison = setup.comparison
    return try await pool.run {
      let records = try comparison.plan.runs.filter { $0.replicate == replicate }.map {
        try comparison.simulate($0, stop: stop)
      }
      let pair = Pair(baseline: records[0], policy: records[1])
      return (pair, records[0].events + records[1].events)
    }
  }
}

import Experiment
import Simulation

/// One page's runs: first the live rooms of both sides, then pair after pair, until all are made,
/// the page goes away, or a bound is reached.
public struct Sitting: Sendable {
  /// What one page may use.
  public struct Bounds: Sendable {
    /// Events dispatched in all its runs.
    public var events: UInt64 = 400_000_000
    /// Wall-clock time, waiting for a turn included: thirty pages on two threads take some minutes.
    public var time: Duration = .seconds(300)

    /// The bounds of the server.
    public init() {}
  }

  /// Asks for a class's results to be kept: the question with its seed, the draw, the pair.
  public typealias Keep = @Sendable (Ask, _ draw: Int, Pair) async -> Void

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
      var made = try await showLiveRooms(stop, tell: tell)
      while true {
        if let pair = made.pairs.last { await keep(setup.ask, made.pairs.count, pair) }
        if let line = made.line { try await tell("bands", line) }
        if made.pairs.count == setup.ask.pairs { return "finished" }
        if stop.isRaised || made.events > bounds.events { return "bound" }
        made = try await onePairMore(made, stop)
      }
    } catch is RunStopped {
      return "bound"
    } catch is Run.Stopped {
      return "bound"
    } catch is Run.LimitReached {
      return "bound"
    } catch is Pool.Full {
      return "busy"
    }
  }

  /// What has been made so far.
  private struct Made {
    private(set) var pairs: [Pair] = []
    private(set) var events: UInt64 = 0
    private(set) var line: String?

    /// Each of the first ten pairs moves the band; later ones hardly, and every message costs.
    mutating func add(_ baseline: RunRecord, _ policy: RunRecord, of setup: Setup) {
      pairs.append(Pair(baseline: baseline, policy: policy))
      events += baseline.events + policy.events
      let count = pairs.count, isShown = count <= 10 || count % 5 == 0 || count == setup.ask.pairs
      line = isShown ? Bands(pairs, policy: setup.title).json.line : nil
    }
  }

  private func showLiveRooms(
    _ stop: StopFlag, tell: (_ kind: String, _ line: String) async throws -> Void
  ) async throws -> Made {
    let (a, b) = try await bothSides { [setup] side in
      try LiveRooms(setup, side: side, isStopped: { stop.isRaised })
    }
    var made = Made()
    made.add(a.record, b.record, of: setup)
    try await tell("start", start(steps: a.steps.count).line)
    for (index, sides) in zip(a.steps, b.steps).enumerated() {
      try await tell("step", "[\(index),[\(sides.0)],[\(sides.1)]]")
    }
    return made
  }

  private func start(steps: Int) -> JSON {
    .object([
      .init("steps", .count(UInt64(steps))), .init("hours", .number(LiveRooms.step)),
      .init("rooms", .array(setup.rooms.map { .string($0) })),
      .init("pairs", .count(UInt64(setup.ask.pairs))),
      .init("warmUp", .number(setup.warmUpDays)),
    ])
  }

  private func onePairMore(_ before: Made, _ stop: StopFlag) async throws -> Made {
    let number = before.pairs.count + 1
    let (baseline, policy) = try await bothSides { [setup] side in
      try setup.comparison.simulate(setup.run(number, side: side), stop: stop)
    }
    var made = before
    made.add(baseline, policy, of: setup)
    return made
  }

  /// Baseline and policy at the same time, where two threads are free.
  private func bothSides<Value: Sendable>(
    _ work: @escaping @Sendable (_ side: Int) throws -> Value
  ) async throws -> (Value, Value) {
    async let baseline = pool.run { try work(0) }
    async let policy = pool.run { try work(1) }
    return try await (baseline, policy)
  }
}

import Testing

@testable import Simulation

/// What the agenda must do, in the plainest way: one time for each actor, and a search.
private struct PlainAgenda {
  var times: [Double]

  init(actors: Int) {
    times = Array(repeating: .infinity, count: actors)
  }

  mutating func next() -> (time: Double, actor: UInt32)? {
    var best = 0
    for actor in times.indices where times[actor] < times[best] { best = actor }
    guard times[best] < .infinity else { return nil }
    let time = times[best]
    times[best] = .infinity
    return (time, UInt32(best))
  }

  var count: Int { times.count { $0 < .infinity } }
}

struct AgendaTests {
  /// Gaps from the moment to the next one, of every kind that could upset a calendar.
  private func gap(_ kind: Int, _ stream: inout Stream) -> Double {
    switch kind % 7 {
    case 0: stream.exponential()
    case 1: Double(stream.below(3))
    case 2: stream.chance(0.1) ? 100 + 400 * stream.uniform() : 0.3 * stream.exponential()
    case 3: 0
    case 4: Elementary.exp(40 * stream.uniform() - 20)
    case 5: 1e-13 * stream.exponential()
    default: stream.chance(0.5) ? 24 * (stream.uniform() * 4).rounded() : 1e7 * stream.uniform()
    }
  }

  /// Same operations on the agenda and on the plain one; true when they never differ.
  private func agrees(seed: UInt64, actors: Int, steps: Int, start: Double = 0) -> Bool {
    var stream = StreamRoot(seed: seed, replicate: 0).stream(.visit, 0)
    var agenda = Agenda(actors: 1)
    var plain = PlainAgenda(actors: actors)
    var now = start
    let kind = Int(seed % 8)
    for step in 0..<steps {
      let actor = stream.below(actors)
      let sort = kind < 7 ? kind : step / 40
      switch stream.below(10) {
      case 0...4:
        let time = now + gap(sort, &stream)
        agenda.set(UInt32(actor), at: time)
        plain.times[actor] = time
      case 5:
        agenda.cancel(UInt32(actor))
        plain.times[actor] = .infinity
      case 6:
        let (peeked, expected) = (agenda.nextTime, plain.times.min() ?? .infinity)
        guard (peeked ?? .infinity) == expected else { return false }
      default:
        let (given, expected) = (agenda.next(), plain.next())
        guard given?.time == expected?.time, given?.actor == expected?.actor else { return false }
        now = given?.time ?? now
      }
      guard agenda.count == plain.count else { return false }
    }
    while let expected = plain.next() {
      let given = agenda.next()
      guard given?.time == expected.time, given?.actor == expected.actor else { return false }
    }
    return agenda.next() == nil && agenda.count == 0
  }

  @Test func `it does what a plain list would do, for thousands of seeds`() {
    for seed in 0..<3000 as Range<UInt64> {
      let actors = [1, 2, 5, 13, 40][Int(seed / 8 % 5)]
      #expect(agrees(seed: seed, actors: actors, steps: 160), "seed \(seed)")
    }
  }

  @Test func `it does so with many actors, while it grows and re-sorts itself`() {
    for seed in 0..<24 as Range<UInt64> {
      #expect(agrees(seed: seed, actors: 400, steps: 6000), "seed \(seed)")
    }
  }

  @Test func `it does so far from zero and before it`() {
    for seed in 0..<64 as Range<UInt64> {
      #expect(agrees(seed: seed, actors: 30, steps: 400, start: 1e9), "seed \(seed)")
      #expect(agrees(seed: seed, actors: 30, steps: 400, start: -50), "seed \(seed)")
    }
  }

  @Test func `an empty agenda gives nothing`() {
    var agenda = Agenda()
    let (next, time) = (agenda.next(), agenda.nextTime)
    #expect(next == nil && time == nil)
    agenda.cancel(17)
    let count = agenda.count
    #expect(count == 0)
  }

  @Test func `a moment replaced or cancelled is never seen`() {
    var agenda = Agenda()
    agenda.set(3, at: 1)
    agenda.set(3, at: 5)
    agenda.set(4, at: 2)
    agenda.cancel(4)
    agenda.set(5, at: .infinity)
    let (count, pending, gone) = (agenda.count, agenda.isPending(3), agenda.isPending(4))
    #expect(count == 1 && pending && !gone)
    let (first, second) = (agenda.next(), agenda.next())
    #expect(first?.time == 5 && first?.actor == 3)
    #expect(second == nil)
  }

  @Test func `equal times come in the order of actor numbers`() {
    var stream = Stream(1, 2)
    var agenda = Agenda()
    var actors = (0..<5000).map { UInt32($0) }
    stream.shuffle(&actors)
    for actor in actors { agenda.set(actor, at: 7) }
    let order = (0..<5000).map { _ in agenda.next()?.actor }
    #expect(order == (0..<5000).map { UInt32($0) })
  }

  @Test func `a newcomer at the present moment takes its place among those still due`() {
    var agenda = Agenda()
    for actor in 0..<200 as Range<UInt32> { agenda.set(actor * 2, at: 1) }
    var given: [UInt32] = []
    while let next = agenda.next() {
      if next.actor % 4 == 0, next.actor < 400 { agenda.set(next.actor + 1, at: next.time) }
      given.append(next.actor)
    }
    #expect(given.count == 300)
    #expect(given == given.sorted())
  }

  @Test func `a time before the last one given out comes next`() {
    var agenda = Agenda()
    for actor in 0..<100 as Range<UInt32> { agenda.set(actor, at: Double(actor)) }
    for _ in 0..<50 { _ = agenda.next() }
    agenda.set(7, at: 3)
    let next = agenda.next()
    #expect(next?.actor == 7 && next?.time == 3)
  }

  /// Runs like a platform's evening: those present act, some far ahead, many replaced.
  private func run(_ agenda: inout Agenda, _ stream: inout Stream, actors: Int, steps: Int) {
    for _ in 0..<steps {
      guard let next = agenda.next() else { return }
      agenda.set(next.actor, at: next.time + gap(2, &stream))
      if stream.chance(0.3) {
        agenda.set(UInt32(stream.below(actors)), at: next.time + gap(2, &stream))
      }
    }
  }

  private func capacities(_ agenda: borrowing Agenda) -> [Int] {
    [
      agenda.stamps.capacity, agenda.open.capacity, agenda.crowd.capacity,
      agenda.buckets.capacity, agenda.chunks.capacity, agenda.links.capacity, agenda.far.capacity,
    ]
  }

  @Test func `a run ten times longer takes no more memory`() {
    let actors = 1000
    var stream = Stream(3, 1)
    var agenda = Agenda(actors: actors)
    for actor in 0..<actors { agenda.set(UInt32(actor), at: stream.exponential()) }
    run(&agenda, &stream, actors: actors, steps: 40_000)
    let before = capacities(agenda)
    run(&agenda, &stream, actors: actors, steps: 400_000)
    let after = capacities(agenda)
    #expect(before == after)
  }

  @Test func `one actor replaced without end leaves nothing behind`() {
    var agenda = Agenda()
    for actor in 0..<10 as Range<UInt32> { agenda.set(actor, at: 1e6) }
    for step in 0..<100_000 { agenda.set(0, at: 500 + Double(step)) }
    let stored = capacities(agenda).reduce(0, +)
    #expect(stored < 5000)
    let next = agenda.next()
    #expect(next?.time == 100_499)
  }

  @Test func `an entry does not come back to life when the stamps come round`() {
    for remaining in 0..<4 as Range<UInt32> {
      var agenda = Agenda()
      agenda.set(1, at: 100)
      agenda.set(0, at: 500)  // stamp 3; the entry stays in store, as nobody looks so far ahead
      agenda.cancel(0)
      agenda.stamps[0] = (.max - 2 * remaining) & ~1
      for _ in 0...remaining + 2 { agenda.set(0, at: 600) }
      let stamp = agenda.stamps[0]
      #expect(stamp == 3)
      let (first, second, third) = (agenda.next(), agenda.next(), agenda.next())
      #expect(first?.time == 100 && second?.time == 600)
      #expect(third == nil)
    }
  }

  @Test func `the widths follow the crowd`() {
    for actors in [300, 3000] {
      for mean in [1e-6, 1.0, 1e6] {
        var stream = Stream(4, 4)
        var agenda = Agenda()
        for actor in 0..<actors { agenda.set(UInt32(actor), at: mean * stream.exponential()) }
        for _ in 0..<20 * actors {
          guard let next = agenda.next() else { break }
          agenda.set(next.actor, at: next.time + mean * stream.exponential())
        }
        let (found, opened) = (agenda.found, agenda.opened)
        #expect(opened > 20)
        let load = Double(found) / Double(opened)
        #expect(load > 6 && load < 40, "\(actors) \(mean) \(load)")
      }
    }
  }
}

// The engine's own agenda and random streams alone, compiled from its files unchanged.
//
//   kernels mm1 ARRIVALS SEED          M/M/1 with arrival rate 0.9 and service rate 1
//   kernels hold PENDING HOLDS SEED    hold model: the earliest moment goes back later
//
// Prints one line: the same figure as `peers/kernels.cpp`, which must meet it.

/// Who waits: moments of arrival, in a ring.
struct Line: ~Copyable {
  private var times = Storage<Double>(capacity: 65_536)
  private var first = 0, last = 0

  init() { times.extend(to: 65_536, with: 0) }

  var isEmpty: Bool { first == last }

  mutating func push(_ time: Double) {
    times[last & 65_535] = time
    last &+= 1
  }

  mutating func pop() -> Double {
    defer { first &+= 1 }
    return times[first & 65_535]
  }
}

/// Mean time in the system; 10 in the long run.
func mm1(arrivals: Int, seed: UInt64) -> Double {
  let source: UInt32 = 0, server: UInt32 = 1
  var stream = StreamRoot(seed: seed, replicate: 1).stream(.arrivals, 0)
  var agenda = Agenda(actors: 2)
  var line = Line()
  var come = 0, sum = 0.0
  agenda.set(source, at: stream.exponential() / 0.9)
  while let (now, actor) = agenda.next() {
    if actor == source {
      if line.isEmpty { agenda.set(server, at: now + stream.exponential()) }
      line.push(now)
      come += 1
      if come < arrivals { agenda.set(source, at: now + stream.exponential() / 0.9) }
    } else {
      sum += now - line.pop()
      if !line.isEmpty { agenda.set(server, at: now + stream.exponential()) }
    }
  }
  return sum / Double(arrivals)
}

/// Holds per pending moment and unit of time; 1 in the long run.
func hold(pending: Int, holds: Int, seed: UInt64) -> Double {
  var stream = StreamRoot(seed: seed, replicate: 1).stream(.arrivals, 0)
  var agenda = Agenda(actors: pending)
  for actor in 0..<pending { agenda.set(UInt32(actor), at: stream.exponential()) }
  var now = 0.0
  for _ in 0..<holds {
    guard let (time, actor) = agenda.next() else { return .nan }
    now = time
    agenda.set(actor, at: now + stream.exponential())
  }
  return Double(holds) / (now * Double(pending))
}

let words = CommandLine.arguments
let numbers = words.dropFirst(2).compactMap { Int($0) }
switch (words.dropFirst().first, numbers.count) {
case ("mm1", 2): print(mm1(arrivals: numbers[0], seed: UInt64(numbers[1])))
case ("hold", 3): print(hold(pending: numbers[0], holds: numbers[1], seed: UInt64(numbers[2])))
default: print("usage: kernels mm1 ARRIVALS SEED | kernels hold PENDING HOLDS SEED")
}

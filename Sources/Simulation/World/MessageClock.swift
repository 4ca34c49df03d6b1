/// Ordinary messages simulated one by one: a single clock for all who are on line.
///
/// Everybody on line writes at the same rate, so the sum of their Poisson processes is one process,
/// and whose message it was is a uniform draw among those present: exact, and it needs no place in
/// the agenda. The draws come from a stream of their own and decide nothing else.
/// - SeeAlso: Kingman 1993, Poisson Processes, superposition theorem.
struct MessageClock: ~Copyable {
  /// When the next message is written, hours; infinite while nobody may write.
  private(set) var nextTime = Double.infinity
  /// Messages an hour of one person; 0 where they are not simulated one by one.
  private let rate: Double
  /// Nobody writes after this moment, hours.
  private let horizon: Double
  private var stream: Stream
  /// The visits of those who may write, and what each has written so far, in the same order.
  private var writers = Storage<Int32>(capacity: 64)
  private var counts = Storage<UInt32>(capacity: 64)

  init(rate: Double, until horizon: Double, stream: Stream) {
    (self.rate, self.horizon, self.stream) = (rate, horizon, stream)
  }

  /// The same clock, on which nobody writes after an earlier moment.
  init(closing other: borrowing Self, at end: Double) {
    (rate, horizon, stream) = (other.rate, end, other.stream)
    nextTime = other.nextTime < end ? other.nextTime : .infinity
    writers = Storage(copying: other.writers)
    counts = Storage(copying: other.counts)
  }

  /// Somebody comes on line. Returns the writer's place, -1 where messages are not simulated.
  mutating func enter(_ visit: Int32, at now: Double) -> Int32 {
    guard rate > 0 else { return -1 }
    writers.append(visit)
    counts.append(0)
    wind(at: now)
    return Int32(truncatingIfNeeded: writers.count &- 1)
  }

  /// A writer goes; the last one takes the place over.
  ///
  /// - Returns: What the writer has written, and who now holds the place (the writer again if
  ///   nobody had to move).
  mutating func leave(_ place: Int32, at now: Double) -> (messages: UInt32, heir: Int32) {
    let last = writers.count &- 1, written = counts[Int(place)], heir = writers[last]
    (writers[Int(place)], counts[Int(place)]) = (heir, counts[last])
    writers.shrink(to: last)
    counts.shrink(to: last)
    wind(at: now)
    return (written, heir)
  }

  /// The message at `nextTime` is written.
  mutating func write() {
    counts[stream.below(writers.count)] &+= 1
    wind(at: nextTime)
  }

  /// Draws the wait anew, which changes no law: the process has no memory.
  private mutating func wind(at now: Double) {
    guard writers.count > 0 else { return nextTime = .infinity }
    let time = now + stream.exponential() / (rate * Double(writers.count))
    nextTime = time < horizon ? time : .infinity
  }
}

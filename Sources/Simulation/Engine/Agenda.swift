/// Who acts next: at most one pending moment for each actor, given out in order of time, and
/// actors with equal times in the order of their numbers.
///
/// A lazy calendar. A moment is appended to the bucket of its time; only the bucket that is being
/// emptied is sorted. Moments replaced or cancelled stay where they are, are known by an outdated
/// stamp, and are dropped before anybody sees them. What lies beyond the last bucket waits in one
/// unsorted list. The widths follow the counts, and the order never depends on the widths,
/// because time → bucket is monotone and a bucket is sorted by (time, actor).
/// - SeeAlso: Brown 1988, Calendar queues; Tang, Goh & Thng 2005, Ladder queue.
struct Agenda: ~Copyable {
  /// One entry: a moment that was set, live while its stamp is its actor's.
  struct Moment: BitwiseCopyable {
    var time: Double
    var actor: UInt32
    var stamp: UInt32

    /// Whether it comes before another.
    func precedes(_ other: Moment) -> Bool {
      time < other.time || (time == other.time && actor < other.actor)
    }
  }

  /// A bucket: its newest chunk, and how many entries it holds in all chunks.
  struct Bucket: BitwiseCopyable {
    var chunk: UInt32
    var count: UInt32
  }

  /// How many entries a bucket should hold when it is opened.
  static let ideal = 16.0
  /// Entries in a chunk.
  static let chunkSize = 8

  /// Odd while the actor has a pending moment; raised whenever older entries become void.
  var stamps: Storage<UInt32>
  /// The open bucket, latest first: the next moment is the last.
  var open: Storage<Moment>
  /// A heap for moments that fall into the open bucket while that is crowded.
  var crowd: Storage<Moment>
  var buckets: Storage<Bucket>
  var chunks: Storage<Moment>
  /// The chunk after each chunk, in a bucket or among the free ones.
  var links: Storage<UInt32>
  var free = UInt32.max
  /// What lies beyond the last bucket.
  var far: Storage<Moment>

  /// Day d is the open bucket's number; days are counted from `origin` in units of the width.
  var today: Int64 = 0
  var mask: Int64 = 63
  var origin = 0.0
  var daysPerHour = 1.0
  /// Entries in the buckets that are not open, live or void.
  var bucketed = 0
  /// How many actors have a pending moment.
  private(set) var count = 0

  /// Whether a bucket has been opened since somebody last asked with `takeNews`.
  var hasNews = false
  /// Since the last look at the widths: buckets opened, and entries found in them.
  var opened = 0
  var found = 0

  /// - Parameter actors: Actors expected; more are taken when they come.
  init(actors: Int = 64) {
    stamps = Storage(capacity: actors)
    open = Storage(capacity: 256)
    crowd = Storage(capacity: 16)
    buckets = Storage(capacity: 64)
    chunks = Storage(capacity: 1024)
    links = Storage(capacity: 128)
    far = Storage(capacity: actors)
    buckets.extend(to: 64, with: Bucket(chunk: .max, count: 0))
  }

  /// The same pending moments, in the same buckets.
  init(copying other: borrowing Self) {
    stamps = Storage(copying: other.stamps)
    open = Storage(copying: other.open)
    crowd = Storage(copying: other.crowd)
    buckets = Storage(copying: other.buckets)
    chunks = Storage(copying: other.chunks)
    links = Storage(copying: other.links)
    free = other.free
    far = Storage(copying: other.far)
    (today, mask, origin) = (other.today, other.mask, other.origin)
    (daysPerHour, bucketed, count) = (other.daysPerHour, other.bucketed, other.count)
    (hasNews, opened, found) = (other.hasNews, other.opened, other.found)
  }

  /// Sets an actor's pending moment, in place of the one it had. Infinity means never.
  ///
  /// A time before the last one given out is allowed and comes next.
  /// Actor numbers are to be dense: memory goes with the largest (4 bytes each).
  /// - Complexity: O(1) amortised.
  mutating func set(_ actor: UInt32, at time: Double) {
    precondition(!time.isNaN, "a moment needs a time")
    if time == .infinity { return cancel(actor) }
    let index = Int(actor)
    if index >= stamps.count { stamps.extend(to: index + 1, with: 2) }
    let old = stamps[index]
    let stamp = (old &+ 1) | 1
    stamps[index] = stamp
    count &+= 1 &- Int(truncatingIfNeeded: old & 1)
    // The stamps have come round: no old entry may live to meet its number again.
    if stamp == 1 { clearOut() }
    insert(Moment(time: time, actor: actor, stamp: stamp))
  }

  /// Takes away an actor's pending moment, if it has one.
  mutating func cancel(_ actor: UInt32) {
    let index = Int(actor)
    guard index < stamps.count, stamps[index] & 1 == 1 else { return }
    stamps[index] &+= 1
    count &-= 1
  }

  /// Whether an actor has a pending moment.
  func isPending(_ actor: UInt32) -> Bool {
    Int(actor) < stamps.count && stamps[Int(actor)] & 1 == 1
  }

  /// Takes out the earliest pending moment before a time; of equal times, that of the lowest actor
  /// number. `nil` if nothing is pending before then.
  ///
  /// - Complexity: O(1) amortised while times spread; O(log n) when all are equal.
  @inline(__always)
  mutating func next(before limit: Double = .infinity) -> (time: Double, actor: UInt32)? {
    guard let moment = peek(), moment.time < limit else { return nil }
    if crowd.count > 0, isCrowdNext() { dropCrowdTop() } else { open.shrink(to: open.count &- 1) }
    stamps[Int(moment.actor)] &+= 1
    count &-= 1
    return (moment.time, moment.actor)
  }

  /// Whether a bucket has been opened since this was last asked: then `open` holds the actors of the
  /// near future, whose rows can be read in advance, so that their cache misses overlap.
  mutating func takeNews() -> Bool {
    guard hasNews else { return false }
    hasNews = false
    return true
  }

  /// The time of the earliest pending moment.
  var nextTime: Double? {
    mutating get { peek()?.time }
  }

  /// The earliest live entry, which is then the last of `open` or the top of `crowd`.
  @inline(__always)
  private mutating func peek() -> Moment? {
    while true {
      if crowd.count > 0 {
        if let moment = peekCrowded() { return moment }
      } else if open.count > 0 {
        let moment = open[open.count &- 1]
        if stamps[Int(moment.actor)] == moment.stamp { return moment }
        open.shrink(to: open.count &- 1)
      } else if !advance() {
        return nil
      }
    }
  }

  private mutating func insert(_ moment: Moment) {
    let ahead = day(of: moment.time) &- today
    if ahead <= 0 {
      insertToday(moment)
    } else if ahead <= mask {
      append(moment, to: Int(truncatingIfNeeded: (today &+ ahead) & mask))
      bucketed &+= 1
    } else {
      far.append(moment)
    }
    let tooFew = Agenda.bucketsWanted(for: count) > 4 &* (Int(mask) &+ 1)
    if bucketed &+ far.count > 2 &* count &+ 64 || tooFew { clearOut() }
  }

  /// Number of the bucket of a time. Rounding to nearest by adding 2⁵² costs no conversion that
  /// could trap, and is monotone, which is all that is asked of it.
  @inline(__always)
  func day(of time: Double) -> Int64 {
    let days = max((time - origin) * daysPerHour, -1)
    return Int64(bitPattern: (days + 0x1p52).bitPattern) &- 0x4330_0000_0000_0000
  }

  @inline(__always)
  mutating func append(_ moment: Moment, to index: Int) {
    var bucket = buckets[index]
    let place = Int(bucket.count) & (Agenda.chunkSize &- 1)
    if place == 0 {
      let chunk = takeChunk()
      links[Int(chunk)] = bucket.chunk
      bucket.chunk = chunk
    }
    chunks[Int(bucket.chunk) &* Agenda.chunkSize &+ place] = moment
    bucket.count &+= 1
    buckets[index] = bucket
  }

  private mutating func takeChunk() -> UInt32 {
    if free != .max {
      let chunk = free
      free = links[Int(chunk)]
      return chunk
    }
    let chunk = UInt32(links.count)
    links.append(.max)
    chunks.extend(
      to: chunks.count + Agenda.chunkSize, with: Moment(time: 0, actor: 0, stamp: 0))
    return chunk
  }
}

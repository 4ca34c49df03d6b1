import Schema

/// The latest arrivals of each crowd, to be chosen by a moment in time.
///
/// A choice takes a uniform moment of the last period and the first arrival after it: arrivals are
/// exchangeable, so no profile is favoured, and one absence changes only the choices that hit it.
struct Newcomers: ~Copyable {
  struct Arrival: BitwiseCopyable {
    var time = -Double.infinity
    var number: UInt64 = 0
    var visit: Int32 = -1
  }

  /// Arrivals that are older than this are never asked for, hours.
  private let period: Double

  init(period: Double) { self.period = period }

  /// The same arrivals.
  init(copying other: borrowing Self) {
    period = other.period
    rings = Storage(copying: other.rings)
    arrivals = Storage(copying: other.arrivals)
  }

  /// How many arrivals there is room for, those of former, smaller rings included.
  var rows: Int { arrivals.count }

  /// One crowd's ring of arrivals.
  struct Ring: BitwiseCopyable {
    var start: Int, mask: Int
    var count = 0
  }

  private var rings = Storage<Ring>(capacity: 64)
  private var arrivals = Storage<Arrival>(capacity: 64)

  /// Opens one more crowd's ring, for at least this many arrivals.
  mutating func open(capacity: Int) {
    var size = 64
    while size < capacity { size *= 2 }
    rings.append(Ring(start: arrivals.count, mask: size - 1))
    arrivals.extend(to: arrivals.count + size, with: Arrival())
  }

  mutating func add(_ visit: Int32, to crowd: Int, arrival: UInt64, at time: Double) {
    var ring = rings[crowd]
    if ring.count > ring.mask {
      let oldest = arrivals[ring.start &+ (ring.count & ring.mask)]
      if oldest.time >= time - period { ring = grown(ring) }
    }
    rings[crowd] = ring
    arrivals[ring.start &+ (ring.count & ring.mask)] = Arrival(
      time: time, number: arrival, visit: visit)
    rings[crowd].count &+= 1
  }

  /// A ring of twice the size at the end of the table, with the same arrivals.
  private mutating func grown(_ ring: Ring) -> Ring {
    var larger = Ring(start: arrivals.count, mask: 2 * ring.mask + 1)
    arrivals.extend(to: arrivals.count + larger.mask + 1, with: Arrival())
    for number in (ring.count - ring.mask - 1)..<ring.count {
      arrivals[larger.start &+ (number & larger.mask)] =
        arrivals[
          ring.start &+ (number & ring.mask)]
    }
    larger.count = ring.count
    return larger
  }

  /// The first arrival at or after a moment: its visit and the arrival's number, or `nil`.
  ///
  /// - Complexity: O(log k) for the k arrivals since the moment.
  func first(in crowd: Int, after moment: Double) -> (visit: Int32, arrival: UInt64)? {
    let ring = rings[crowd], oldest = max(0, ring.count &- ring.mask &- 1)
    var low = oldest, high = ring.count, step = 1
    while high &- step > oldest {
      guard arrivals[ring.start &+ ((high &- step) & ring.mask)].time >= moment else {
        low = high &- step &+ 1
        break
      }
      high &-= step
      step &*= 2
    }
    while low < high {
      let middle = (low &+ high) / 2
      if arrivals[ring.start &+ (middle & ring.mask)].time < moment {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    guard low < ring.count else { return nil }
    let found = arrivals[ring.start &+ (low & ring.mask)]
    return (found.visit, found.number)
  }
}

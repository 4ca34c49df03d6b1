/// Those present whom each audience lists: for each crowd a table of keyed seats.
///
/// A choice is a sequence of keyed seat numbers of which the first taken one counts: uniform over
/// those present, and one person more or less changes only the choices that hit that person. After
/// 32 empty seats the choice falls back on a rank among the taken seats: still uniform, but then one
/// absence may change it. A table doubles when nearly full, which also may; both are rare by the sizes
/// chosen.
///
/// Which seats are taken is a bit each, so that looking for one and leaving one stay in the nearest
/// cache; the table of visits is written once at coming and read only for the seat that was found.
/// - Complexity: O(1) expected for everything but doubling; the fallback reads a bit for each seat.
struct Crowds: ~Copyable {
  /// One crowd's part of the tables.
  struct Hall: BitwiseCopyable {
    /// Where its seats begin; a multiple of 64.
    var start: Int
    /// Seats less one: a power of two of them, at least 64.
    var mask: UInt64
    var count = 0
  }

  private var halls = Storage<Hall>(capacity: 64)
  /// Visit on each seat; means nothing on a seat that is not taken.
  private var visits = Storage<Int32>(capacity: 1024)
  /// One bit a seat: whether it is taken.
  private var taken = Storage<UInt64>(capacity: 64)

  init() {}

  /// The same people on the same seats.
  init(copying other: borrowing Self) {
    halls = Storage(copying: other.halls)
    visits = Storage(copying: other.visits)
    taken = Storage(copying: other.taken)
  }

  /// How many seats there are in all halls, left ones included.
  var seats: Int { visits.count }

  /// How many crowds there are.
  var number: Int { halls.count }

  /// Opens one more crowd with at least this many seats.
  mutating func open(seats: Int) {
    halls.append(hall(seats: seats))
  }

  private mutating func hall(seats: Int) -> Hall {
    var size = 64
    while size < seats { size *= 2 }
    let start = visits.count
    visits.extend(to: start + size, with: -1)
    taken.extend(to: (start + size) / 64, with: 0)
    return Hall(start: start, mask: UInt64(size - 1))
  }

  /// How many are present.
  func count(_ crowd: Int) -> Int { halls[crowd].count }

  /// Whether a crowd is to be doubled before anybody else comes: at three quarters of the seats.
  func isFull(_ crowd: Int) -> Bool {
    UInt64(truncatingIfNeeded: halls[crowd].count) &* 4 > halls[crowd].mask &* 3
  }

  /// Seats a visit as near to its own seat as is free. Returns the seat.
  mutating func insert(_ visit: Int32, in crowd: Int, at hash: UInt64) -> Int32 {
    let hall = halls[crowd]
    var seat = Int(truncatingIfNeeded: hash & hall.mask)
    while isTaken(hall.start &+ seat) {
      seat = (seat &+ 1) & Int(truncatingIfNeeded: hall.mask)
    }
    let place = hall.start &+ seat
    visits[place] = visit
    taken[place &>> 6] |= 1 &<< UInt64(place & 63)
    halls[crowd].count &+= 1
    return Int32(truncatingIfNeeded: seat)
  }

  mutating func remove(seat: Int32, from crowd: Int) {
    let place = halls[crowd].start &+ Int(seat)
    taken[place &>> 6] &= ~(1 &<< UInt64(place & 63))
    halls[crowd].count &-= 1
  }

  private func isTaken(_ place: Int) -> Bool {
    taken[place &>> 6] &>> UInt64(place & 63) & 1 == 1
  }

  /// A visit of the crowd, uniformly, or -1 if it is empty.
  func choose(from crowd: Int, using stream: inout Stream) -> Int32 {
    let hall = halls[crowd]
    guard hall.count > 0 else { return -1 }
    for _ in 0..<16 {
      let word = stream.next()
      let first = hall.start &+ Int(truncatingIfNeeded: word & hall.mask)
      if isTaken(first) { return visits[first] }
      let second = hall.start &+ Int(truncatingIfNeeded: (word &>> 32) & hall.mask)
      if isTaken(second) { return visits[second] }
    }
    return visit(ranked: stream.below(hall.count), in: hall)
  }

  /// The visit on the taken seat of a rank, counted from 0.
  private func visit(ranked rank: Int, in hall: Hall) -> Int32 {
    var left = rank, word = hall.start / 64
    while left >= taken[word].nonzeroBitCount {
      left -= taken[word].nonzeroBitCount
      word += 1
    }
    var bits = taken[word]
    for _ in 0..<left { bits &= bits &- 1 }
    return visits[word * 64 + bits.trailingZeroBitCount]
  }

  /// The visits present, in no particular order, emptying the crowd into one of twice the size.
  mutating func double(_ crowd: Int) -> [Int32] {
    let old = halls[crowd]
    let places = old.start...(old.start + Int(old.mask))
    let present = places.filter { isTaken($0) }.map { visits[$0] }
    halls[crowd] = hall(seats: 2 * places.count)
    return present
  }

  /// The visit on a seat, -1 if it is free.
  func visit(on seat: Int32, of crowd: Int) -> Int32 {
    let place = halls[crowd].start + Int(seat)
    return isTaken(place) ? visits[place] : -1
  }

  /// How many seats of a crowd are taken, one by one.
  func taken(in crowd: Int) -> Int {
    let words = halls[crowd].start / 64...(halls[crowd].start + Int(halls[crowd].mask)) / 64
    return words.reduce(0) { $0 + taken[$1].nonzeroBitCount }
  }
}

import Schema

/// What a profile shows of somebody.
struct Profile: BitwiseCopyable {
  var age: UInt8
  var isWoman: Bool
}

/// Whom an offender can see: a combination of place and presented attributes that pathways share.
struct Audience: Equatable {
  var finds: Pathway.Place
  var gender: Pathway.Gender
  var low: UInt8, high: UInt8

  init(_ pathway: Pathway) {
    (finds, gender) = (pathway.finds, pathway.seeksGender)
    low = UInt8(clamping: pathway.seeks.low)
    high = UInt8(clamping: pathway.seeks.high)
  }

  /// The distinct audiences of some pathways, in order of first mention.
  static func distinct(in pathways: [Pathway]) -> [Audience] {
    var found: [Audience] = []
    for audience in pathways.map(Audience.init) where !found.contains(audience) {
      found.append(audience)
    }
    return found
  }

  /// Whether a profile is sought, as far as it can be seen: a field that is not listed hides nobody.
  func lists(_ profile: Profile, showingAge: Bool = true, showingGender: Bool = true) -> Bool {
    let isOfAge = profile.age >= low && profile.age <= high
    let isOfGender = gender == .any || (gender == .women) == profile.isWoman
    return (isOfAge || !showingAge) && (isOfGender || !showingGender)
  }
}

/// Those present whom one audience lists, in a table of keyed seats.
///
/// A choice is a sequence of keyed seat numbers of which the first taken one counts: uniform over
/// those present, and one person more or less changes only the choices that hit that person. After
/// 32 empty seats the choice falls back on the dense list: still uniform, but then one absence may
/// change it. The table doubles when half full, which also may; both are rare by the sizes chosen.
///
/// - Complexity: O(1) expected for everything but `grow`.
struct Crowd {
  /// Visit on each seat, -1 where empty; a power of two of them.
  private(set) var seats: [Int32]
  /// Taken seats in no order, and where each seat stands there.
  private var taken: [Int32] = []
  private var position: [Int32]
  private var mask: UInt64

  init(capacity: Int) {
    var size = 16
    while size < capacity { size *= 2 }
    seats = Array(repeating: -1, count: size)
    position = Array(repeating: -1, count: size)
    mask = UInt64(size - 1)
    taken.reserveCapacity(size / 2)
  }

  var count: Int { taken.count }
  var isHalfFull: Bool { taken.count * 2 >= seats.count }

  /// Seats a visit as near to its own seat as is free. Returns the seat.
  mutating func insert(_ visit: Int32, at hash: UInt64) -> Int32 {
    var seat = Int(hash & mask)
    while seats[seat] >= 0 { seat = (seat + 1) & Int(mask) }
    seats[seat] = visit
    position[seat] = Int32(taken.count)
    taken.append(Int32(seat))
    return Int32(seat)
  }

  mutating func remove(seat: Int32) {
    let place = Int(position[Int(seat)])
    let last = taken.removeLast()
    if last != seat {
      taken[place] = last
      position[Int(last)] = Int32(place)
    }
    seats[Int(seat)] = -1
  }

  /// A visit of the crowd, uniformly, or -1 if it is empty.
  func choose(using stream: inout Stream) -> Int32 {
    guard !taken.isEmpty else { return -1 }
    for _ in 0..<16 {
      let word = stream.next()
      let first = seats[Int(word & mask)]
      if first >= 0 { return first }
      let second = seats[Int((word >> 32) & mask)]
      if second >= 0 { return second }
    }
    return seats[Int(taken[Int(stream.below(taken.count))])]
  }

  /// The visits present, in no particular order, emptying the table into one of twice the size.
  mutating func doubled() -> [Int32] {
    let visits = taken.map { seats[Int($0)] }
    self = Crowd(capacity: seats.count * 2)
    return visits
  }
}

/// The latest arrivals of one audience, to be chosen by a moment in time.
///
/// A choice takes a uniform moment of the last period and the first arrival after it: arrivals are
/// exchangeable, so no profile is favoured, and one absence changes only the choices that hit it.
struct Newcomers {
  private var times: [Double]
  private var visits: [Int32]
  private var arrivals: [UInt64]
  private var count = 0
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size < capacity { size *= 2 }
    times = Array(repeating: -.infinity, count: size)
    visits = Array(repeating: -1, count: size)
    arrivals = Array(repeating: 0, count: size)
    mask = size - 1
  }

  mutating func add(_ visit: Int32, arrival: UInt64, at time: Double) {
    let place = count & mask
    (times[place], visits[place], arrivals[place]) = (time, visit, arrival)
    count += 1
  }

  /// The first arrival at or after a moment: its visit and the arrival's number, or `nil`.
  func first(after moment: Double) -> (visit: Int32, arrival: UInt64)? {
    var low = max(0, count - mask - 1), high = count
    while low < high {
      let middle = (low + high) / 2
      if times[middle & mask] < moment { low = middle + 1 } else { high = middle }
    }
    guard low < count else { return nil }
    return (visits[low & mask], arrivals[low & mask])
  }
}

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

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

  /// Whether anybody is left out because of age.
  var seeksAges: Bool { low > 8 || high < 95 }

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

/// A set of audiences: bit k stands for the k-th.
typealias AudienceSet = UInt8

/// The audiences of a run made ready for the loop: whom each lists, looked up by profile.
struct Audiences: ~Copyable {
  /// No more than this many, because a visit has so many seats.
  static let most = 4

  /// By age and gender: those who see such a profile, and those who seek it.
  private var listing = Storage<AudienceSet>(capacity: 256)
  private var seeking = Storage<AudienceSet>(capacity: 256)
  /// Those who find people in rooms.
  let inRooms: AudienceSet
  /// Those of which some pathway seeks newcomers.
  let wantingNewcomers: AudienceSet
  let count: Int
  /// Where the crowds of each begin.
  var start: InlineArray<4, Int32> = InlineArray(repeating: 0)

  init(_ audiences: [Audience], of scenario: Scenario, showing rules: ListingRules) {
    count = min(audiences.count, Self.most)
    var inRooms: AudienceSet = 0, wanting: AudienceSet = 0
    listing.extend(to: 256, with: 0)
    seeking.extend(to: 256, with: 0)
    for (index, audience) in audiences.prefix(Self.most).enumerated() {
      let bit: AudienceSet = 1 << AudienceSet(index)
      if audience.finds == .room { inRooms |= bit }
      if scenario.pathways.contains(where: { $0.newcomers > 0 && Audience($0) == audience }) {
        wanting |= bit
      }
      for place in 0..<256 where audience.lists(Self.profile(place)) { seeking[place] |= bit }
    }
    (self.inRooms, wantingNewcomers) = (inRooms, wanting)
    show(rules, to: audiences)
  }

  /// The same audiences.
  init(copying other: borrowing Self) {
    listing = Storage(copying: other.listing)
    seeking = Storage(copying: other.seeking)
    (inRooms, wantingNewcomers) = (other.inRooms, other.wantingNewcomers)
    (count, start) = (other.count, other.start)
  }

  /// The directory shows other fields from now on; whoever is seated stays so until listed anew.
  mutating func show(_ rules: ListingRules, to audiences: [Audience]) {
    for place in 0..<256 {
      listing[place] = 0
      for (index, audience) in audiences.prefix(Self.most).enumerated() {
        let isSeen = audience.lists(
          Self.profile(place), showingAge: rules.showsAge, showingGender: rules.showsGender)
        if isSeen { listing[place] |= 1 << AudienceSet(index) }
      }
    }
  }

  /// The audiences that see a profile.
  func listing(_ profile: Profile) -> AudienceSet { listing[Self.place(profile)] }

  /// The audiences that seek a profile.
  func seeking(_ profile: Profile) -> AudienceSet { seeking[Self.place(profile)] }

  private static func profile(_ place: Int) -> Profile {
    Profile(age: UInt8(place >> 1), isWoman: place & 1 == 1)
  }

  private static func place(_ profile: Profile) -> Int {
    Int(min(profile.age, 127)) << 1 | (profile.isWoman ? 1 : 0)
  }

  /// The crowd of an audience, in the room where that matters.
  func crowd(_ audience: Int, room: UInt16) -> Int {
    Int(start[audience]) &+ (inRooms >> AudienceSet(audience) & 1 == 1 ? Int(room) : 0)
  }
}

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

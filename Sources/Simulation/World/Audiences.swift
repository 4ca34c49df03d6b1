import Schema

/// A set of audiences: bit k stands for the k-th.
typealias AudienceSet = UInt8

/// The audiences of a run made ready for the loop: whom each lists, looked up by profile.
struct Audiences: ~Copyable {
  /// No more than this many, because a visit has so many seats.
  static let most = 4

  /// By venue, age and gender: those who see such a profile there.
  private var listing: Storage<AudienceSet>
  /// By age and gender: those who seek such a profile.
  private var seeking = Storage<AudienceSet>(capacity: 256)
  /// Those who find people in rooms.
  let inRooms: AudienceSet
  /// Those of which some pathway seeks newcomers.
  let wantingNewcomers: AudienceSet
  let count: Int
  /// Where the crowds of each begin, by venue.
  private var start: Storage<Int32>

  init(_ audiences: [Audience], of scenario: Scenario, venues: Int) {
    count = min(audiences.count, Self.most)
    var inRooms: AudienceSet = 0, wanting: AudienceSet = 0
    listing = Storage(repeating: 0, count: 256 * venues)
    start = Storage(repeating: 0, count: Self.most * venues)
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
  }

  /// The same audiences.
  init(copying other: borrowing Self) {
    listing = Storage(copying: other.listing)
    seeking = Storage(copying: other.seeking)
    (inRooms, wantingNewcomers) = (other.inRooms, other.wantingNewcomers)
    count = other.count
    start = Storage(copying: other.start)
  }

  /// The directory of a venue shows other fields from now on; whoever is seated stays so until listed
  /// anew.
  mutating func show(_ rules: ListingRules, at venue: UInt8, to audiences: [Audience]) {
    for place in 0..<256 {
      let row = Int(venue) * 256 + place
      listing[row] = 0
      for (index, audience) in audiences.prefix(Self.most).enumerated() {
        let isSeen = audience.lists(
          Self.profile(place), showingAge: rules.showsAge, showingGender: rules.showsGender)
        if isSeen { listing[row] |= 1 << AudienceSet(index) }
      }
    }
  }

  /// The audiences that see a profile at a venue.
  func listing(_ profile: Profile, at venue: UInt8) -> AudienceSet {
    listing[Int(venue) &* 256 &+ Self.place(profile)]
  }

  /// The audiences that seek a profile.
  func seeking(_ profile: Profile) -> AudienceSet { seeking[Self.place(profile)] }

  private static func profile(_ place: Int) -> Profile {
    Profile(age: UInt8(place >> 1), isWoman: place & 1 == 1)
  }

  private static func place(_ profile: Profile) -> Int {
    Int(min(profile.age, 127)) << 1 | (profile.isWoman ? 1 : 0)
  }

  /// The crowd of an audience at a venue, in the room where that matters.
  func crowd(_ audience: Int, at venue: UInt8, room: UInt16) -> Int {
    Int(start[Int(venue) &* Self.most &+ audience])
      &+ (inRooms >> AudienceSet(audience) & 1 == 1 ? Int(room) : 0)
  }

  /// The crowds of an audience at a venue begin with this one.
  mutating func open(_ audience: Int, at venue: UInt8, from crowd: Int) {
    start[Int(venue) * Self.most + audience] = Int32(crowd)
  }
}

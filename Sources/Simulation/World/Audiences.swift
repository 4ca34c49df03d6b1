import Schema

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

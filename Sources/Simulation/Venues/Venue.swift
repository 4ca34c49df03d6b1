/// A place where people meet: the studied platform, number 0, or a rival.
///
/// What is in force there is in the rule book; visits, conversations and crowds of all venues share
/// the world's tables. Here is what only the venue's own staff touches.
struct Venue {
  /// Its rooms, and how visitors spread over them.
  let rooms: RoomPlan
  var urgentCases = CaseQueue(), otherCases = CaseQueue()
  /// The case that each moderator has in hand.
  var desks: [ReviewCase?] = []
  /// Free desks, the next one last.
  var idleDesks: [Int32] = []
  /// Desks beyond the moderators', on which nothing lies: for cases that no other keeps waiting.
  private var spareDesks: [Int32] = []
  /// Whether the moderators' shift is on.
  var onDuty = false

  /// Key of people's tastes for it, made from its name.
  let nameKey: UInt64
  /// Who is on line, where people choose.
  var presence = Presence(expected: 0)
  /// Since when its doors are shut by a closure, or open again; nil where they have always been as they
  /// are, hours. And which closing or opening of the run that was.
  var shutSince: Double?, openSince: Double?
  var turn: UInt64 = 0

  init(_ name: String, rooms: RoomPlan) {
    self.rooms = rooms
    nameKey = Self.key(of: name)
  }

  /// The studied platform's name in keys, and that of staying off line.
  static let platformName = "platform"
  static let offLineName = key(of: "off line")

  /// A name's hash, cut to what an ordinal may be.
  private static func key(of name: String) -> UInt64 { nameHash(name) >> 8 }

  /// A desk beyond the moderators' on which nothing lies.
  mutating func spareDesk(after staff: Int) -> Int32 {
    if let desk = spareDesks.popLast() { return desk }
    while desks.count < staff { desks.append(nil) }
    desks.append(nil)
    return Int32(desks.count - 1)
  }

  /// A desk beyond the moderators' is free again.
  mutating func free(spare desk: Int32) { spareDesks.append(desk) }

  /// Cases that wait for a moderator.
  var waiting: Int { urgentCases.count + otherCases.count }

  /// The next waiting case, the most urgent first.
  mutating func nextCase() -> ReviewCase? { urgentCases.popFirst() ?? otherCases.popFirst() }
}

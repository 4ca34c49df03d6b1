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
  /// Whether the moderators' shift is on.
  var onDuty = false

  init(rooms: RoomPlan) { self.rooms = rooms }

  /// Cases that wait for a moderator.
  var waiting: Int { urgentCases.count + otherCases.count }

  /// The next waiting case, the most urgent first.
  mutating func nextCase() -> ReviewCase? { urgentCases.popFirst() ?? otherCases.popFirst() }
}

/// What follows a first message: an offender, a target and a stage of the offender's pathway.
///
/// On the platform the row hangs in two linked lists, the offender's and the target's; once it has
/// moved to a private place neither visit matters any more.
struct Conversation: BitwiseCopyable {
  /// Draws that belong to this conversation alone.
  var stream: Stream
  /// Its key: the offender's arrival and the number of the first message.
  var arrival: UInt64, ordinal: UInt32
  /// Visits of the two, or -1 in a private place.
  var offenderVisit: Int32, targetVisit: Int32
  /// Persons; the target of a decoy conversation is negative.
  var offender: Int32, target: Int32
  /// Generations of the two persons when it began.
  var generations: (UInt32, UInt32)
  var pathway: UInt8
  var stage: UInt8
  /// Branch that will be taken at the pending moment.
  var branch: UInt8 = 0
  var band: AgeBand
  /// Where it began.
  var venue: UInt8
  /// Begun inside the window, so followed to its end.
  var cohort: Bool
  var room: UInt16
  /// Whether the target's profile showed a minor's age.
  var youthProfile: Bool
  /// Prosecutor's office of the target.
  var office: UInt8
  /// Neighbours in the offender's list and in the target's list.
  var nextBegun: Int32 = -1, previousBegun: Int32 = -1
  var nextReceived: Int32 = -1, previousReceived: Int32 = -1
}

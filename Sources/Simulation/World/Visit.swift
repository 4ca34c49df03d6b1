/// One visit, of a person or of a decoy: a dense row, recycled when it ends. Whoever is kept out has
/// one that takes place elsewhere.
struct Visit: BitwiseCopyable {
  /// Draws that belong to this visit alone.
  var stream: Stream
  /// Number of the arrival that began it: the key of everything that follows from it.
  var arrival: UInt64
  var start: Double
  var end: Double
  /// When an offender next writes to somebody, or infinite.
  var clock = Double.infinity
  /// When somebody innocent is next reported or flagged, or infinite; from streams of their own,
  /// so that being watched changes nothing else.
  var alarm = Double.infinity
  /// The person, or -1 - number of the decoy.
  var person: Int32
  /// The room, or `noRoom` before the first stay.
  var room = noRoom
  /// Pathway of an offender, 255 for everybody else.
  var pathway: UInt8 = 255
  var band: AgeBand
  /// Where it takes place.
  var venue: UInt8 = 0
  /// Whether the last person whom an offender asked was not of the age sought.
  var isAsking = false
  /// Whether it takes place at no venue: the person is kept out.
  var isElsewhere = false
  /// Conversations that this person has begun, and that others have begun: heads of linked lists.
  var begun: Int32 = -1, received: Int32 = -1
  var begunCount: UInt32 = 0, receivedCount: UInt32 = 0
  /// First messages sent: ordinals of their keys.
  var sent: UInt32 = 0
  /// Draws about alarms so far: ordinal of their keys.
  var alarms: UInt32 = 0
  /// Place on the clock of messages, -1 unless they are simulated one by one.
  var writer: Int32 = -1
  /// Seats in the audiences that list this visit, -1 where not listed.
  var seats: InlineArray<4, Int32> = InlineArray(repeating: -1)

  var isDecoy: Bool { person < 0 }
  /// Whether the row is free: nobody's arrival.
  var isOver: Bool { arrival == Self.nobody }
  static let nobody = UInt64.max
  /// Whether somebody, a person or a decoy, is on line by it.
  var isOnline: Bool { !isOver && !isElsewhere }
  static let noRoom = UInt16.max
}

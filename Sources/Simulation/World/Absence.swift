/// Why a knock did not become a visit.
enum Absence: UInt8 {
  case droppedOut, refused, suspended, banned
  /// Not a knock: the rest of a visit that a sanction has ended.
  case cutShort
  /// Not a knock: an offender stays away because of the risk he perceives.
  case deterred
  /// The venue is shut to the person, by closure or by blocking.
  case closed
}

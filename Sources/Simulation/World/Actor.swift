/// Which actors there are; an actor's number carries its kind in the two lowest bits.
///
/// Visits and conversations, of which there are many, have a kind each. All that acts seldom and stands
/// for a whole venue shares one: its row holds the duty in the four lowest bits, the venue above, so
/// that there is room for more.
enum Actor {
  static func visit(_ row: Int32) -> UInt32 { UInt32(bitPattern: row) << 2 }
  static func conversation(_ row: Int32) -> UInt32 { UInt32(bitPattern: row) << 2 | 1 }
  /// Desks are numbered over all venues.
  static func moderator(_ desk: Int32) -> UInt32 { UInt32(bitPattern: desk) << 2 | 2 }
  static func platform(_ duty: PlatformDuty, at venue: UInt8) -> UInt32 {
    (UInt32(venue) << 4 | UInt32(duty.rawValue)) << 2 | 3
  }
}

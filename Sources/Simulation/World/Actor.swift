import Schema

/// Which actors there are; an actor's number carries its kind in the two lowest bits.
enum Actor {
  static func visit(_ row: Int32) -> UInt32 { UInt32(bitPattern: row) << 2 }
  static func conversation(_ row: Int32) -> UInt32 { UInt32(bitPattern: row) << 2 | 1 }
  static func moderator(_ desk: Int32) -> UInt32 { UInt32(bitPattern: desk) << 2 | 2 }
  static func platform(_ duty: PlatformDuty) -> UInt32 { UInt32(duty.rawValue) << 2 | 3 }
}

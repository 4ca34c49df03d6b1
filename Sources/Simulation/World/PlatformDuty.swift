import Schema

/// What the platform itself does at set moments.
enum PlatformDuty: UInt8 {
  case changeRules, moderatorShift, policeDecoyShift, civilDecoyShift, countPresence
}

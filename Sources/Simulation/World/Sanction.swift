/// What a moderator may do about an account.
enum Sanction: UInt8 {
  case warning, suspension, ban
}

/// Why a conversation ended.
enum Ending: UInt8 {
  case finished, offenderLeft, targetLeft, blocked, reported, sanctioned, unanswered
}

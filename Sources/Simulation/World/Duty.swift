/// Who was on duty.
enum Duty: UInt8 {
  case policeDecoy = 1, civilDecoy
}

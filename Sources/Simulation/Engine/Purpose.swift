/// What a random stream is for. One purpose never reads the numbers of another.
///
/// The raw values are part of every result: give a new purpose the next free number and never
/// reuse or renumber an old one. The key has room for 256. 2, 9, 13 and 21 were purposes once.
enum Purpose: UInt64, CaseIterable, Sendable {
  case population = 1
  case arrivals = 3
  case visit = 4
  case registration = 5
  case ageCheck = 6
  case faceBias = 7
  case returning = 8
  case contact = 10
  case target = 11
  case conversation = 12
  case moderation = 14
  case classifier = 15
  case recording = 16
  case identification = 17
  case decoy = 18
  case parameter = 19
  case messages = 20
  case coverage = 22
  case alarm = 23
  case decoyShift = 24
  case referral = 25
  case notice = 26
  case occasion = 27
  case declaration = 28
  case pace = 29
  case knock = 30
  case taste = 31
  case habit = 32
  case finding = 33
  case closure = 34
  case appeal = 35
}

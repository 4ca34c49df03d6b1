import Schema

/// Whose odds of giving up apply.
enum FrictionClass: Int {
  case adult, minor, offender

  init(_ person: Person) {
    self = person.kind > 0 ? .offender : person.isMinor ? .minor : .adult
  }
}

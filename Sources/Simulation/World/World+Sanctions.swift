/// Warnings, suspensions, bans, and who comes back.
extension World {
  /// The next rung of the ladder for an account.
  mutating func sanction(_ person: Int32, _ stream: inout Stream) {
    let strikes = Int(persons[Int(person)].account.strikes) + 1
    persons[Int(person)].account.strikes = UInt8(clamping: strikes)
    if strikes <= rules.sanctions.warnings {
      warn(person, &stream)
    } else if strikes <= rules.sanctions.warnings + rules.sanctions.suspensions {
      exclude(person, until: now + rules.sanctions.suspension, as: .suspension)
    } else {
      ban(person)
    }
  }

  private mutating func warn(_ person: Int32, _ stream: inout Stream) {
    let kind = persons[Int(person)].kind
    write(.sanction, person, detail: Sanction.warning.rawValue)
    guard kind > 0, stream.chance(kinds[Int(kind)].desistsWhenWarned) else {
      return
    }
    persons[Int(person)].account.status.insert(.desisted)
    let visit = persons[Int(person)].visit
    guard visit >= 0 else { return }
    visits[Int(visit)].pathway = 255
    resetClock(visit)
  }

  private mutating func ban(_ person: Int32) {
    let account = persons[Int(person)].account.ordinal
    var stream = root.stream(.returning, key(of: person), UInt64(account))
    let outlook = rules.returning.outlook(hasAccount: mustRegister(person))
    let returns = stream.chance(outlook.chance)
    let delay = outlook.isAtOnce ? 0 : samplers.returnDelay.draw(using: &stream)
    persons[Int(person)].account.status.insert(.banned)
    exclude(person, until: returns ? now + delay : .infinity, as: .ban)
  }

  /// Puts a person out, now if on line, and keeps the person out until then.
  private mutating func exclude(_ person: Int32, until: Double, as sanction: Sanction) {
    persons[Int(person)].excludedUntil = until
    write(.sanction, person, value: until - now, detail: sanction.rawValue)
    let visit = persons[Int(person)].visit
    guard visit >= 0 else { return }
    let rest = visits[Int(visit)].end - now
    leave(visit)
    writeAbsence(person, rest, .cutShort)
  }

  /// A banned person comes back with a new account, which has everything before it.
  mutating func openNewAccount(_ person: Int32) {
    let ordinal = persons[Int(person)].account.ordinal
    persons[Int(person)].account = Person.Account()
    persons[Int(person)].account.ordinal = ordinal < .max ? ordinal + 1 : ordinal
    write(.returned, person)
  }

  /// A knock, or the rest of a visit, that does not take place here.
  mutating func writeAbsence(_ person: Int32, _ hours: Double, _ reason: Absence) {
    let goes = persons[Int(person)].traits.contains(.displaceable)
    // Only the part inside the window counts, as it does for visits.
    write(
      .absent, person, value: observed(from: now, to: now + hours), detail: reason.rawValue,
      flags: goes ? .displaced : [])
  }
}

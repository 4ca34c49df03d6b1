/// Warnings, suspensions, bans, and who comes back.
extension World {
  /// The next rung of the ladder for an account.
  mutating func sanction(_ person: Int32, _ stream: inout Stream) {
    let strikes = Int(persons[Int(person)].account.strikes) + 1
    persons[Int(person)].account.strikes = UInt8(clamping: strikes)
    if strikes <= rules.sanctions.warnings {
      warn(person, &stream)
    } else if strikes <= rules.sanctions.warnings + rules.sanctions.suspensions {
      exclude(person, for: rules.sanctions.suspension, as: .suspension)
    } else {
      ban(person)
    }
  }

  private mutating func warn(_ person: Int32, _ stream: inout Stream) {
    let kind = persons[Int(person)].kind
    write(.sanction, person, detail: Sanction.warning.rawValue)
    guard kind > 0, stream.chance(kinds[Int(kind)].desistsWhenWarned) else { return }
    persons[Int(person)].account.status.insert(.desisted)
    let visit = persons[Int(person)].visit
    guard visit >= 0, visits[Int(visit)].isOnline else { return }
    // He gives up whom he is writing to, and is from now on a visitor like any other.
    endBegun(by: visit)
    visits[Int(visit)].pathway = 255
    resetClock(visit)
  }

  /// A ban lasts until the person is back under another account: for ever with one chance, else for
  /// D / (f · g) hours (see `Sanctions`).
  private mutating func ban(_ person: Int32) {
    let account = persons[Int(person)].account, rule = rules.sanctions
    var stream = root.stream(.returning, key(of: person), UInt64(account.ordinal))
    let returns = stream.chance(rule.returnProbability)
    let delay = Sampler(rule.returnDelay).draw(using: &stream)
    let pace = rules.registration.returnFactors[Int(account.asked)] * rule.scopeFactor
    exclude(person, for: returns ? delay / pace : .infinity, as: .ban)
  }

  /// Puts a person out, now if on line, and keeps the person out for so long. What binds to nothing
  /// changes nothing.
  private mutating func exclude(_ person: Int32, for hours: Double, as sanction: Sanction) {
    let isBound = rules.sanctions.binds(persons[Int(person)].account.asked)
    write(.sanction, person, value: isBound ? hours : 0, detail: sanction.rawValue)
    guard isBound else { return }
    persons[Int(person)].excludedUntil = now + hours
    if sanction == .ban { persons[Int(person)].account.status.insert(.banned) }
    let visit = persons[Int(person)].visit
    guard visit >= 0, visits[Int(visit)].isOnline else { return }
    endStay(visit)
    beginAbsence(visit, .cutShort, until: now + hours)
  }

  /// A banned person comes back with a new account, which has everything before it.
  mutating func openNewAccount(_ person: Int32) {
    let ordinal = persons[Int(person)].account.ordinal
    persons[Int(person)].account = Person.Account()
    persons[Int(person)].account.ordinal = ordinal &+ 1
    write(.returned, person)
  }
}

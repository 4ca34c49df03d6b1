/// Warnings, suspensions, bans, and who comes back.
extension World {
  /// The next rung of the ladder for an account.
  mutating func sanction(_ person: Int32, at venue: UInt8, _ stream: inout Stream) {
    let strikes = Int(account(of: person, at: venue).strikes) + 1
    updateAccount(of: person, at: venue) { $0.strikes = UInt8(clamping: strikes) }
    let ladder = rules[venue].sanctions
    if strikes <= ladder.warnings {
      warn(person, at: venue, &stream)
    } else if strikes <= ladder.warnings + ladder.suspensions {
      exclude(person, at: venue, for: ladder.suspension, as: .suspension)
    } else {
      ban(person, at: venue)
    }
  }

  private mutating func warn(_ person: Int32, at venue: UInt8, _ stream: inout Stream) {
    let kind = persons[Int(person)].kind
    write(.sanction(.warning), person, at: venue)
    guard kind > 0, stream.chance(kinds[Int(kind)].desistsWhenWarned) else { return }
    updateAccount(of: person, at: venue) { $0.status.insert(.desisted) }
    guard let visit = visit(of: person, at: venue) else { return }
    // He gives up whom he is writing to, and is from now on a visitor like any other.
    endBegun(by: visit)
    visits[Int(visit)].pathway = 255
    resetClock(visit)
  }

  /// The visit that somebody is on line by at a venue.
  private func visit(of person: Int32, at venue: UInt8) -> Int32? {
    let visit = persons[Int(person)].visit
    guard visit >= 0, visits[Int(visit)].isOnline, visits[Int(visit)].venue == venue else {
      return nil
    }
    return visit
  }

  /// A ban lasts until the person is back under another account: for ever with one chance, else for
  /// D / (f · g) hours (see `Sanctions`).
  private mutating func ban(_ person: Int32, at venue: UInt8) {
    let account = account(of: person, at: venue), rule = rules[venue].sanctions
    var stream = root.stream(.returning, key(of: person), accountsLost(by: person))
    let returns = stream.chance(rule.returnProbability)
    let delay = Sampler(rule.returnDelay).draw(using: &stream)
    let pace = rules[venue].registration.returnFactors[Int(account.asked)] * rule.scopeFactor
    exclude(person, at: venue, for: returns ? delay / pace : .infinity, as: .ban)
  }

  /// Accounts that somebody has lost so far, over all venues: ordinal of the keys of bans, so that no
  /// venue is in one.
  private func accountsLost(by person: Int32) -> UInt64 {
    (0..<UInt8(venues.count)).reduce(0) { $0 + UInt64(account(of: person, at: $1).ordinal) }
  }

  /// Puts a person out, now if on line, and keeps the person out for so long. What binds to nothing
  /// changes nothing.
  private mutating func exclude(
    _ person: Int32, at venue: UInt8, for hours: Double, as sanction: Sanction
  ) {
    let isBound = rules[venue].sanctions.binds(account(of: person, at: venue).asked)
    write(.sanction(sanction, hours: isBound ? hours : 0), person, at: venue)
    guard isBound else { return }
    let until = now + hours
    updateAccount(of: person, at: venue) { account in
      account.excludedUntil = until
      if sanction == .ban { account.status.insert(.banned) }
    }
    guard let visit = visit(of: person, at: venue) else { return }
    endStay(visit)
    keepOut(visit, .cutShort, until: until)
  }

  /// A banned person comes back with a new account, which has everything before it.
  mutating func openNewAccount(_ person: Int32, at venue: UInt8) {
    updateAccount(of: person, at: venue) { account in
      let ordinal = account.ordinal
      account = Account()
      account.ordinal = ordinal &+ 1
    }
    write(.returned, person, at: venue)
  }
}

/// Visits that do not take place where they would: of those kept out, and what a sanction or a closure
/// leaves of a visit.
///
/// Hours are conserved per person. A visit that cannot take place has a row like any other and runs
/// its time elsewhere: knocks that fall into it are ignored, as on line, and a sanction that ends
/// before it does lets the rest of it go on here. So hours on the platform and hours kept out add up
/// to the hours of the same person under any other policy, and no return adds an hour.
extension World {
  /// A knock leads nowhere: the visit takes place elsewhere.
  mutating func stayOut(
    _ person: Int32, from venue: UInt8, for duration: Double, arrival: UInt64, stream: Stream,
    _ reason: Absence
  ) {
    var row = Visit(
      stream: stream, arrival: arrival, start: now, end: now + duration, person: person,
      band: persons[Int(person)].band)
    row.venue = venue
    let visit = occupy(row)
    persons[Int(person)].visit = visit
    let excluded = account(of: person, at: venue).excludedUntil
    keepOut(visit, reason, until: excluded > now ? excluded : .infinity)
  }

  /// A visit can't take place where it would: it goes on at another venue, or nowhere.
  mutating func keepOut(_ visit: Int32, _ reason: Absence, until moment: Double) {
    let row = visits[Int(visit)]
    guard reason != .deterred, now < windowEnd,
      let next = anotherVenue(for: row.person, insteadOf: row.venue)
    else { return beginAbsence(visit, reason, until: moment) }
    writeAbsence(row, row.end - now, reason, goesOn: true)
    visits[Int(visit)].venue = next
    visits[Int(visit)].room = Visit.noRoom
    visits[Int(visit)].isElsewhere = false
    resume(visit)
  }

  /// A visit goes on elsewhere, until its end or until a sanction ends before.
  mutating func beginAbsence(_ visit: Int32, _ reason: Absence, until moment: Double) {
    books.absencesBegun += 1
    visits[Int(visit)].isElsewhere = true
    let until = min(visits[Int(visit)].end, moment)
    let row = visits[Int(visit)]
    let goesOn =
      !hasRivals && reason != .deterred
      && persons[Int(row.person)].traits.contains(.displaceable)
    writeAbsence(row, until - now, reason, goesOn: goesOn)
    agenda.set(Actor.visit(visit), at: until)
  }

  /// An absence is over: the visit's time, or a sanction that lets the rest of it go on here.
  ///
  /// Another account has everything before it: what it meets at the gates may keep the person out.
  mutating func endAbsence(_ visit: Int32) {
    books.absencesEnded += 1
    let row = visits[Int(visit)]
    guard now < row.end, now < windowEnd else { return release(visit) }
    visits[Int(visit)].isElsewhere = false
    guard obstacle(for: row.person, at: row.venue) == nil else {
      return beginAbsence(visit, .cutShort, until: .infinity)
    }
    resume(visit)
  }

  /// Takes somebody whom no sanction keeps out to the gates; after a ban under another account.
  mutating func comeIn(_ person: Int32, at venue: UInt8) -> Passage {
    if account(of: person, at: venue).status.contains(.banned) {
      openNewAccount(person, at: venue)
    }
    return passGates(person, at: venue)
  }

  /// The rest of a visit takes place here. What has been written on it stays remembered, and ordinals
  /// of its keys go on, so that nothing is drawn twice.
  private mutating func resume(_ visit: Int32) {
    let row = visits[Int(visit)]
    visits[Int(visit)].start = now
    visits[Int(visit)].pathway = pathway(of: row.person, at: row.venue)
    if row.room == Visit.noRoom {
      var stream = row.stream
      visits[Int(visit)].room = room(for: row.person, at: row.venue, using: &stream)
      visits[Int(visit)].stream = stream
    }
    begin(visit, resumed: true)
  }

  /// Hours that somebody does not spend here, of which those inside the window count.
  private mutating func writeAbsence(
    _ row: Visit, _ hours: Double, _ reason: Absence, goesOn: Bool
  ) {
    let note = Event.Note.absent(
      hours: observed(from: now, to: now + hours), reason, goesOn: goesOn)
    write(note, row.person, at: row.venue)
  }
}

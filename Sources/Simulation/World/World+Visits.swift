import Schema

/// Coming, staying, going.
extension World {
  /// Writes an event about one person at a venue.
  mutating func write(
    _ note: Event.Note, _ person: Int32, at venue: UInt8, visit: Int32 = -1
  ) {
    let row = persons[Int(person)]
    let all = flags(of: row, at: venue).union(note.flags).union(isInWindow ? .cohort : [])
    events.append(
      Event(
        time: now, actor: person, target: person, value: Float(note.value), kind: note.kind,
        band: row.band, harm: 0, detail: note.detail, flags: all, venue: venue, visit: visit))
  }

  /// What every event about a person says of that person.
  private func flags(of person: Person, at venue: UInt8) -> Event.Flags {
    var flags: Event.Flags = person.presentsAsMinor(at: venue) ? .youthProfile : []
    guard person.kind > 0 else { return flags }
    flags.insert(.offender)
    if kinds[Int(person.kind)].seeksMinors { flags.insert(.seeksMinors) }
    return flags
  }

  /// A person comes on line at a venue for a visit of a given length.
  mutating func enter(
    _ person: Int32, at venue: UInt8, for duration: Double, arrival: UInt64, stream: Stream
  ) {
    var row = Visit(
      stream: stream, arrival: arrival, start: now, end: now + duration, person: person,
      band: persons[Int(person)].band)
    row.venue = venue
    row.pathway = pathway(of: person, at: venue)
    row.room = room(for: person, at: venue, using: &row.stream)
    let visit = occupy(row)
    persons[Int(person)].visit = visit
    begin(visit)
  }

  /// Who somebody on line is looking for: an offender's pathway, or 255.
  @inline(__always)
  func pathway(of person: Int32, at venue: UInt8) -> UInt8 {
    let kind = persons[Int(person)].kind
    guard kind > 0, !account(of: person, at: venue).status.contains(.desisted) else { return 255 }
    return kinds[Int(kind)].pathway
  }

  @inline(__always)
  func room(for person: Int32, at venue: UInt8, using stream: inout Stream) -> UInt16 {
    let who = persons[Int(person)]
    return venues[Int(venue)].rooms.room(
      for: who.isMinor ? 1 : kinds[Int(who.kind)].seeksMinors ? 2 : 0, using: &stream)
  }

  /// A stay begins: on arrival, or where a sanction that has ended lets a visit go on.
  mutating func begin(_ visit: Int32, resumed: Bool = false) {
    books.visitsBegun += 1
    if resumed { books.resumed += 1 }
    let row = visits[Int(visit)]
    visits[Int(visit)].writer = messages.enter(visit, at: now)
    list(visit)
    write(
      .enter(hours: row.end - now, resumed: resumed), row.person, at: row.venue, visit: visit)
    books.represented += 1
    if hasRivals { venues[Int(row.venue)].presence.change(by: 1, at: now) }
    resetAlarm(visit)
    resetClock(visit)
  }

  /// A free row for a visit.
  mutating func occupy(_ row: Visit) -> Int32 {
    if let free = freeVisits.popLast() {
      visits[Int(free)] = row
      // Only offenders need a memory: the others' rows stay untouched.
      if row.person >= 0, persons[Int(row.person)].kind > 0 { memories.clear(Int(free)) }
      return free
    }
    visits.append(row)
    memories.append()
    return Int32(visits.count - 1)
  }

  /// Seats a visit in every audience that may see it.
  mutating func list(_ visit: Int32) {
    let row = visits[Int(visit)], key = seatKey(row.person)
    let profile = profile(of: row.person, at: row.venue)
    let listing =
      audiences.listing(profile, at: row.venue) & (isUnlisted(row) ? audiences.inRooms : .max)
    let isNew = row.start == now
    for index in 0..<audiences.count where listing >> AudienceSet(index) & 1 == 1 {
      let crowd = audiences.crowd(index, at: row.venue, room: row.room)
      if crowds.isFull(crowd) { double(crowd, audience: index) }
      visits[Int(visit)].seats[index] = crowds.insert(
        visit, in: crowd, at: seat(of: key, in: index))
      if isNew, audiences.wantingNewcomers >> AudienceSet(index) & 1 == 1 {
        newcomers.add(visit, to: crowd, arrival: row.arrival, at: now)
      }
    }
  }

  /// Whether the directory leaves somebody out who is on line.
  func isUnlisted(_ row: Visit) -> Bool {
    if !rules[row.venue].listing.minorsListed, profile(of: row.person, at: row.venue).age < 18 {
      return true
    }
    return rules[row.venue].contact.minorsHidden && isTakenForMinor(row.person, at: row.venue)
      && covers(rules[row.venue].contact.coverage, .contact, row.person)
      && applies(rules[row.venue].contact.compliance, to: row)
  }

  private mutating func double(_ crowd: Int, audience: Int) {
    for visit in crowds.double(crowd) {
      let key = seatKey(visits[Int(visit)].person)
      visits[Int(visit)].seats[audience] = crowds.insert(
        visit, in: crowd, at: seat(of: key, in: audience))
    }
  }

  /// Somebody's own seat in an audience, before it is cut to the size of the table.
  private func seat(of key: UInt64, in audience: Int) -> UInt64 {
    Mix.stafford(key &+ UInt64(truncatingIfNeeded: audience) &* Mix.golden)
  }

  /// Whether a lever covers a person: fixed once for each person and lever.
  func covers(_ share: Double, _ lever: Purpose, _ person: Int32) -> Bool {
    guard share < 1 else { return true }
    var trait = root.stream(.coverage, key(of: person), lever.rawValue)
    return trait.uniform() < share
  }

  /// Whether the contact rules are applied on a visit: their compliance, where they act all the while.
  func applies(_ compliance: Double, to row: Visit) -> Bool {
    guard compliance < 1 else { return true }
    var occasion = root.stream(.occasion, row.arrival)
    return occasion.uniform() < compliance
  }

  /// Rules of a venue have changed: those on line there are listed anew and act at new rates, where
  /// theirs changed.
  ///
  /// Decoys stand under no contact rule; the directory lists them like anybody else.
  mutating func applyRulesToVisits(
    at venue: UInt8, alarmsChanged: Bool, listingChanged: Bool, paceChanged: Bool,
    directoryChanged: Bool
  ) {
    guard alarmsChanged || listingChanged || paceChanged || directoryChanged else { return }
    for visit in 0..<Int32(visits.count)
    where visits[Int(visit)].isOnline && visits[Int(visit)].venue == venue {
      let isDecoy = visits[Int(visit)].isDecoy
      if directoryChanged || (listingChanged && !isDecoy) {
        unlist(visit)
        list(visit)
      }
      if isDecoy { continue }
      if directoryChanged { visits[Int(visit)].isAsking = false }
      if paceChanged || directoryChanged, visits[Int(visit)].pathway < 255 { resetClock(visit) }
      if alarmsChanged { resetAlarm(visit) }
      awaitNext(visit)
    }
  }

  /// What a person's or a decoy's own seat in every audience is made from.
  private func seatKey(_ person: Int32) -> UInt64 {
    person >= 0 ? UInt64(UInt32(person)) : 1 << 40 | UInt64(-1 - Int(person))
  }

  /// Whether a venue takes somebody for a minor.
  func isTakenForMinor(_ person: Int32, at venue: UInt8) -> Bool {
    guard person >= 0 else { return false }
    if constants.knowsAges { return persons[Int(person)].isMinor }
    return account(of: person, at: venue).status.contains(.assuredMinor)
  }

  /// The age in whole years that a venue compares.
  func declaredAge(of person: Int32, at venue: UInt8) -> UInt8 {
    let row = persons[Int(person)]
    return constants.knowsAges ? UInt8(row.age) : row.declaredAge(at: venue)
  }

  /// A visit is over.
  mutating func leave(_ visit: Int32) {
    endStay(visit)
    release(visit)
  }

  /// A stay ends, with the visit or by a sanction: conversations, listing, messages, presence.
  mutating func endStay(_ visit: Int32) {
    endConversations(of: visit)
    let row = visits[Int(visit)]
    unlist(visit)
    books.visitsEnded += 1
    if row.isDecoy {
      writeDuty(of: row)
      return
    }
    if hasRivals { venues[Int(row.venue)].presence.change(by: -1, at: now) }
    writeLeave(row, visit, messages: countMessages(row))
    books.represented += 1
  }

  /// Gives a visit's row back.
  mutating func release(_ visit: Int32) {
    let person = visits[Int(visit)].person
    if person >= 0 { persons[Int(person)].visit = -1 }
    agenda.cancel(Actor.visit(visit))
    visits[Int(visit)].arrival = Visit.nobody
    freeVisits.append(visit)
  }

  private mutating func unlist(_ visit: Int32) {
    for index in 0..<audiences.count {
      let seat = visits[Int(visit)].seats[index]
      guard seat >= 0 else { continue }
      let row = visits[Int(visit)]
      crowds.remove(seat: seat, from: audiences.crowd(index, at: row.venue, room: row.room))
      visits[Int(visit)].seats[index] = -1
    }
  }

  /// The visit's ordinary messages: drawn from their exact law, or those that were simulated.
  private mutating func countMessages(_ row: Visit) -> UInt32 {
    guard constants.messages > 0 else { return 0 }
    if row.writer >= 0 {
      let (written, heir) = messages.leave(row.writer, at: now)
      visits[Int(heir)].writer = row.writer
      books.represented += UInt64(written)
      return written
    }
    var stream = root.stream(.messages, row.arrival)
    let count = stream.poisson(max(0, min(now, windowEnd) - row.start) * constants.messages)
    books.represented += UInt64(count)
    return UInt32(clamping: count)
  }

  private mutating func writeLeave(_ row: Visit, _ visit: Int32, messages: UInt32) {
    var flags = flags(of: persons[Int(row.person)], at: row.venue)
    if row.start >= windowStart, row.start < windowEnd { flags.insert(.cohort) }
    events.append(
      Event(
        time: now, actor: row.person, target: row.person, value: Float(now - row.start),
        kind: .leave, band: row.band, harm: 0, detail: 0, flags: flags, room: row.room,
        venue: row.venue, messages: messages, visit: visit))
    lastVisit = row
  }

  private mutating func writeDuty(of row: Visit) {
    let hours = observed(from: row.start, to: now)
    if row.venue == 0 {
      meter.noteDecoy(
        hours: hours, costPerHour: team(of: row.person, at: row.venue).costPerHour)
    }
    events.append(
      Event(
        time: now, actor: row.person, target: row.person, value: Float(hours), kind: .duty,
        band: .adult, harm: 0,
        detail: (isOfPolice(row.person, at: row.venue) ? Duty.policeDecoy : .civilDecoy).rawValue,
        flags: .decoy, venue: row.venue))
  }
}

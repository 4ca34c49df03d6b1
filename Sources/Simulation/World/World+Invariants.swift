/// What must hold between any two events, whatever the scenario; asked now and then in debug builds.
extension World {
  /// - Throws: `Run.Fault` with the first thing that does not add up.
  /// - Complexity: O(rows of all tables).
  func checkInvariants() throws(Run.Fault) {
    let fault =
      agenda.fault() ?? faultOfPersons() ?? faultOfVisits() ?? faultOfCrowds()
      ?? faultOfConversations() ?? faultOfCases()
    if let fault { throw Run.Fault(description: "at hour \(now): \(fault)") }
  }

  /// Who is anywhere has one row of a visit, and it is theirs.
  private func faultOfPersons() -> String? {
    for index in 0..<persons.count {
      let visit = persons[index].visit
      guard visit >= 0 else { continue }
      guard Int(visit) < visits.count, !visits[Int(visit)].isOver,
        Int(visits[Int(visit)].person) == index
      else { return "person \(index) has a visit of somebody else" }
    }
    return nil
  }

  /// Visits here and elsewhere are those that have begun and not ended; nobody whom a sanction keeps
  /// out is here, and whoever is elsewhere does nothing.
  private func faultOfVisits() -> String? {
    var here = 0, elsewhere = 0
    for index in 0..<visits.count where !visits[index].isOver {
      let row = visits[index]
      if !agenda.isPending(Actor.visit(Int32(index))) { return "visit \(index) never ends" }
      if row.person >= 0 {
        let person = persons[Int(row.person)]
        if person.visit != Int32(index) { return "visit \(index) is not its person's" }
        let account = account(of: row.person, at: row.venue)
        if !row.isElsewhere, account.status.contains(.banned) || account.excludedUntil > now {
          return "person \(row.person) is here and kept out"
        }
      }
      if row.isElsewhere {
        elsewhere += 1
        let isListed = (0..<Audiences.most).contains { row.seats[$0] >= 0 }
        if isListed || row.begun >= 0 || row.received >= 0 || row.writer >= 0 {
          return "visit \(index) acts here from elsewhere"
        }
      } else {
        here += 1
      }
    }
    let isRight =
      here == books.visitsBegun - books.visitsEnded
      && elsewhere == books.absencesBegun - books.absencesEnded
      && here + elsewhere + freeVisits.count == visits.count
    return isRight ? nil : "rows of visits: \(here) here, \(elsewhere) elsewhere, others free"
  }

  /// A seat is taken by exactly the visit that knows of it.
  private func faultOfCrowds() -> String? {
    var seated = Array(repeating: 0, count: crowds.number)
    for index in 0..<visits.count where visits[index].isOnline {
      for audience in 0..<audiences.count where visits[index].seats[audience] >= 0 {
        let crowd = audiences.crowd(
          audience, at: visits[index].venue, room: visits[index].room)
        seated[crowd] += 1
        if crowds.visit(on: visits[index].seats[audience], of: crowd) != Int32(index) {
          return "visit \(index) sits on somebody else's seat in crowd \(crowd)"
        }
      }
    }
    for crowd in seated.indices
    where crowds.count(crowd) != seated[crowd] || crowds.taken(in: crowd) != seated[crowd] {
      return "crowd \(crowd) counts \(crowds.count(crowd)) of \(seated[crowd])"
    }
    return nil
  }

  /// Conversations are those that have begun and not ended; each hangs in two lists or in none.
  private func faultOfConversations() -> String? {
    let inUse = conversations.count - freeConversations.count
    if inUse != books.conversationsBegun - books.conversationsEnded {
      return "\(inUse) rows of conversations in use"
    }
    var begun = 0, received = 0
    for index in 0..<visits.count where visits[index].isOnline {
      let row = visits[index]
      let first = length(
        from: row.begun, of: Int32(index), owner: \.offenderVisit, next: \.nextBegun,
        before: \.previousBegun)
      let second = length(
        from: row.received, of: Int32(index), owner: \.targetVisit, next: \.nextReceived,
        before: \.previousReceived)
      if first != Int(row.begunCount) || second != Int(row.receivedCount) {
        return "visit \(index) counts \(row.begunCount) begun and \(row.receivedCount) received, "
          + "of \(first ?? -1) and \(second ?? -1) in its lists (-1: broken)"
      }
      (begun, received) = (begun + Int(row.begunCount), received + Int(row.receivedCount))
    }
    return begun == received ? nil : "\(begun) conversations begun, \(received) received"
  }

  /// How many hang in a list of a visit; nil where one is not the visit's, does not know the one before
  /// it, or stands still.
  private func length(
    from head: Int32, of visit: Int32, owner: KeyPath<Conversation, Int32>,
    next: KeyPath<Conversation, Int32>, before: KeyPath<Conversation, Int32>
  ) -> Int? {
    var row = head, last: Int32 = -1, count = 0
    while row >= 0 {
      let item = conversations[Int(row)]
      guard item[keyPath: owner] == visit, item[keyPath: before] == last,
        agenda.isPending(Actor.conversation(row))
      else { return nil }
      (last, row, count) = (row, item[keyPath: next], count + 1)
    }
    return count
  }

  /// Cases are decided, in hand or waiting.
  private func faultOfCases() -> String? {
    let left = venues.reduce(0) { sum, venue in
      sum + venue.waiting + venue.desks.count { $0 != nil }
    }
    return books.casesOpened == books.casesDecided + left
      ? nil : "\(books.casesOpened) cases opened, \(books.casesDecided) decided, \(left) left"
  }
}

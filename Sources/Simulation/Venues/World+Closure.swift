/// Venues that close, by seizure or blocking, open again, or have yet to open.
extension World {
  /// Whether a venue's doors are shut to somebody: closed, blocked and not got round, or open again and
  /// not yet come back to.
  func isShut(_ venue: UInt8, to person: Int32) -> Bool {
    let rule = rules[venue].closure
    if rule.isClosed { return true }
    if rule.blocked > 0 { return isBlocked(rule, person) }
    guard hasRivals, habits[Int(person)].home == venue, let since = venues[Int(venue)].openSince
    else { return false }
    var stream = root.stream(.finding, key(of: person), venues[Int(venue)].turn)
    return now - since < stream.exponential() * scenario.choice.comingBackTime
  }

  private func isBlocked(_ rule: ClosureRules, _ person: Int32) -> Bool {
    var trait = root.stream(.closure, key(of: person))
    let (provider, skill) = (trait.uniform(), trait.uniform())
    return provider < rule.blocked && skill >= rule.getRound
  }

  /// Whether somebody whose home has been shut knows of another place by now: at once with some chance,
  /// else after an exponential time, one draw for each person and closure.
  func hasFound(_ person: Int32, insteadOf home: UInt8) -> Bool {
    guard rules[home].closure.shutsOut, let since = venues[Int(home)].shutSince else { return true }
    var stream = root.stream(.finding, key(of: person), venues[Int(home)].turn)
    if stream.chance(scenario.choice.foundAtOnce) { return true }
    return now - since >= stream.exponential() * scenario.choice.findingTime
  }

  /// A venue has closed or opened: turns are numbered over all venues, so that no venue is in a key.
  mutating func turnDoors(before: ClosureRules, at venue: UInt8) {
    let isShut = rules[venue].closure.shutsOut
    if isShut != before.shutsOut {
      turns += 1
      venues[Int(venue)].turn = turns
      venues[Int(venue)].shutSince = isShut ? now : nil
      venues[Int(venue)].openSince = isShut ? nil : now
    }
    if isShut { putOut(from: venue) }
  }

  /// Everybody on line at a venue whose doors are shut to them goes elsewhere or off line.
  private mutating func putOut(from venue: UInt8) {
    for visit in 0..<Int32(visits.count)
    where visits[Int(visit)].isOnline && visits[Int(visit)].venue == venue {
      let row = visits[Int(visit)]
      if row.isDecoy {
        if rules[venue].closure.isClosed { leave(visit) }
        continue
      }
      guard isShut(venue, to: row.person) else { continue }
      endStay(visit)
      keepOut(visit, .cutShort, until: .infinity)
    }
  }
}

/// Where people go: home as a rule, elsewhere when kept out, somewhere else now and then.
extension World {
  /// The venue to which somebody's knock goes, after a look round if one is due.
  mutating func homeVenue(of person: Int32) -> UInt8 {
    if habits[Int(person)].nextLook <= now { lookRound(person) }
    return habits[Int(person)].home
  }

  /// Chooses a home anew. Whoever is free to come to one has no reason to stay off line.
  private mutating func lookRound(_ person: Int32) {
    let home = habits[Int(person)].home
    if hasFound(person, insteadOf: home),
      let next = choose(for: person, except: 0, orOffLine: false)
    {
      habits[Int(person)].home = next
    }
    drawNextLook(person, after: now)
  }

  /// A person's own Poisson process of moments to look round.
  mutating func drawNextLook(_ person: Int32, after moment: Double) {
    let rate = scenario.choice.looksRound, row = Int(person)
    habits[row].looks &+= 1
    var stream = root.stream(.habit, key(of: person), UInt64(habits[row].looks))
    habits[row].nextLook = rate > 0 ? moment + stream.exponential() / rate : .infinity
  }

  /// The venue that somebody goes to, or nil for staying off line: the greatest of utility and taste among
  /// those that are open to the person and do not exclude him.
  ///
  /// - Parameter tried: A bit for each venue that is out of the question.
  func choose(for person: Int32, except tried: UInt8, orOffLine: Bool) -> UInt8? {
    let who = FrictionClass(persons[Int(person)]).rawValue
    var best: UInt8?, most = -Double.infinity
    if orOffLine {
      most = appeal.offLine[who]
      if most.isFinite { most += taste(of: person, for: Venue.offLineName) }
    }
    for venue in 0..<UInt8(venues.count) where tried >> venue & 1 == 0 {
      guard !(hasDoors && isShut(venue, to: person)),
        account(of: person, at: venue).excludedUntil <= now
      else { continue }
      let value =
        appeal.utility[Int(venue)][who] + taste(of: person, for: venues[Int(venue)].nameKey)
      if value > most { (best, most) = (venue, value) }
    }
    return best
  }

  /// A person's Gumbel taste for a venue, drawn once: −ln(−ln u).
  private func taste(of person: Int32, for name: UInt64) -> Double {
    var stream = root.stream(.taste, key(of: person), name)
    return -Elementary.log(-Elementary.log(stream.uniformOpen()))
  }

  /// Another venue that lets somebody in who is kept out of one; nil where the person stays off line.
  mutating func anotherVenue(for person: Int32, insteadOf venue: UInt8) -> UInt8? {
    guard hasRivals, hasFound(person, insteadOf: venue) else { return nil }
    var tried: UInt8 = 1 << venue
    while let next = choose(for: person, except: tried, orOffLine: true) {
      if obstacle(for: person, at: next) == nil { return next }
      tried |= 1 << next
    }
    return nil
  }

  /// What keeps somebody out of a venue: closed doors, a sanction, or the gates; nil for nothing.
  @inline(__always)
  mutating func obstacle(for person: Int32, at venue: UInt8) -> Absence? {
    if hasDoors, isShut(venue, to: person) { return .closed }
    let account = account(of: person, at: venue)
    if account.excludedUntil > now {
      return account.status.contains(.banned) ? .banned : .suspended
    }
    if !account.status.contains(.banned), !rules.hasGates(at: venue) { return nil }
    switch comeIn(person, at: venue) {
    case .open: return nil
    case .droppedOut: return .droppedOut
    case .refused: return .refused
    }
  }
}

extension World {
  /// An hour is over: how many people were on line at each venue.
  mutating func countPresence() {
    for venue in venues.indices {
      venues[venue].presence.closeHour(at: now)
      appeal.set(size: venues[venue].presence.mean, at: venue)
    }
    appeal.refresh()
    awaitCount()
  }

  /// Sets the next count, as long as anybody comes.
  mutating func awaitCount() {
    guard hasRivals, now < windowEnd else { return }
    agenda.set(Actor.platform(.countPresence, at: 0), at: (now + Self.instant).rounded(.down) + 1)
  }

  /// What a venue's rules mean to those who choose.
  mutating func weigh(_ venue: UInt8) {
    guard hasRivals else { return }
    let rule = rules[venue]
    let sanctioned =
      rule.moderation.isStaffed
      ? rule.moderation.detects * rule.sanctions.compliance * rule.sanctions.coverage : 0
    appeal.set(
      turnedAway: [0, 1, 2].map { turnedAway($0, at: venue) }, sanctioned: sanctioned,
      at: Int(venue))
  }

  /// Mean chance of a class to be turned away at a venue's gates, over a sample of the population that
  /// is the same for every venue.
  private func turnedAway(_ who: Int, at venue: UInt8) -> Double {
    guard rules[venue].registration.isRequired || rules[venue].ageAssurance.required else {
      return 0
    }
    var out = 0.0, count = 0.0
    for slot in samples[who] {
      count += 1
      if !wouldPass(slot, at: venue) { out += 1 }
    }
    return count > 0 ? out / count : 0
  }

  /// Whether somebody would come through a venue's gates at a first attempt, with a noise of its own:
  /// asks nobody, and changes nothing.
  private func wouldPass(_ person: Int32, at venue: UInt8) -> Bool {
    let key = key(of: person), gate = rules[venue].registration, check = rules[venue].ageAssurance
    var chance = root.stream(.appeal, key)
    if gate.isRequired {
      var trait = root.stream(.registration, key)
      let isAsked = trait.uniform() < gate.coverage && chance.chance(gate.compliance)
      let who = FrictionClass(persons[Int(person)])
      let passes = gate.friction.passes(who, trait: trait.normal(), noise: chance.normal())
      if isAsked, !passes { return false }
    }
    guard check.required else { return true }
    var trait = AgeTraits(root, key)
    guard check.reaches(trait, &chance) else { return true }
    for _ in 0..<check.attempts {
      switch judge(persons[Int(person)], check, at: venue, &trait, &chance).result {
      case .adult: return true
      case .droppedOut: return false
      case .tooYoung: if check.marks { return true }
      }
    }
    return false
  }
}

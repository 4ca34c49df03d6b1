import Schema

/// Births: who the people of a run are. Everything is keyed to the slot and its generation.
extension World {
  /// Makes the population and its own rates of visits, an hour each.
  mutating func populate() -> [Float] {
    let count = scenario.population
    persons.extend(to: count, with: Person())
    var rates = [Float](repeating: 0, count: count)
    let visits = Sampler(scenario.people.visits)
    let kinds = OffenderTable(scenario.offenders)
    var ranks = [UInt32](repeating: 0, count: scenario.offenders.count + 1)
    if hasRivals { habits.extend(to: count, with: Habit()) }
    for slot in 0..<count {
      persons[slot].origin = origin(of: slot)
      var stream = root.stream(.population, UInt64(slot))
      let isMinor = stream.chance(scenario.people.minorShare)
      let kind = kinds.kind(isMinor: isMinor, u: stream.uniform())
      let own = visits.draw(using: &stream)
      rates[slot] = Float(own * kinds.activity(of: kind, using: &stream))
      persons[slot].kind = UInt8(kind)
      if kind > 0 {
        persons[slot].group = ranks[kind] / self.kinds[kind].groupSize
        ranks[kind] += 1
        minds.join(persons[slot].origin)
      }
      if isMinor { persons[slot].traits = .minor }
      bear(Int32(slot), at: 0)
    }
    openCrowds(rates)
    if hasRivals { weighVenues(rates) }
    return rates
  }

  /// The venue of whose audience a slot is.
  private func origin(of slot: Int) -> UInt8 {
    UInt8((audienceStarts.lastIndex { $0 <= slot }) ?? 0)
  }

  /// The slots of a venue's audience.
  private func audience(of venue: Int) -> Range<Int> {
    let end = venue + 1 < audienceStarts.count ? audienceStarts[venue + 1] : persons.count
    return audienceStarts[venue]..<end
  }

  /// Before anything happens: how many are on line where, and what makes the venues' shares stay so.
  private mutating func weighVenues(_ rates: [Float]) {
    let stay = scenario.people.visitDuration.mean
    let audiences = venues.indices.map { audience(of: $0) }
    let sizes = audiences.map { slots -> Double in
      let knocks = slots.reduce(0.0) { $0 + Double(rates[$1]) }
      return stay.isFinite ? min(knocks * stay, Double(slots.count)) : Double(slots.count)
    }
    for venue in venues.indices { venues[venue].presence = Presence(expected: sizes[venue]) }
    for slot in 0..<Int32(audiences[0].count) {
      let who = FrictionClass(persons[Int(slot)]).rawValue
      if samples[who].count < 400 { samples[who].append(slot) }
    }
    appeal = Appeal(scenario.choice, sizes: sizes, people: scenario.people.count)
    for venue in 0..<UInt8(venues.count) { weigh(venue) }
    let share = goingOnShare, odds = scenario.choice.offenderOdds
    let offenders = share >= 1 ? 1 : share * odds / (1 - share + share * odds)
    appeal.solve(
      shares: audiences.map { Double($0.count) / Double(persons.count) },
      goingOn: [share, share, offenders])
  }

  /// Opens the crowds, with seats for one and a half times those whom each audience lists at the peak
  /// of the day: then a choice hits somebody soon, and a table doubles seldom.
  mutating func openCrowds(_ rates: [Float]) {
    for venue in 0..<UInt8(venues.count) { openCrowds(at: venue, rates) }
  }

  private mutating func openCrowds(at venue: UInt8, _ rates: [Float]) {
    // One in sixteen is enough to judge by.
    var visits = InlineArray<4, Double>(repeating: 0), counted = 0.0
    var listed = InlineArray<4, Double>(repeating: 0)
    let audience =
      scenario.laysOutEveryHall ? 0..<persons.count : audience(of: Int(venue))
    for slot in stride(from: audience.lowerBound, to: audience.upperBound, by: 16) {
      let listing = audiences.listing(profile(of: Int32(slot), at: venue), at: venue)
      for index in 0..<audiences.count where listing >> AudienceSet(index) & 1 == 1 {
        visits[index] += Double(rates[slot])
        listed[index] += 16
      }
      counted += 1
    }
    let people = scenario.people, ratio = people.dailyProfile.peakToTrough
    let online =
      2 * ratio / (1 + ratio) * people.visitDuration.mean * Double(audience.count) / max(1, counted)
    for index in 0..<audiences.count {
      let bit: AudienceSet = 1 << AudienceSet(index)
      let halls = audiences.inRooms & bit > 0 ? venues[Int(venue)].rooms.count : 1
      // Never more than all those listed; and in each hall no more than its share of them.
      let present = online.isFinite ? min(visits[index] * online, listed[index]) : listed[index]
      let peak = present / Double(halls)
      let recent = audiences.wantingNewcomers & bit > 0 ? Int(min(2 * peak, 4096)) : 0
      audiences.open(index, at: venue, from: crowds.number)
      for _ in 0..<halls {
        crowds.open(seats: Int(1.5 * peak))
        newcomers.open(capacity: recent)
      }
    }
  }

  /// Share of ordinary people kept out who go on elsewhere.
  private var goingOnShare: Double {
    scenario.feedbacks.displacement ? scenario.displacement.share : 0
  }

  /// Gives a slot a new person: attributes, traits, a clean account.
  private mutating func bear(_ slot: Int32, at time: Double) {
    let people = scenario.people
    var person = persons[Int(slot)]
    var stream = root.stream(.population, UInt64(slot), 1 + UInt64(person.generation))
    let life = stream.exponential()
    person.exit = people.turnover > 0 ? time + life / people.turnover : .infinity
    person.age = person.isMinor ? minorAge(&stream) : adultAge(&stream)
    var traits: Person.Traits = person.isMinor ? .minor : []
    if stream.chance(people.womanShare) { traits.insert(.woman) }
    if stream.chance(goingOnShare) { traits.insert(.displaceable) }
    declare(&person, &traits, slot, &stream)
    person.traits = traits
    person.office = UInt8(stream.below(scenario.recording.offices))
    person.susceptibility = gammaMultiplier(people.susceptibilityCV, &stream)
    person.blocking = gammaMultiplier(people.propensityCV, &stream)
    person.reporting = gammaMultiplier(people.propensityCV, &stream)
    person.account = time > 0 ? Account() : account(atBeginning: person.origin)
    (person.attempts, person.cases, person.kept) = (0, 0, [])
    persons[Int(slot)] = person
    if hasRivals {
      habits[Int(slot)] = Habit(home: person.origin)
      drawNextLook(slot, after: time)
    }
  }

  /// The account of somebody who is there when the run begins. The people of a rival are those who use
  /// it: they have come through its registration. The platform's have yet to meet what its levers ask.
  private func account(atBeginning venue: UInt8) -> Account {
    var account = Account()
    let gate = rules[venue].registration
    guard venue > 0, gate.isRequired, !rules[venue].closure.isUnopened else { return account }
    account.asked = gate.method.rank
    account.status.insert(.registrationSettled)
    return account
  }

  /// Replaces everybody of a slot who has left for good by now.
  mutating func renew(_ slot: Int32) {
    while persons[Int(slot)].exit <= now, persons[Int(slot)].visit < 0 {
      persons[Int(slot)].generation &+= 1
      bear(slot, at: persons[Int(slot)].exit)
    }
  }

  /// What the profile shows and what the form is told.
  private func declare(
    _ person: inout Person, _ traits: inout Person.Traits, _ slot: Int32,
    _ stream: inout Stream
  ) {
    let people = scenario.people
    let age = UInt8(person.age), u = stream.uniform(), v = stream.uniform()
    let false18 = UInt8(18 + stream.below(8)), falseYouth = UInt8(13 + stream.below(5))
    if person.isMinor {
      person.declaredAge = u < people.minorsDeclareAdult ? false18 : age
      person.presentedAge = v < people.minorsPresentAsMinors ? age : person.declaredAge
      person.declaredElsewhere = false18
      person.presentedElsewhere = v < people.minorsPresentAsMinors ? age : false18
    } else {
      let kind = person.kind > 0 ? scenario.offenders[Int(person.kind) - 1] : nil
      let presents = kind?.presentsAsMinor ?? people.adultsPresentAsMinors
      person.declaredAge = kind.map { understates($0, person, slot) } ?? false ? false18 : age
      person.presentedAge = v < presents ? falseYouth : age
      (person.declaredElsewhere, person.presentedElsewhere) = (
        person.declaredAge, person.presentedAge
      )
      if let kind, u < kind.claimsMinor { traits.insert(.claimsMinor) }
    }
  }

  private func understates(_ kind: OffenderKind, _ person: Person, _ slot: Int32) -> Bool {
    guard kind.understatesAge > 0 else { return false }
    var stream = root.stream(.declaration, UInt64(slot), UInt64(person.generation))
    return stream.chance(kind.understatesAge)
  }

  /// Ages of minors: density linear from 1 at the youngest to `older_to_younger` at 18.
  private func minorAge(_ stream: inout Stream) -> Float {
    let low = scenario.people.youngest, slope = scenario.people.olderToYounger - 1
    let u = stream.uniform()
    // Inverse of the distribution function x + slope·x²/2 over 1 + slope/2.
    let share =
      abs(slope) < 1e-9
      ? u : ((1 + 2 * slope * u * (1 + slope / 2)).squareRoot() - 1) / slope
    return Float(min(17.999, low + (18 - low) * share))
  }

  private func adultAge(_ stream: inout Stream) -> Float {
    for _ in 0..<64 {
      let age = samplers.adultAge.draw(using: &stream)
      if age >= 18, age < 95 { return Float(age) }
    }
    return 18
  }

  private func gammaMultiplier(_ cv: Double, _ stream: inout Stream) -> Float {
    // Below this the spread is less than a `Float` can tell from 1, and the shape near overflow.
    guard cv > 1e-7 else { return 1 }
    let shape = 1 / (cv * cv)
    return Float(stream.gamma(shape) / shape)
  }
}

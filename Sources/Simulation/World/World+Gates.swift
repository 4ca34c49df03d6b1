import Schema

/// Registration and age checks. What a person's trait decides is drawn once, from the person's key.
extension World {
  /// What came of knocking at the gates.
  enum Passage {
    case open, droppedOut, refused
  }

  /// Takes a person through the gates of a venue that stand open accounts do not need again.
  mutating func passGates(_ person: Int32, at venue: UInt8) -> Passage {
    var status = account(of: person, at: venue).status
    if rules[venue].registration.isRequired, !status.contains(.registrationSettled) {
      guard register(person, at: venue) else { return .droppedOut }
      status = account(of: person, at: venue).status
    }
    guard rules[venue].ageAssurance.required, !status.contains(.ageChecked) else { return .open }
    for _ in 0..<rules[venue].ageAssurance.attempts {
      switch checkAge(person, at: venue) {
      case .open: return .open
      case .droppedOut: return .droppedOut
      case .refused: continue
      }
    }
    return .refused
  }

  /// Gates have changed: whoever came in by the former ones is asked at the next visit for what the new
  /// ones ask and the account does not hold.
  ///
  /// Another age check asks everybody; the same check with another reach asks those who came past it.
  ///
  /// - Complexity: O(people), where a gate has changed.
  mutating func reopenGates(after before: Rules, at venue: UInt8) {
    let next = rules[venue]
    let asks = next.registration.isOther(than: before.registration)
    let judges = next.ageAssurance.isOther(than: before.ageAssurance)
    let reaches = next.ageAssurance.reachesOthers(than: before.ageAssurance)
    guard asks || judges || reaches else { return }
    let rank = next.registration.method.rank
    func ask(_ account: inout Account) {
      if asks, account.asked < rank { account.status.remove(.registrationSettled) }
      if judges || (reaches && account.status.contains(.uncheckedAge)) {
        account.status.subtract([.ageChecked, .uncheckedAge])
      }
    }
    for slot in 0..<persons.count where persons[slot].origin == venue {
      ask(&persons[slot].account)
    }
    accountsAway.change(at: venue, ask)
  }

  /// What registration leaves of an offender's chance to write again under another name: the factor
  /// of the method for those whom registration covers, on the occasions on which it is applied.
  func persistence(of offender: Int32, at venue: UInt8) -> Double {
    let gate = rules[venue].registration
    guard gate.persistence < 1 else { return 1 }
    var trait = root.stream(.registration, key(of: offender))
    guard trait.uniform() < gate.coverage else { return 1 }
    return 1 - gate.compliance + gate.compliance * gate.persistence
  }

  private mutating func register(_ person: Int32, at venue: UInt8) -> Bool {
    let gate = rules[venue].registration
    var trait = root.stream(.registration, key(of: person))
    let covered = trait.uniform() < gate.coverage
    persons[Int(person)].attempts &+= 1
    var chance = root.stream(
      .registration, key(of: person), UInt64(persons[Int(person)].attempts))
    let applied = chance.chance(gate.compliance)
    let who = FrictionClass(persons[Int(person)])
    let passes = gate.friction.passes(who, trait: trait.normal(), noise: chance.normal())
    if covered && applied {
      write(
        .registration(passes ? gate.method : nil, cost: passes ? gate.cost : 0), person, at: venue)
      guard passes else { return false }
      pay(gate.cost, at: venue)
      updateAccount(of: person, at: venue) { $0.asked = gate.method.rank }
    }
    updateAccount(of: person, at: venue) { $0.status.insert(.registrationSettled) }
    return true
  }

  /// The studied platform's costs are on the meter, not its rivals'.
  private mutating func pay(_ euros: Double, at venue: UInt8) {
    if venue == 0 { meter.notePayment(euros, at: now) }
  }

  private mutating func checkAge(_ person: Int32, at venue: UInt8) -> Passage {
    let gate = rules[venue].ageAssurance
    var trait = AgeTraits(root, key(of: person))
    persons[Int(person)].attempts &+= 1
    var chance = root.stream(.ageCheck, key(of: person), UInt64(persons[Int(person)].attempts))
    guard gate.reaches(trait, &chance) else {
      updateAccount(of: person, at: venue) { $0.status.formUnion([.ageChecked, .uncheckedAge]) }
      return .open
    }
    let verdict = judge(persons[Int(person)], gate, at: venue, &trait, &chance)
    let marked = verdict.result == .tooYoung && gate.marks
    var note = verdict.took
    if verdict.result == .adult { note.insert(.passed) }
    if verdict.result == .droppedOut { note.insert(.droppedOut) }
    if marked { note.insert(.marked) }
    write(.ageCheck(note, cost: verdict.cost), person, at: venue)
    pay(verdict.cost, at: venue)
    if verdict.result == .droppedOut { return .droppedOut }
    guard verdict.result == .adult || marked else { return .refused }
    updateAccount(of: person, at: venue) { account in
      account.status.insert(.ageChecked)
      // Another check than the account's last may find otherwise.
      account.status.remove(.assuredMinor)
      if marked { account.status.insert(.assuredMinor) }
    }
    return .open
  }

  func judge(
    _ person: Person, _ gate: AgeRules, at venue: UInt8, _ trait: inout AgeTraits,
    _ chance: inout Stream
  ) -> AgeVerdict {
    switch gate.method {
    case .none: return AgeVerdict(result: .adult, cost: 0)
    case .declared:
      let claims = person.traits.contains(.claimsMinor) && gate.marks
      let adult = Double(person.declaredAge(at: venue)) >= gate.threshold && !claims
      return AgeVerdict(result: adult ? .adult : .tooYoung, cost: 0)
    case .estimation: return gate.estimate(person, &trait, &chance)
    case .document: return gate.inspect(person, &trait, &chance)
    case .successive:
      let first = gate.estimate(person, &trait, &chance)
      guard first.result == .tooYoung else { return first }
      let second = gate.inspect(person, &trait, &chance)
      return AgeVerdict(
        result: second.result, cost: first.cost + second.cost, took: first.took.union(second.took))
    }
  }
}

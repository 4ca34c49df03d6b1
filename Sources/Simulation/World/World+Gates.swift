import Schema

/// Registration and age checks. What a person's trait decides is drawn once, from the person's key.
extension World {
  /// What came of knocking at the gates.
  enum Passage {
    case open, droppedOut, refused
  }

  /// Takes a person through the gates that stand open accounts do not need again.
  mutating func passGates(_ person: Int32) -> Passage {
    var status = persons[Int(person)].account.status
    if rules.registration.isRequired, !status.contains(.registrationSettled) {
      guard register(person) else { return .droppedOut }
      status = persons[Int(person)].account.status
    }
    guard rules.ageAssurance.required, !status.contains(.ageChecked) else { return .open }
    for _ in 0..<rules.ageAssurance.attempts {
      switch checkAge(person) {
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
  mutating func reopenGates(after before: Rules) {
    let asks = rules.registration.isOther(than: before.registration)
    let judges = rules.ageAssurance.isOther(than: before.ageAssurance)
    let reaches = rules.ageAssurance.reachesOthers(than: before.ageAssurance)
    guard asks || judges || reaches else { return }
    let rank = rules.registration.method.rank
    for slot in 0..<persons.count {
      var account = persons[slot].account
      if asks, account.asked < rank { account.status.remove(.registrationSettled) }
      if judges || (reaches && account.status.contains(.uncheckedAge)) {
        account.status.subtract([.ageChecked, .uncheckedAge])
      }
      persons[slot].account = account
    }
  }

  /// What registration leaves of an offender's chance to write again under another name: the factor
  /// of the method for those whom registration covers, on the occasions on which it is applied.
  func persistence(of offender: Int32) -> Double {
    let gate = rules.registration
    guard gate.persistence < 1 else { return 1 }
    var trait = root.stream(.registration, key(of: offender))
    guard trait.uniform() < gate.coverage else { return 1 }
    return 1 - gate.compliance + gate.compliance * gate.persistence
  }

  private mutating func register(_ person: Int32) -> Bool {
    let gate = rules.registration
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
        .registration, person, value: passes ? gate.cost : 0,
        detail: passes ? gate.method.rank : 0)
      guard passes else { return false }
      meter.notePayment(gate.cost, at: now)
      persons[Int(person)].account.asked = gate.method.rank
    }
    persons[Int(person)].account.status.insert(.registrationSettled)
    return true
  }

  private mutating func checkAge(_ person: Int32) -> Passage {
    let gate = rules.ageAssurance
    var trait = AgeTraits(root, key(of: person))
    persons[Int(person)].attempts &+= 1
    var chance = root.stream(.ageCheck, key(of: person), UInt64(persons[Int(person)].attempts))
    guard trait.coverage < gate.coverage, chance.chance(gate.compliance),
      trait.circumvention >= gate.circumvention || gate.method == .declared
    else {
      persons[Int(person)].account.status.formUnion([.ageChecked, .uncheckedAge])
      return .open
    }
    let verdict = judge(persons[Int(person)], gate, &trait, &chance)
    let marked = verdict.result == .tooYoung && gate.marks
    var note = verdict.took
    if verdict.result == .adult { note.insert(.passed) }
    if verdict.result == .droppedOut { note.insert(.droppedOut) }
    if marked { note.insert(.marked) }
    write(.ageCheck, person, value: verdict.cost, detail: note.rawValue)
    meter.notePayment(verdict.cost, at: now)
    if verdict.result == .droppedOut { return .droppedOut }
    guard verdict.result == .adult || marked else { return .refused }
    persons[Int(person)].account.status.insert(.ageChecked)
    // Another check than the account's last may find otherwise.
    persons[Int(person)].account.status.remove(.assuredMinor)
    if marked { persons[Int(person)].account.status.insert(.assuredMinor) }
    return .open
  }

  private func judge(
    _ person: Person, _ gate: AgeRules, _ trait: inout AgeTraits, _ chance: inout Stream
  ) -> AgeVerdict {
    switch gate.method {
    case .none: return AgeVerdict(result: .adult, cost: 0)
    case .declared:
      let claims = person.traits.contains(.claimsMinor) && gate.marks
      let adult = Double(person.declaredAge) >= gate.threshold && !claims
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

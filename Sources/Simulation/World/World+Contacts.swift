import Schema

/// First messages and what follows.
extension World {
  /// An offender on line writes to somebody.
  mutating func approach(_ visit: Int32) {
    visits[Int(visit)].sent += 1
    books.represented += 1
    let row = visits[Int(visit)]
    if feedbacks.areActive, holdsBack(visit) {
      return write(.contactDeterred, row.person, at: row.venue)
    }
    var stream = root.stream(.target, row.arrival, UInt64(row.sent))
    let target = findTarget(for: visit, using: &stream)
    visits[Int(visit)].isAsking = target == Self.unfit
    guard target >= 0 else {
      write(.contactMissed, row.person, at: row.venue)
      return
    }
    let whole = pathways[Int(row.pathway)].searchHalf > 0
    memories.add(visits[Int(target)].person, to: Int(visit), whole: whole)
    guard isAllowed(from: row.person, to: visits[Int(target)].person, at: row.venue, using: &stream)
    else {
      write(.contactBlocked(targetFlags(target)), row.person, at: row.venue)
      return
    }
    deliver(from: visit, to: target, ordinal: UInt64(row.sent))
  }

  /// Nobody is found; or somebody who is asked and is not of the age sought.
  private static var nobody: Int32 { -1 }
  private static var unfit: Int32 { -2 }

  /// Somebody whom the offender's pathway seeks and whom the offender can see, or one of these two.
  ///
  /// Who has to search writes at rate c · V/(V + h), V those visible besides himself: proposals at rate
  /// c are accepted with V/(V + h) before the choice, and one that falls on somebody written to
  /// before is dropped, which leaves c · (V − k)/(V + h) for k such people.
  private func findTarget(for visit: Int32, using stream: inout Stream) -> Int32 {
    let row = visits[Int(visit)], course = pathways[Int(row.pathway)]
    let crowd = audiences.crowd(course.audience, at: row.venue, room: row.room)
    let others = crowds.count(crowd) - (row.seats[course.audience] >= 0 ? 1 : 0)
    let searches = course.searchHalf > 0
    if searches, !stream.chance(Double(others) / (Double(others) + course.searchHalf)) {
      return Self.nobody
    }
    if course.newcomers > 0, stream.chance(course.newcomers) {
      let target = newcomer(course, crowd, stream.uniform(), except: visit)
      if target >= 0 { return target }
    }
    guard others > 0 else { return Self.nobody }
    var tries = searches ? Self.triesForNew - 1 : 0
    while true {
      let target = crowds.choose(from: crowd, using: &stream)
      guard target != visit else { continue }
      guard meets(target, visit) else { return Self.nobody }
      guard fits(target, course) else {
        return course.asks > 0 && !rules[row.venue].listing.showsAge ? Self.unfit : Self.nobody
      }
      if isNew(target, to: visit, course) { return target }
      tries += 1
      if tries == Self.triesForNew { return Self.nobody }
    }
  }

  /// Whether somebody can come upon a target: decoys are met only by those whom the lever covers.
  private func meets(_ target: Int32, _ visit: Int32) -> Bool {
    let isDecoy = visits[Int(target)].person < 0
    guard isDecoy else { return true }
    let row = visits[Int(visit)]
    return covers(rules[row.venue].decoys.coverage, .decoy, row.person)
  }

  /// How often an offender looks for somebody he has not yet written to before he lets it be.
  private static var triesForNew: Int { 4 }

  private func isNew(_ target: Int32, to visit: Int32, _ course: CompiledPathway) -> Bool {
    course.repeats || !memories.holds(visits[Int(target)].person, in: Int(visit))
  }

  /// Somebody who has come on line in the pathway's newcomer period and is still there, or -1.
  private func newcomer(
    _ course: CompiledPathway, _ crowd: Int, _ u: Double, except visit: Int32
  ) -> Int32 {
    let moment = now - course.newcomerPeriod * u
    guard let found = newcomers.first(in: crowd, after: moment) else { return -1 }
    let row = visits[Int(found.visit)]
    guard row.arrival == found.arrival, row.end > now, found.visit != visit,
      row.seats[course.audience] >= 0, fits(found.visit, course), meets(found.visit, visit),
      isNew(found.visit, to: visit, course)
    else { return -1 }
    return found.visit
  }

  /// Where ages or genders are not listed, many whom an offender writes to are not whom he seeks.
  private func fits(_ target: Int32, _ course: CompiledPathway) -> Bool {
    let row = visits[Int(target)]
    return rules[row.venue].listing.showsWhoFits
      || audiences.seeking(profile(of: row.person, at: row.venue)) >> AudienceSet(course.audience)
        & 1 == 1
  }

  /// What others see of a person or a decoy; decoys present as women or girls.
  func profile(of person: Int32, at venue: UInt8) -> Profile {
    guard person >= 0 else { return Profile(age: decoyAge(person, at: venue), isWoman: true) }
    let row = persons[Int(person)]
    return Profile(age: row.presentedAge(at: venue), isWoman: row.traits.contains(.woman))
  }

  func targetFlags(_ target: Int32) -> Event.Flags {
    let person = visits[Int(target)].person, venue = visits[Int(target)].venue
    return person < 0
      ? .decoy : persons[Int(person)].presentsAsMinor(at: venue) ? .youthProfile : []
  }

  /// Whether the contact rules let a first message through.
  func isAllowed(
    from sender: Int32, to target: Int32, at venue: UInt8, using stream: inout Stream
  ) -> Bool {
    guard rules[venue].contact.stopsAny, target >= 0 else { return true }
    let limits = rules[venue].contact
    let applied = stream.chance(limits.compliance) && covers(limits.coverage, .contact, target)
    let across = !isTakenForMinor(sender, at: venue) && isTakenForMinor(target, at: venue)
    let gap = abs(
      Int(declaredAge(of: sender, at: venue)) - Int(declaredAge(of: target, at: venue)))
    let stopped =
      (!limits.adultsToMinors && across) || (limits.ageGap > 0 && Double(gap) > limits.ageGap)
    return !(applied && stopped)
  }

  /// A first message reaches its target, who may be a decoy or have no attention left.
  mutating func deliver(from visit: Int32, to target: Int32, ordinal: UInt64) {
    let sender = visits[Int(visit)], receiver = visits[Int(target)]
    let conversation = Conversation(
      stream: root.stream(.conversation, sender.arrival, ordinal), arrival: sender.arrival,
      ordinal: UInt32(truncatingIfNeeded: ordinal), offenderVisit: visit, targetVisit: target,
      offender: sender.person, target: receiver.person,
      generations: (
        persons[Int(sender.person)].generation,
        receiver.isDecoy ? 0 : persons[Int(receiver.person)].generation
      ), pathway: sender.pathway, stage: 0, band: receiver.band, venue: sender.venue,
      cohort: isInWindow,
      room: receiver.room, youthProfile: targetFlags(target).contains(.youthProfile),
      office: receiver.isDecoy ? 0 : persons[Int(receiver.person)].office)
    if receiver.isDecoy {
      engageDecoy(conversation)
      return
    }
    write(.contact, about: conversation, visit: target)
    let row = begin(conversation)
    if receiver.receivedCount >= constants.attention {
      harm(row)
      end(row, .unanswered)
    } else {
      enterStage(row, 0)
    }
  }

  /// Writes an event about a conversation: the actor is the offender.
  mutating func write(_ note: Event.Note, about row: Conversation, visit: Int32 = -1) {
    var all = note.flags.union(row.cohort ? [.cohort, .offender] : .offender)
    if pathways[Int(row.pathway)].seeksMinors { all.insert(.seeksMinors) }
    if row.target < 0 {
      all.insert(.decoy)
    } else if row.youthProfile {
      all.insert(.youthProfile)
    }
    events.append(
      Event(
        time: now, actor: row.offender, target: row.target, value: Float(note.value),
        kind: note.kind, band: row.band, harm: note.harm, detail: note.detail, flags: all,
        room: row.room, pathway: row.pathway, venue: row.venue, visit: visit))
  }
}

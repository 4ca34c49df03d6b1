/// Harm, and the thinned, delayed image of it in proceedings.
extension World {
  /// Whether a conversation can harm: its target is truly of those who are sought.
  func isTrulySought(_ item: Conversation) -> Bool {
    item.target >= 0 && (!pathways[Int(item.pathway)].seeksMinors || item.band.isMinor)
  }

  /// Does the harm of the present stage, if any.
  ///
  /// The event's value is the chance that a proceeding follows, given all that has happened: summed up
  /// it is the expected number (the compensator of the counting process; Andersen et al. 1993).
  mutating func harm(_ row: Int32) {
    let item = conversations[Int(row)]
    let step = stage(item.pathway, item.stage)
    guard step.harm > 0, conversations[Int(row)].stream.chance(step.harmShare), isTrulySought(item)
    else { return }
    let isOpen = item.cohort && step.recordable > 0 && !isRecorded(item)
    var flags: Event.Flags = step.isHidden ? .hidden : []
    if proceedings.isIdentified(victimKey(item)) { flags.insert(.identified) }
    write(
      .harm(step.harm, stage: item.stage, proceeding: isOpen ? step.recordable : 0, flags),
      about: item)
    guard isOpen else { return }
    var chance = stream(.recording, of: item)
    if chance.chance(step.recordable) {
      record(
        offender: item.offender, generation: item.generations.0, victim: victimKey(item),
        office: item.office, pathway: item.pathway, band: item.band, cohort: item.cohort,
        at: item.venue)
    }
  }

  /// What is drawn about one stage of one conversation besides its own course.
  func stream(_ purpose: Purpose, of item: Conversation) -> Stream {
    root.stream(purpose, item.arrival, UInt64(item.ordinal) << 8 | UInt64(item.stage))
  }

  /// Whether offender group and victim already have their proceeding.
  private func isRecorded(_ item: Conversation) -> Bool {
    proceedings.holds(
      group: group(of: item.offender, item.generations.0), victim: victimKey(item),
      office: item.office)
  }

  /// Opens a proceeding, and perhaps identifies the victim, unless the group already has one about
  /// this victim at this office.
  mutating func record(
    offender: Int32, generation: UInt32, victim: Int64, office: UInt8, pathway: UInt8,
    band: AgeBand, cohort: Bool, at venue: UInt8
  ) {
    let group = group(of: offender, generation)
    guard proceedings.add(group: group, victim: victim, office: office) else { return }
    var stream = root.stream(.identification, UInt64(bitPattern: victim), group)
    let delay = samplers.proceedingDelay.draw(using: &stream)
    var event = Event(
      time: now, actor: offender, target: Int32(truncatingIfNeeded: victim), value: Float(delay),
      kind: .proceeding, band: band, harm: 0, detail: office,
      flags: cohort ? [.cohort, .offender] : .offender, pathway: pathway, venue: venue)
    events.append(event)
    if victim >= 0, stream.chance(constants.victimIdentified), proceedings.identify(victim) {
      event.kind = .identified
      events.append(event)
    }
  }

  /// The offenders who are proceeded against together: neighbours in rank, of one kind. Whoever acts
  /// alone is not answerable for who held the slot before.
  func group(of offender: Int32, _ generation: UInt32) -> UInt64 {
    let person = persons[Int(offender)]
    let isAlone = kinds[Int(person.kind)].groupSize == 1
    return UInt64(person.kind) << 56 | UInt64(person.group)
      | (isAlone ? UInt64(generation & 0xff_ffff) << 32 : 0)
  }

  /// Slot and generation of a conversation's target.
  func victimKey(_ item: Conversation) -> Int64 {
    Int64(UInt32(bitPattern: item.target)) | Int64(item.generations.1) << 32
  }
}

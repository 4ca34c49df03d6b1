import Schema

/// Reports and flags, the queue, decisions.
extension World {
  /// The classifier may flag a stage of an offence; what follows is a case like any other.
  mutating func considerFlag(_ row: Int32, _ step: CompiledStage) {
    let item = conversations[Int(row)]
    guard rules.classifier.detects > 0, !step.isHidden, isTrulySought(item) else { return }
    var chance = stream(.classifier, of: item)
    guard chance.chance(rules.classifier.detects * step.flagged),
      covers(rules.classifier.coverage, .classifier, item.offender)
    else { return }
    write(.flag, about: item, detail: 1)
    openCase(about: item)
  }

  /// Opens a case about an offender, for the target of a conversation.
  mutating func openCase(about item: Conversation) {
    openCase(against: item.offender, item.generations.0, about: item)
  }

  /// Opens a case, or joins one about the same account. Without moderators nothing is read.
  ///
  /// - Parameter item: The conversation that was reported or flagged; `nil` where somebody innocent
  ///   is accused. It knows of its target what the slot's next person does not.
  mutating func openCase(against accused: Int32, _ generation: UInt32, about item: Conversation?) {
    let person = persons[Int(accused)]
    guard rules.moderation.staff > 0, person.generation == generation,
      person.excludedUntil <= now,
      !rules.moderation.mergesReports || !person.account.status.contains(.underReview),
      covers(rules.moderation.coverage, .moderation, accused)
    else { return }
    persons[Int(accused)].cases &+= 1
    guard isNoticed(accused, UInt64(person.cases) + 1) else { return }
    persons[Int(accused)].account.status.insert(.underReview)
    let item = ReviewCase(
      stream: root.stream(.moderation, key(of: accused), UInt64(person.cases) + 1),
      number: person.cases &+ 1, opened: now, accused: accused, generation: generation,
      account: person.account.ordinal,
      victim: item?.target ?? -1, victimKey: item.map { victimKey($0) } ?? -1,
      office: item?.office ?? 0, victimBand: item?.band ?? .adult, isTrue: item != nil,
      isUrgent: item?.youthProfile ?? false, cohort: isInWindow,
      contactCohort: item?.cohort ?? false, pathway: item?.pathway ?? 255)
    books.casesOpened += 1
    write(.caseOpened, accused, detail: item.isTrue ? 1 : 0)
    enqueue(item)
  }

  /// Whether the platform makes a case of a report or flag: the moderation's compliance.
  private func isNoticed(_ accused: Int32, _ number: UInt64) -> Bool {
    guard rules.moderation.compliance < 1 else { return true }
    var occasion = root.stream(.notice, key(of: accused), number)
    return occasion.uniform() < rules.moderation.compliance
  }

  private mutating func enqueue(_ item: ReviewCase) {
    if onDuty, let desk = idleModerators.popLast() {
      take(item, at: desk)
    } else if item.isUrgent, rules.moderation.minorsFirst {
      urgentCases.append(item)
    } else {
      otherCases.append(item)
    }
    callNextShift()
  }

  /// A moderator begins to review a case.
  mutating func take(_ item: ReviewCase, at desk: Int32) {
    var item = item
    let time = Sampler(rules.moderation.handling).draw(using: &item.stream)
    desks[Int(desk)] = item
    agenda.set(Actor.moderator(desk), at: now + time)
  }

  /// The next waiting case, the most urgent first.
  mutating func nextCase() -> ReviewCase? { urgentCases.popFirst() ?? otherCases.popFirst() }

  /// A moderator decides, and sanctions if the case is upheld.
  mutating func decide(_ item: ReviewCase) {
    books.casesDecided += 1
    books.represented += 1
    let accused = persons[Int(item.accused)]
    let isSame =
      accused.generation == item.generation && accused.account.ordinal == item.account
    var stream = item.stream
    let upheld = stream.chance(
      item.isTrue ? rules.moderation.detects : rules.moderation.wronglyUpholds)
    if isSame { persons[Int(item.accused)].account.status.remove(.underReview) }
    var event = Event(
      time: now, actor: item.accused, target: item.accused, value: Float(now - item.opened),
      kind: .decision, band: item.victimBand, harm: 0, detail: upheld ? 1 : 0,
      flags: item.cohort ? .cohort : [], pathway: item.pathway)
    if item.isTrue { event.flags.insert(.offender) }
    events.append(event)
    guard upheld, isSame else { return }
    if item.isTrue { refer(item) }
    // Whoever is out already, after an earlier case, is not put out again.
    if stream.chance(rules.sanctions.compliance), persons[Int(item.accused)].excludedUntil <= now,
      covers(rules.sanctions.coverage, .returning, item.accused)
    {
      sanction(item.accused, &stream)
    }
  }

  /// Passes an upheld case on to the police: by draws of its own, so that referring changes nothing
  /// of what the moderators do.
  private mutating func refer(_ item: ReviewCase) {
    guard rules.moderation.refers > 0, item.victim >= 0 else { return }
    var stream = root.stream(
      .referral, key(of: item.accused), UInt64(item.number))
    guard stream.chance(rules.moderation.refers) else { return }
    let isNew = !proceedings.holds(
      group: group(of: item.accused, item.generation), victim: item.victimKey,
      office: item.office)
    var flags: Event.Flags = item.contactCohort ? [.cohort, .offender] : .offender
    if proceedings.isIdentified(item.victimKey) { flags.insert(.identified) }
    events.append(
      Event(
        time: now, actor: item.accused, target: item.victim,
        value: isNew ? Float(rules.moderation.referralRecorded) : 0, kind: .referral,
        band: item.victimBand, harm: 0, detail: 1, flags: flags, pathway: item.pathway))
    if stream.chance(rules.moderation.referralRecorded) {
      record(
        offender: item.accused, generation: item.generation, victim: item.victimKey,
        office: item.office, pathway: item.pathway, band: item.victimBand,
        cohort: item.contactCohort)
    }
  }
}

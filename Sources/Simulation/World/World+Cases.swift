import Schema

/// Reports and flags, the queue, decisions.
extension World {
  /// The classifier may flag a stage of an offence; what follows is a case like any other.
  mutating func considerFlag(_ row: Int32, _ step: CompiledStage) {
    let item = conversations[Int(row)]
    let detects = rules[item.venue].classifier.detects
    guard detects > 0, !step.isHidden, isTrulySought(item) else { return }
    var chance = stream(.classifier, of: item)
    guard chance.chance(detects * step.flagged),
      covers(rules[item.venue].classifier.coverage, .classifier, item.offender)
    else { return }
    write(.flag(isTrue: true), about: item)
    openCase(about: item)
  }

  /// Opens a case about an offender, for the target of a conversation.
  mutating func openCase(about item: Conversation) {
    openCase(against: item.offender, item.generations.0, at: item.venue, about: item)
  }

  /// Opens a case, or joins one about the same account. Without moderators nothing is read.
  ///
  /// - Parameter item: The conversation that was reported or flagged; `nil` where somebody innocent
  ///   is accused. It knows of its target what the slot's next person does not.
  mutating func openCase(
    against accused: Int32, _ generation: UInt32, at venue: UInt8, about item: Conversation?
  ) {
    let person = persons[Int(accused)], account = account(of: accused, at: venue)
    guard rules[venue].moderation.staff > 0, person.generation == generation,
      account.excludedUntil <= now,
      !rules[venue].moderation.mergesReports || !account.status.contains(.underReview),
      covers(rules[venue].moderation.coverage, .moderation, accused)
    else { return }
    persons[Int(accused)].cases &+= 1
    guard isNoticed(accused, UInt64(person.cases) + 1, at: venue) else { return }
    updateAccount(of: accused, at: venue) { $0.status.insert(.underReview) }
    let item = ReviewCase(
      stream: root.stream(.moderation, key(of: accused), UInt64(person.cases) + 1),
      number: UInt32(person.cases) + 1, opened: now, accused: accused, venue: venue,
      generation: generation, account: account.ordinal,
      victim: item?.target ?? -1, victimKey: item.map { victimKey($0) } ?? -1,
      office: item?.office ?? 0, victimBand: item?.band ?? .adult, isTrue: item != nil,
      isUrgent: item?.youthProfile ?? false, cohort: isInWindow,
      contactCohort: item?.cohort ?? false, pathway: item?.pathway ?? 255)
    books.casesOpened += 1
    write(.caseOpened(isTrue: item.isTrue), accused, at: venue)
    enqueue(item)
  }

  /// Whether the platform makes a case of a report or flag: the moderation's compliance.
  private func isNoticed(_ accused: Int32, _ number: UInt64, at venue: UInt8) -> Bool {
    let compliance = rules[venue].moderation.compliance
    guard compliance < 1 else { return true }
    var occasion = root.stream(.notice, key(of: accused), number)
    return occasion.uniform() < compliance
  }

  private mutating func enqueue(_ item: ReviewCase) {
    let venue = Int(item.venue)
    guard rules[item.venue].moderation.queues else { return decideUnloaded(item) }
    if venues[venue].onDuty, let desk = venues[venue].idleDesks.popLast() {
      take(item, at: desk)
    } else if item.isUrgent, rules[item.venue].moderation.minorsFirst {
      venues[venue].urgentCases.append(item)
    } else {
      venues[venue].otherCases.append(item)
    }
    callNextShift(at: item.venue)
  }

  /// A case that no other keeps waiting lies on a desk of its own for the mean time of a review.
  private mutating func decideUnloaded(_ item: ReviewCase) {
    let desk = venues[Int(item.venue)].spareDesk(after: rules[item.venue].moderation.staff)
    venues[Int(item.venue)].desks[Int(desk)] = item
    agenda.set(
      Actor.moderator(deskRow(desk, at: item.venue)),
      at: now + rules[item.venue].moderation.unloadedTime)
  }

  /// A moderator begins to review a case.
  mutating func take(_ item: ReviewCase, at desk: Int32) {
    var item = item
    let time = Sampler(rules[item.venue].moderation.handling).draw(using: &item.stream)
    venues[Int(item.venue)].desks[Int(desk)] = item
    agenda.set(Actor.moderator(deskRow(desk, at: item.venue)), at: now + time)
  }

  /// A moderator decides, and sanctions if the case is upheld.
  mutating func decide(_ item: ReviewCase) {
    books.casesDecided += 1
    books.represented += 1
    let account = account(of: item.accused, at: item.venue)
    let isSame =
      persons[Int(item.accused)].generation == item.generation && account.ordinal == item.account
    var stream = item.stream
    let rule = rules[item.venue].moderation
    let upheld = stream.chance(item.isTrue ? rule.detects : rule.wronglyUpholds)
    if isSame { updateAccount(of: item.accused, at: item.venue) { $0.status.remove(.underReview) } }
    events.append(.decision(item, upheld: upheld, at: now))
    guard upheld, isSame else { return }
    if item.isTrue { refer(item) }
    // Whoever is out already, after an earlier case, is not put out again.
    if stream.chance(rules[item.venue].sanctions.compliance), account.excludedUntil <= now,
      covers(rules[item.venue].sanctions.coverage, .returning, item.accused)
    {
      sanction(item.accused, at: item.venue, &stream)
    }
  }

  /// Passes an upheld case on to the police: by draws of its own, so that referring changes nothing
  /// of what the moderators do.
  private mutating func refer(_ item: ReviewCase) {
    let rule = rules[item.venue].moderation
    guard rule.refers > 0, item.victim >= 0 else { return }
    var stream = root.stream(
      .referral, key(of: item.accused), UInt64(item.number))
    guard stream.chance(rule.refers) else { return }
    let isNew = !proceedings.holds(
      group: group(of: item.accused, item.generation), victim: item.victimKey,
      office: item.office)
    events.append(
      .referral(
        item, proceeding: isNew ? rule.referralRecorded : 0,
        isIdentified: proceedings.isIdentified(item.victimKey), at: now))
    if stream.chance(rule.referralRecorded) {
      record(
        offender: item.accused, generation: item.generation, victim: item.victimKey,
        office: item.office, pathway: item.pathway, band: item.victimBand,
        cohort: item.contactCohort, at: item.venue)
    }
  }
}

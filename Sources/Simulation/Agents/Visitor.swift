import Schema

/// What anybody on line does: stays, may be flagged or reported in error; and an offender writes to
/// others. Ordinary messages have a clock of their own (`MessageClock`).
extension World {
  /// The visit's pending moment has come: its end, something it does, or a false alarm about it.
  mutating func act(_ visit: Int32) {
    let row = visits[Int(visit)]
    if row.isElsewhere {
      endAbsence(visit)
    } else if now >= row.end {
      leave(visit)
    } else if now >= windowEnd {
      (visits[Int(visit)].clock, visits[Int(visit)].alarm) = (.infinity, .infinity)
      awaitNext(visit)
    } else if row.alarm <= now {
      raiseAlarm(visit)
    } else {
      let arrival = row.arrival
      approach(visit)
      // The stay may have ended by what this has led to.
      if visits[Int(visit)].arrival == arrival, visits[Int(visit)].isOnline { resetClock(visit) }
    }
  }

  /// Contacts an hour of a visit: the pathway's own or what the platform lets through, and none
  /// of anybody but an offender who has attention left.
  func contactRate(of visit: Int32) -> Double {
    let place = Int(visit), own = ownRate(of: visit)
    guard own > 0 else { return 0 }
    let limits = rules[visits[place].venue].contact
    guard limits.firstMessagesPerHour > 0, limitsPace(of: visits[place]) else { return own }
    return min(own, limits.firstMessagesPerHour)
  }

  /// The same without any limit of the platform's.
  func ownRate(of visit: Int32) -> Double {
    let place = Int(visit), pathway = visits[place].pathway
    guard pathway < 255, visits[place].begunCount < pathways[Int(pathway)].slots else { return 0 }
    return visits[place].isAsking ? pathways[Int(pathway)].asks : pathways[Int(pathway)].contacts
  }

  /// Whether a limit on first messages holds for a visit.
  func limitsPace(of row: Visit) -> Bool {
    let limits = rules[row.venue].contact
    return limits.firstMessagesPerHour > 0 && covers(limits.coverage, .contact, row.person)
      && applies(limits.compliance, to: row)
  }

  /// Draws when an offender next writes to somebody.
  mutating func resetClock(_ visit: Int32) {
    let rate = now < windowEnd ? contactRate(of: visit) : 0
    visits[Int(visit)].clock =
      rate > 0 ? now + visits[Int(visit)].stream.exponential() / rate : .infinity
    awaitNext(visit)
  }

  /// Sets the visit's one pending moment.
  mutating func awaitNext(_ visit: Int32) {
    let row = visits[Int(visit)]
    agenda.set(Actor.visit(visit), at: min(row.clock, row.alarm, row.end))
  }

  /// False reports and false flags an hour at a venue. Flags are thinned from the rate of messages, not
  /// from the messages that are simulated: the same law for each, and both ways of counting see the same
  /// flags.
  func alarmRate(at venue: UInt8) -> Double {
    let falseFlags = rules[venue].classifier.falseFlags / constants.messagesPerConversation
    return rules[venue].moderation.falseReports + constants.messages * falseFlags
  }

  /// Draws when an innocent visitor is next reported or flagged (thinning of what others see).
  mutating func resetAlarm(_ visit: Int32) {
    let row = visits[Int(visit)], rate = alarmRate(at: row.venue)
    visits[Int(visit)].alarm = .infinity
    guard !row.isDecoy, now < windowEnd, rate > 0, persons[Int(row.person)].kind == 0
    else { return }
    var stream = nextAlarmStream(visit)
    let wait = stream.exponential() / rate
    visits[Int(visit)].alarm = now + wait
  }

  private mutating func nextAlarmStream(_ visit: Int32) -> Stream {
    visits[Int(visit)].alarms &+= 1
    return root.stream(.alarm, visits[Int(visit)].arrival, UInt64(visits[Int(visit)].alarms))
  }

  private mutating func raiseAlarm(_ visit: Int32) {
    var stream = nextAlarmStream(visit)
    let row = visits[Int(visit)]
    let u = stream.uniform() * alarmRate(at: row.venue)
    resetAlarm(visit)
    awaitNext(visit)
    accuse(
      row.person, at: row.venue, isReport: u < rules[row.venue].moderation.falseReports)
  }

  /// An innocent person is reported or flagged.
  private mutating func accuse(_ person: Int32, at venue: UInt8, isReport: Bool) {
    guard isReport || covers(rules[venue].classifier.coverage, .classifier, person) else { return }
    write(isReport ? .report(isTrue: false) : .flag(isTrue: false), person, at: venue)
    openCase(against: person, persons[Int(person)].generation, at: venue, about: nil)
  }

  /// A conversation's pending moment has come.
  mutating func proceed(_ row: Int32) {
    if conversations[Int(row)].target < 0 {
      finishDecoyConversation(row)
    } else if let next = takeBranch(row) {
      enterStage(row, next)
    }
  }
}

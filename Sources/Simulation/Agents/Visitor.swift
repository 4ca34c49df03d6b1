import Schema

/// What anybody on line does: stays, talks, may be flagged or reported in error; and an offender
/// also writes to others.
///
/// A visit has one clock for all that it does at random: the sum of its rates. What happens is
/// drawn when the clock rings (superposition of Poisson processes), so it is exact.
extension World {
  /// The visit's pending moment has come: its end, something it does, or a false alarm about it.
  mutating func act(_ visit: Int32) {
    let row = visits[Int(visit)]
    if now >= row.end {
      leave(visit)
    } else if now >= windowEnd {
      (visits[Int(visit)].clock, visits[Int(visit)].alarm) = (.infinity, .infinity)
      awaitNext(visit)
    } else if row.alarm <= now {
      raiseAlarm(visit)
    } else {
      doSomething(visit)
    }
  }

  /// The visit's own clock has rung.
  private mutating func doSomething(_ visit: Int32) {
    let arrival = visits[Int(visit)].arrival, rates = rates(of: visit)
    if visits[Int(visit)].stream.uniform() * rates.total < rates.contacts {
      approach(visit)
      // The visit may have ended by what this has led to.
      if visits[Int(visit)].arrival == arrival { resetClock(visit) }
    } else {
      // A message changes nobody's rates: only the clock is wound up again.
      visits[Int(visit)].messages += 1
      considerMessage(visit)
      wind(visit, rates.total)
    }
  }

  /// What a visit does at random, an hour.
  private struct Rates {
    var contacts = 0.0, messages = 0.0
    var total: Double { contacts + messages }
  }

  private func rates(of visit: Int32) -> Rates {
    var rates = Rates()
    let row = visits[Int(visit)]
    if row.pathway < 255, row.begunCount < courses[Int(row.pathway)].slots {
      rates.contacts = contactRate(visit, Int(row.pathway))
    }
    if figures.eachMessage, !row.isDecoy { rates.messages = figures.messages }
    return rates
  }

  /// Contacts an hour of an offender: the pathway's own, or what the platform lets through.
  private func contactRate(_ visit: Int32, _ pathway: Int) -> Double {
    let own = courses[pathway].contacts, limit = rules.contact.rateLimit
    guard limit > 0 else { return own }
    return covers(rules.contact.pace.share, .contact, visits[Int(visit)].person)
      ? min(own, limit) : own
  }

  /// Draws when the visit next does something.
  mutating func resetClock(_ visit: Int32) {
    wind(visit, now < windowEnd ? rates(of: visit).total : 0)
  }

  private mutating func wind(_ visit: Int32, _ total: Double) {
    visits[Int(visit)].clock =
      total > 0 ? now + visits[Int(visit)].stream.exponential() / total : .infinity
    awaitNext(visit)
  }

  /// Sets the visit's one pending moment.
  mutating func awaitNext(_ visit: Int32) {
    let row = visits[Int(visit)]
    agenda.set(Actor.visit(visit), at: min(row.clock, row.alarm, row.end))
  }

  /// Chance that the classifier wrongly flags one ordinary message.
  private var falseFlagsPerMessage: Double {
    rules.classifier.falseFlags / figures.messagesPerConversation
  }

  /// False reports and, unless messages are simulated one by one, false flags an hour.
  var alarmRate: Double {
    rules.falseReports + (figures.eachMessage ? 0 : figures.messages * falseFlagsPerMessage)
  }

  /// Draws when an innocent visitor is next reported or flagged (thinning of what others see).
  mutating func resetAlarm(_ visit: Int32) {
    let row = visits[Int(visit)]
    visits[Int(visit)].alarm = .infinity
    guard !row.isDecoy, now < windowEnd, alarmRate > 0, persons[Int(row.person)].kind == 0
    else { return }
    var stream = nextAlarmStream(visit)
    let wait = stream.exponential() / alarmRate
    visits[Int(visit)].alarm = now + wait
  }

  private mutating func nextAlarmStream(_ visit: Int32) -> Stream {
    visits[Int(visit)].alarms &+= 1
    return root.stream(.alarm, visits[Int(visit)].arrival, UInt64(visits[Int(visit)].alarms))
  }

  private mutating func raiseAlarm(_ visit: Int32) {
    var stream = nextAlarmStream(visit)
    let u = stream.uniform() * alarmRate
    resetAlarm(visit)
    awaitNext(visit)
    accuse(visits[Int(visit)].person, isReport: u < rules.falseReports)
  }

  /// One message, simulated, may be flagged in error.
  private mutating func considerMessage(_ visit: Int32) {
    let person = visits[Int(visit)].person
    guard falseFlagsPerMessage > 0, persons[Int(person)].kind == 0 else { return }
    var stream = nextAlarmStream(visit)
    guard stream.chance(falseFlagsPerMessage) else { return }
    accuse(person, isReport: false)
  }

  /// An innocent person is reported or flagged.
  private mutating func accuse(_ person: Int32, isReport: Bool) {
    guard isReport || covers(rules.classifier.coverage, .classifier, person) else { return }
    write(isReport ? .report : .flag, person)
    openCase(against: person, generation: persons[Int(person)].generation, isTrue: false)
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

import Schema

/// What anybody on line does: stays, talks, may be flagged or reported in error; and an offender
/// also writes to others.
///
/// A visit has one clock for all that it does at random: the sum of its rates. What happens is
/// drawn when the clock rings (superposition of Poisson processes), so it is exact.
extension World {
  /// The visit's pending moment has come: its end, or something it does.
  mutating func act(_ visit: Int32) {
    let row = visits[Int(visit)]
    if now >= row.end {
      leave(visit)
      return
    }
    guard now < windowEnd else {
      visits[Int(visit)].clock = .infinity
      agenda.set(Actor.visit(visit), at: row.end)
      return
    }
    let rates = rates(of: visit)
    var u = visits[Int(visit)].stream.uniform() * rates.total
    u -= rates.contacts
    if u < 0 {
      approach(visit)
    } else if u < rates.messages {
      sayOneMessage(visit)
    } else {
      raiseFalseAlarm(visit, isReport: u - rates.messages < rates.reports)
    }
    // The visit may have ended by what it has just led to.
    if visits[Int(visit)].arrival == row.arrival, visits[Int(visit)].end > now,
      isPresent(visit, row.person)
    {
      resetClock(visit)
    }
  }

  private func isPresent(_ visit: Int32, _ person: Int32) -> Bool {
    person < 0 || persons[Int(person)].visit == visit
  }

  /// What a visit does at random, an hour.
  private struct Rates {
    var contacts = 0.0, messages = 0.0, reports = 0.0, flags = 0.0
    var total: Double { contacts + messages + reports + flags }
  }

  private func rates(of visit: Int32) -> Rates {
    var rates = Rates()
    let pathway = visits[Int(visit)].pathway
    if pathway < 255, visits[Int(visit)].begunCount < courses[Int(pathway)].slots {
      rates.contacts = contactRate(visit, Int(pathway))
    }
    if figures.eachMessage {
      rates.messages = figures.messages
    } else {
      rates.flags = figures.messages * falseFlagsPerMessage
    }
    rates.reports = rules.falseReports
    return rates
  }

  /// Chance that the classifier wrongly flags one ordinary message.
  private var falseFlagsPerMessage: Double {
    rules.classifier.falseFlags / figures.messagesPerConversation
  }

  /// Contacts an hour of an offender: the pathway's own, or what the platform lets through.
  private func contactRate(_ visit: Int32, _ pathway: Int) -> Double {
    let own = courses[pathway].contacts, limit = rules.contact.rateLimit
    guard limit > 0 else { return own }
    var trait = root.stream(.contact, key(of: visits[Int(visit)].person))
    return trait.uniform() < rules.contact.coverage * rules.contact.compliance
      ? min(own, limit) : own
  }

  /// Draws when the visit next does something, and sets its one pending moment.
  mutating func resetClock(_ visit: Int32) {
    let total = now < windowEnd ? rates(of: visit).total : 0
    let clock = total > 0 ? now + visits[Int(visit)].stream.exponential() / total : .infinity
    visits[Int(visit)].clock = clock
    agenda.set(Actor.visit(visit), at: min(clock, visits[Int(visit)].end))
  }

  private mutating func sayOneMessage(_ visit: Int32) {
    visits[Int(visit)].messages += 1
    let chance = falseFlagsPerMessage
    guard chance > 0, visits[Int(visit)].stream.chance(chance) else { return }
    raiseFalseAlarm(visit, isReport: false)
  }

  /// Ordinary talk is flagged, or somebody is reported, in error.
  private mutating func raiseFalseAlarm(_ visit: Int32, isReport: Bool) {
    let person = visits[Int(visit)].person
    guard person >= 0, persons[Int(person)].kind == 0 else { return }
    write(isReport ? .report : .flag, person)
    openCase(
      against: person, generation: persons[Int(person)].generation, isTrue: false, victim: -1,
      pathway: 255)
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

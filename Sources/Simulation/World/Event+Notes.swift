/// What happened, apart from whom it concerns and where: one constructor for each kind of event that
/// carries something, so that the meaning of `value` and `detail` is written here alone.
extension Event {
  struct Note {
    let kind: Kind
    var value = 0.0
    var harm: UInt8 = 0
    var detail: UInt8 = 0
    var flags: Flags = []

    /// Somebody comes on line for a visit that would last so long; or goes on with one.
    static func enter(hours: Double, resumed: Bool) -> Self {
      Self(kind: .enter, value: hours, detail: resumed ? 1 : 0)
    }

    /// Somebody is not here for so many hours of the window.
    static func absent(hours: Double, _ reason: Absence, goesOn: Bool) -> Self {
      Self(
        kind: .absent, value: hours, detail: reason.rawValue,
        flags: goesOn ? .displaced : [])
    }

    /// An attempt at registering: rank of the method and its cost, or given up.
    static func registration(_ method: Registration.Method?, cost: Double) -> Self {
      Self(kind: .registration, value: cost, detail: method?.rank ?? 0)
    }

    /// An attempt at an age check, and its cost.
    static func ageCheck(_ note: AgeCheckNote, cost: Double) -> Self {
      Self(kind: .ageCheck, value: cost, detail: note.rawValue)
    }

    /// A first message that found nobody; one that a rule stopped; one that arrived.
    static let contactMissed = Self(kind: .contactMissed)
    static func contactBlocked(_ target: Flags) -> Self {
      Self(kind: .contactBlocked, flags: target)
    }
    static let contact = Self(kind: .contact)

    /// A first message that was not written for fear.
    static let contactDeterred = Self(kind: .contactDeterred)

    /// A conversation enters a stage.
    static func stage(_ number: UInt8) -> Self { Self(kind: .stage, detail: number) }

    /// A harm, with the chance that a proceeding follows.
    static func harm(_ harm: UInt8, stage: UInt8, proceeding: Double, _ flags: Flags) -> Self {
      Self(kind: .harm, value: proceeding, harm: harm, detail: stage, flags: flags)
    }

    /// A conversation goes where nobody sees it, into a stage.
    static func movedPrivate(_ stage: UInt8, isTrulySought: Bool) -> Self {
      Self(
        kind: .movedPrivate, detail: stage, flags: isTrulySought ? .hidden : [.hidden, .decoy])
    }

    /// A conversation ends.
    static func ended(_ ending: Ending) -> Self { Self(kind: .ended, detail: ending.rawValue) }

    /// An account is reported or flagged, or becomes a case: rightly or wrongly.
    static func report(isTrue: Bool) -> Self { Self(kind: .report, detail: isTrue ? 1 : 0) }
    static func flag(isTrue: Bool) -> Self { Self(kind: .flag, detail: isTrue ? 1 : 0) }
    static func caseOpened(isTrue: Bool) -> Self { Self(kind: .caseOpened, detail: isTrue ? 1 : 0) }

    /// A sanction, and for how many hours it keeps the person out.
    static func sanction(_ sanction: Sanction, hours: Double = 0) -> Self {
      Self(kind: .sanction, value: hours, detail: sanction.rawValue)
    }

    /// Somebody banned opens another account.
    static let returned = Self(kind: .returned)

    /// A conversation with a decoy begins; a decoy has identified an offender or not, usably or not.
    static let decoyEngaged = Self(kind: .decoyEngaged)
    static func decoyIdentified(_ isIdentified: Bool, usable: Bool, proceeding: Double) -> Self {
      Self(
        kind: .decoyIdentified, value: proceeding, detail: isIdentified ? (usable ? 2 : 1) : 0)
    }
  }

  /// Whether somebody goes on with a visit rather than begins one (`enter`).
  var isResumed: Bool { detail == 1 }
  /// Why somebody is not here (`absent`).
  var absence: Absence? { Absence(rawValue: detail) }
  /// Rank of the method by which somebody registered, 0 for having given up (`registration`).
  var registeredRank: UInt8 { detail }
  /// What came of an age check (`ageCheck`).
  var ageCheckNote: AgeCheckNote { AgeCheckNote(rawValue: detail) }
  /// The stage that was entered (`stage`, `harm`, `movedPrivate`).
  var stage: UInt8 { detail }
  /// Whether a report, a flag or a case is about an offender (`report`, `flag`, `caseOpened`).
  var isTrue: Bool { detail == 1 }
  /// Whether a case was upheld (`decision`).
  var isUpheld: Bool { detail == 1 }
  /// What was done about an account (`sanction`).
  var sanction: Sanction? { Sanction(rawValue: detail) }
  /// Whether a decoy has identified somebody (`decoyIdentified`).
  var isIdentified: Bool { detail > 0 }
}

extension Event {
  /// A moderator's decision about a case.
  static func decision(_ item: ReviewCase, upheld: Bool, at time: Double) -> Event {
    var event = Event(
      time: time, actor: item.accused, target: item.accused, value: Float(time - item.opened),
      kind: .decision, band: item.victimBand, harm: 0, detail: upheld ? 1 : 0,
      flags: item.cohort ? .cohort : [], pathway: item.pathway, venue: item.venue)
    if item.isTrue { event.flags.insert(.offender) }
    return event
  }

  /// A case goes to the police, with the chance that a proceeding follows.
  static func referral(
    _ item: ReviewCase, proceeding: Double, isIdentified: Bool, at time: Double
  ) -> Event {
    var flags: Flags = item.contactCohort ? [.cohort, .offender] : .offender
    if isIdentified { flags.insert(.identified) }
    return Event(
      time: time, actor: item.accused, target: item.victim, value: Float(proceeding),
      kind: .referral, band: item.victimBand, harm: 0, detail: 1, flags: flags,
      pathway: item.pathway, venue: item.venue)
  }
}

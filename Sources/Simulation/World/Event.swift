/// Something that happened: who, to whom, what kind, where, when. Never a text.
///
/// Events are written by the world's verbs, seen by the outcomes, mixed into the run's hash, and
/// forgotten. A person is named by the number of the population slot; a decoy by a negative number.
/// What an event of each kind carries is written and read by name: see `Event.Note`.
struct Event: BitwiseCopyable {
  /// Everything that can have happened.
  enum Kind: UInt8, CaseIterable {
    /// A person comes on line. `value`: hours the visit would last.
    case enter
    /// A visit ends. `value`: hours since it began; `messages`: ordinary messages in them.
    case leave
    /// A knock that did not become a visit, for the reason in `detail` (`Absence`). `value`: hours
    /// the visit would have lasted.
    case absent
    /// One attempt at a registration; `detail`: rank of the method, 0 dropped out.
    case registration
    /// One attempt at an age check: `detail` is an `AgeCheckNote`.
    case ageCheck
    /// A first message that reached its target. `detail`: which contact of the target's visit it is.
    case contact
    /// A first message that a contact rule stopped.
    case contactBlocked
    /// A first message that found nobody: the target had gone, or there was none.
    case contactMissed
    /// A conversation enters a stage (`detail`: its number in the pathway).
    case stage
    /// A typed harm, at the stage in `detail`. `value`: chance that a proceeding follows.
    case harm
    /// A conversation moves to a private channel or off line, into the stage in `detail`.
    case movedPrivate
    /// A conversation ends, for the reason in `detail` (`Ending`).
    case ended
    /// Somebody reports an account. `detail` 1 if truly an offender.
    case report
    /// The classifier flags an account. `detail` 1 if truly an offender.
    case flag
    /// A report or flag becomes a case of its own (others join a waiting one).
    case caseOpened
    /// A moderator has decided. `value`: hours since the case was opened; `detail` 1 if upheld.
    case decision
    /// A sanction (`detail`: `Sanction`). `value`: hours until the person may come back.
    case sanction
    /// A banned person opens another account.
    case returned
    /// A conversation with a decoy begins.
    case decoyEngaged
    /// A decoy identifies an offender.
    case decoyIdentified
    /// A moderator passes an upheld case on to the police.
    case referral
    /// A proceeding is opened, at most one per offender group, victim and office; `value`: delay in hours.
    case proceeding
    /// A victim is identified in a proceeding.
    case identified
    /// A decoy's shift ends. `value`: hours; `detail`: `Duty`.
    case duty
    /// A first message that an offender did not write because of the risk he perceives.
    case contactDeterred
  }

  var time: Double
  /// Who acts: a person, or a decoy (negative).
  var actor: Int32
  /// Whom it concerns, or the actor again.
  var target: Int32
  var value: Float
  var kind: Kind
  /// True age band of the person whom the outcome counts: the victim, or who comes and goes.
  var band: AgeBand
  /// The harm, or 0.
  var harm: UInt8
  var detail: UInt8
  var flags: Flags
  var room: UInt16 = 0
  /// The pathway of the offender concerned, 255 for none.
  var pathway: UInt8 = 255
  /// Where it happened: 0 the studied platform, k the k-th rival.
  var venue: UInt8 = 0
  /// Ordinary messages of a visit that has ended; 0 in all other events.
  var messages: UInt32 = 0
  /// Row of the visit that comes, goes or is written to, for outcomes that keep something for each; -1
  /// for none. A row says nothing about the run and stays out of its hash.
  var visit: Int32 = -1

  /// Properties that outcomes ask for, in one byte.
  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// The first contact, or the visit, began inside the observation window.
    static let cohort = Flags(rawValue: 1)
    /// The actor is an offender.
    static let offender = Flags(rawValue: 2)
    /// The actor is a solicitor of minors.
    static let seeksMinors = Flags(rawValue: 4)
    /// It happened in a private channel or off line.
    static let hidden = Flags(rawValue: 8)
    /// The person goes on elsewhere: at a rival, or in the aggregate outside venue.
    static let displaced = Flags(rawValue: 16)
    /// The target is a decoy.
    static let decoy = Flags(rawValue: 32)
    /// The victim has already been identified in a proceeding.
    static let identified = Flags(rawValue: 128)
    /// The person concerned presents as a minor.
    static let youthProfile = Flags(rawValue: 64)
  }

  /// The three words that the run's hash takes in, besides the time.
  @inline(__always)
  var words: (UInt64, UInt64, UInt64) {
    let who = UInt64(UInt32(bitPattern: actor)) << 32 | UInt64(UInt32(bitPattern: target))
    let what =
      UInt64(value.bitPattern) << 32 | UInt64(kind.rawValue) << 26 | UInt64(band.rawValue) << 24
      | UInt64(harm) << 16 | UInt64(detail) << 8 | UInt64(flags.rawValue)
    let how =
      UInt64(messages) << 32 | UInt64(venue) << 24 | UInt64(room) << 8 | UInt64(pathway)
    return (who, what, how)
  }
}

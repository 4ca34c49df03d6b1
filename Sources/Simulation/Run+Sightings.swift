import Schema

/// Something that happened, as an onlooker may be shown it: who, what kind, where, when.
///
/// A person is the number of a population slot, a decoy a negative number. Never a text.
public struct Sighting: Sendable, Equatable {
  /// Who somebody truly is.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// An ordinary adult, an ordinary minor, an offender of any kind, a decoy.
    case adult, minor, offender, decoy
  }

  /// What happened.
  public enum Kind: Sendable, Equatable {
    /// The actor comes on line; the room is known when the visit ends.
    case enter
    /// The actor leaves the room.
    case leave
    /// The actor knocked in vain: an age check, a gate or closed doors, or a sanction that still holds.
    /// Whoever goes on at a rival comes on line there at once.
    case keptOut(byGate: Bool)
    /// A first message of the actor, an offender, reaches the target.
    case contact
    /// A contact rule stops a first message.
    case contactBlocked
    /// The target is harmed; `hidden` in private or off line.
    case harm(Harm, hidden: Bool)
    /// The actor is reported by a user.
    case report
    /// The actor is flagged by the classifier.
    case flag
    /// A moderator decides about the actor.
    case decision(upheld: Bool)
    /// The actor is warned, suspended or banned.
    case sanction
    /// A decoy's shift ends.
    case decoyLeaves
  }

  /// Hours since the run began.
  public let time: Double
  /// What happened.
  public let kind: Kind
  /// Who acts, or whom it concerns.
  public let actor: Int32
  /// Whom it happens to, or the actor again.
  public let target: Int32
  /// Who the actor is.
  public let role: Role
  /// Number of the room at its venue; 0 for what happens in none.
  public let room: Int
  /// Where: 0 the studied platform, k the k-th rival.
  public let venue: Int
}

extension Run {
  /// Runs a scenario in front of an onlooker.
  ///
  /// - Parameters:
  ///   - scenario: A scenario whose uncertain parameters have been drawn.
  ///   - seed: The study's seed, below 2^53.
  ///   - replicate: From 1.
  ///   - isStopped: Asked now and then; `true` ends the run with `Stopped`.
  ///   - see: Takes what can be seen, in the order in which it happens.
  /// - Returns: The same record as `simulate`, with the same hash.
  /// - Throws: `Stopped`, or `Fault`.
  public static func watch(
    _ scenario: Scenario, seed: UInt64, replicate: UInt64, isStopped: () -> Bool = { false },
    see: (Sighting) -> Void
  ) throws -> RunRecord {
    try simulate(
      scenario, seed: seed, replicate: replicate, isStopped: isStopped,
      listen: { event in
        if let sighting = Sighting(event) { see(sighting) }
      })
  }
}

extension Sighting {
  /// Nil for events that change nothing to be seen.
  init?(_ event: Event) {
    guard let kind = Kind(event) else { return nil }
    (self.kind, time, actor, target) = (kind, event.time, event.actor, event.target)
    (room, venue) = (Int(event.room), Int(event.venue))
    if event.actor < 0 {
      role = .decoy
    } else if event.flags.contains(.offender) {
      role = .offender
    } else {
      role = event.band.isMinor ? .minor : .adult
    }
  }
}

extension Sighting.Kind {
  init?(_ event: Event) {
    switch event.kind {
    case .enter: self = .enter
    case .leave: self = .leave
    case .absent where event.absence != .cutShort && event.absence != .deterred:
      let isSanctioned = event.absence == .suspended || event.absence == .banned
      self = .keptOut(byGate: !isSanctioned)
    case .contact: self = .contact
    case .contactBlocked: self = .contactBlocked
    case .harm:
      guard let harm = Harm(rawValue: event.harm) else { return nil }
      self = .harm(harm, hidden: event.flags.contains(.hidden))
    case .report: self = .report
    case .flag: self = .flag
    case .decision: self = .decision(upheld: event.isUpheld)
    case .sanction: self = .sanction
    case .duty where event.actor < 0: self = .decoyLeaves
    default: return nil
    }
  }
}

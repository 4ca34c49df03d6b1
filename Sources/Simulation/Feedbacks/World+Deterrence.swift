/// The three places at which a perceived risk acts, and nothing else reads it.
extension World {
  /// The risk that an offender acts on at a venue: the greater of what he has learned and what is said.
  func perceivedRisk(of person: Int32, at venue: UInt8) -> Double {
    let law = feedbacks.deterrence
    let row = persons[Int(person)]
    let own =
      row.kept.contains(.beliefs) ? minds.own(of: person, row.generation, at: venue) : nil
    return max(law.faded(own, to: now), law.faded(minds.said(at: venue), to: now))
  }

  /// Whether somebody who would come stays away: a draw of that arrival's own.
  func staysAway(_ person: Int32, from venue: UInt8, arrival: UInt64) -> Bool {
    guard feedbacks.deterrence.isActive, feedbacks.deterrence.knock > 0,
      persons[Int(person)].kind > 0
    else { return false }
    var stream = root.stream(.knock, arrival)
    let risk = perceivedRisk(of: person, at: venue)
    return !stream.chance(Elementary.exp(-feedbacks.deterrence.knock * risk))
  }

  /// Whether a first message that an offender would write is not written: the thinning of his pace.
  ///
  /// Where a limit on first messages binds, proposals come at the limit L below his own rate c, and
  /// min(c·q, L)/min(c, L) of them are kept, q = e^(−ηm).
  func holdsBack(_ visit: Int32) -> Bool {
    let law = feedbacks.deterrence
    guard law.isActive, law.pace > 0 else { return false }
    let row = visits[Int(visit)]
    let kept = Elementary.exp(-law.pace * perceivedRisk(of: row.person, at: row.venue))
    let (own, proposed) = (ownRate(of: visit), contactRate(of: visit))
    var stream = root.stream(.pace, row.arrival, UInt64(row.sent))
    return !stream.chance(proposed > 0 ? min(1, own * kept / proposed) : kept)
  }

  /// What is left of an offender's chance to write again after a block.
  func daring(of person: Int32, at venue: UInt8) -> Double {
    guard feedbacks.areActive, feedbacks.deterrence.isActive else { return 1 }
    return 1 - perceivedRisk(of: person, at: venue)
  }
}

import Schema

/// The two teams of decoys.
enum DecoyTeamName {
  case police, civil

  var duty: PlatformDuty { self == .police ? .policeDecoyShift : .civilDecoyShift }
}

extension DecoyRules {
  func team(_ name: DecoyTeamName) -> DecoyTeam { name == .police ? police : civil }
}

/// A decoy is on line for a shift, looks like a minor, takes up attention, and identifies some.
extension World {
  /// Numbers of decoys at one venue: those of the next begin above.
  private static var mostDecoys: Int { 1 << 16 }

  /// The number by which a venue's k-th decoy is named: negative, so that no person has it.
  private func decoy(_ index: Int, at venue: UInt8) -> Int32 {
    Int32(-1 - (Int(venue) * Self.mostDecoys + index))
  }

  /// Whether a decoy is of the police, who come first.
  func isOfPolice(_ decoy: Int32, at venue: UInt8) -> Bool {
    Int(-1 - decoy) % Self.mostDecoys < rules[venue].decoys.police.count
  }

  /// The team of a decoy by its number.
  func team(of decoy: Int32, at venue: UInt8) -> DecoyTeam {
    isOfPolice(decoy, at: venue) ? rules[venue].decoys.police : rules[venue].decoys.civil
  }

  func decoyAge(_ decoy: Int32, at venue: UInt8) -> UInt8 {
    UInt8(team(of: decoy, at: venue).presentedAge)
  }

  /// All decoys of a team come on line at a venue for a shift; tomorrow again.
  mutating func startDecoyShift(_ name: DecoyTeamName, at venue: UInt8) {
    let rule = rules[venue].decoys, team = rule.team(name)
    guard team.count > 0, now < windowEnd else { return }
    let first = name == .police ? 0 : rule.police.count
    let day = UInt64(now / 24)
    for index in first..<(first + team.count) {
      // A decoy is its venue's own: it has a key of its own, and shifts nobody else's draws.
      let number = UInt64(Int(venue) * Self.mostDecoys + index)
      var stream = root.stream(.decoyShift, number, day)
      guard stream.chance(rule.compliance) else { continue }
      var row = Visit(
        stream: stream, arrival: 1 << 62 | day << 24 | number, start: now,
        end: now + team.hoursPerDay, person: decoy(index, at: venue), band: .adult)
      row.venue = venue
      row.room = venues[Int(venue)].rooms.room(for: 1, using: &row.stream)
      let visit = occupy(row)
      books.visitsBegun += 1
      books.decoyVisits += 1
      list(visit)
      agenda.set(Actor.visit(visit), at: row.end)
    }
    agenda.set(Actor.platform(name.duty, at: venue), at: now + 24)
  }

  /// A first message reaches a decoy: a conversation if it has a slot left.
  mutating func engageDecoy(_ conversation: Conversation) {
    let target = Int(conversation.targetVisit)
    write(.contact, about: conversation, visit: conversation.targetVisit)
    let team = team(of: conversation.target, at: conversation.venue)
    let row = begin(conversation)
    guard visits[target].receivedCount <= UInt32(team.slots) else {
      end(row, .unanswered)
      return
    }
    write(.decoyEngaged, about: conversation)
    let time = Sampler(team.conversation).draw(using: &conversations[Int(row)].stream)
    agenda.set(Actor.conversation(row), at: now + time)
  }

  /// A conversation with a decoy has run its length: some offenders are identified.
  mutating func finishDecoyConversation(_ row: Int32) {
    let item = conversations[Int(row)], team = team(of: item.target, at: item.venue)
    let rule = rules[item.venue].decoys
    var stream = stream(.decoy, of: item)
    let identified = stream.chance(team.identifies), usable = stream.chance(team.usable)
    let recorded = stream.chance(rule.recorded)
    end(row, .finished)
    let chance = team.identifies * team.usable * rule.recorded
    let decoy = Int64(item.target)
    let office = UInt8(clamping: Int(-1 - item.target) % constants.offices)
    let isNew = !proceedings.holds(
      group: group(of: item.offender, item.generations.0), victim: decoy, office: office)
    write(
      .decoyIdentified(identified, usable: usable, proceeding: isNew ? chance : 0), about: item)
    if identified, item.venue == 0, !isOfPolice(item.target, at: item.venue) {
      meter.noteSubmission(policeHours: rule.policeHoursPerSubmission, at: now)
    }
    guard identified, usable, recorded else { return }
    record(
      offender: item.offender, generation: item.generations.0, victim: decoy, office: office,
      pathway: item.pathway, band: .adult, cohort: item.cohort, at: item.venue)
  }
}

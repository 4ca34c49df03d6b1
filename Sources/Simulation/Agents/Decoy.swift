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
  /// The team of a decoy by its (negative) number: the police come first.
  func team(of decoy: Int32) -> DecoyTeam {
    Int(-1 - decoy) < rules.decoys.police.count ? rules.decoys.police : rules.decoys.civil
  }

  func decoyAge(_ decoy: Int32) -> UInt8 { UInt8(team(of: decoy).presentedAge) }

  /// All decoys of a team come on line for a shift; tomorrow again.
  mutating func startDecoyShift(_ name: DecoyTeamName) {
    let team = rules.decoys.team(name)
    guard team.count > 0, now < windowEnd else { return }
    let first = name == .police ? 0 : rules.decoys.police.count
    let day = UInt64(now / 24)
    for index in first..<(first + team.count) {
      var stream = root.stream(.decoyShift, UInt64(index), day)
      guard stream.chance(rules.decoys.compliance) else { continue }
      var row = Visit(
        stream: stream, arrival: 1 << 62 | day << 24 | UInt64(index),
        start: now,
        end: now + team.hoursPerDay, person: Int32(-1 - index), band: .adult)
      row.room = rooms.room(for: 1, using: &row.stream)
      let visit = occupy(row)
      books.visitsBegun += 1
      books.decoyVisits += 1
      list(visit)
      agenda.set(Actor.visit(visit), at: row.end)
    }
    agenda.set(Actor.platform(name.duty), at: now + 24)
  }

  /// A first message reaches a decoy: a conversation if it has a slot left.
  mutating func engageDecoy(_ conversation: Conversation) {
    let target = Int(conversation.targetVisit)
    write(.contact, about: conversation, detail: 0)
    let team = team(of: conversation.target)
    let row = begin(conversation)
    guard visits[target].receivedCount <= UInt32(team.slots) else {
      end(row, .unanswered)
      return
    }
    write(.decoyEngaged, about: conversation, detail: 0)
    let time = Sampler(team.conversation).draw(using: &conversations[Int(row)].stream)
    agenda.set(Actor.conversation(row), at: now + time)
  }

  /// A conversation with a decoy has run its length: some offenders are identified.
  mutating func finishDecoyConversation(_ row: Int32) {
    let item = conversations[Int(row)], team = team(of: item.target)
    var stream = stream(.decoy, of: item)
    let identified = stream.chance(team.identifies), usable = stream.chance(team.usable)
    let recorded = stream.chance(rules.decoys.recorded)
    end(row, .finished)
    let chance = team.identifies * team.usable * rules.decoys.recorded
    let decoy = Int64(item.target)
    let office = UInt8(clamping: Int(-1 - item.target) % constants.offices)
    let isNew = !proceedings.holds(
      group: group(of: item.offender, item.generations.0), victim: decoy, office: office)
    write(
      .decoyIdentified, about: item, value: isNew ? chance : 0,
      detail: identified ? (usable ? 2 : 1) : 0)
    if identified, Int(decoy) <= -1 - rules.decoys.police.count {
      meter.noteSubmission(policeHours: rules.decoys.policeHoursPerSubmission, at: now)
    }
    guard identified, usable, recorded else { return }
    record(
      offender: item.offender, generation: item.generations.0, victim: decoy, office: office,
      pathway: item.pathway, band: .adult,
      cohort: item.cohort)
  }
}

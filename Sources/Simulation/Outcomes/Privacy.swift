/// What a policy takes of people's privacy: data that gates take, and conversations that others read.
///
/// Counted as takings, since an account opened anew takes anew. Conversations that a classifier reads
/// are counted in expectation, hours × messages ÷ messages per conversation × the share that it reads
/// of those whom it covers; those that people read are the cases they decide.
struct Privacy: Outcome {
  private static let unit = "per 1,000 people and month"

  static let columns: [Column] = [
    burden("identities_taken", "Proofs of identity taken by a registration."),
    burden("phone_numbers_taken", "Telephone numbers taken by a registration."),
    burden("faces_taken", "Faces taken by an age check."),
    burden("documents_taken", "Documents taken by an age check."),
    burden(
      "conversations_scanned",
      "Conversations of ordinary people that a classifier reads (expected)."
    ),
    burden("conversations_reviewed", "Conversations that moderators read."),
  ]

  private static func burden(_ name: String, _ meaning: String) -> Column {
    Column(name: name, unit: unit, meaning: meaning, better: .lower, role: .burden)
  }

  private var identities = 0.0, phones = 0.0, faces = 0.0, documents = 0.0
  private var scanned = 0.0, reviewed = 0.0

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    switch event.kind {
    case .registration where event.flags.contains(.cohort):
      identities += event.registeredRank == Registration.Method.identity.rank ? 1 : 0
      phones += event.registeredRank == Registration.Method.phone.rank ? 1 : 0
    case .ageCheck where event.flags.contains(.cohort):
      let note = event.ageCheckNote
      faces += note.contains(.face) ? 1 : 0
      documents += note.contains(.document) ? 1 : 0
    case .leave where !event.flags.contains(.offender):
      let rule = world.rules[event.venue].classifier
      guard rule.reads > 0, world.covers(rule.coverage, .classifier, event.actor)
      else { return }
      let hours = world.observed(from: event.time - Double(event.value), to: event.time)
      scanned +=
        hours * rule.reads * world.constants.messages / world.constants.messagesPerConversation
    case .decision where event.time >= world.windowStart && event.time < world.windowEnd:
      reviewed += 1
    default: break
    }
  }

  func values(in world: borrowing World) -> [Double] {
    let months = Double(world.audienceSize) * world.windowMonths
    return [identities, phones, faces, documents, scanned, reviewed].map {
      ratio($0 * 1000, months)
    }
  }
}

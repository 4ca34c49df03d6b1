import Schema

/// Numbers that the loop reads at every turn, copied out of the scenario: reading one of them there
/// would copy whole sections.
struct LoopConstants: BitwiseCopyable {
  /// Ordinary messages an hour on line, and whether they are simulated one by one.
  let messages: Double, eachMessage: Bool
  let messagesPerConversation: Double
  let attention: UInt32
  /// Whether platforms know everybody's true age: a feedback that is switched off.
  let knowsAges: Bool
  let offices: Int
  let victimIdentified: Double
  let mostEvents: Double, mostRows: Double
  /// First messages an hour that an ordinary person receives from ordinary people.
  let firstContacts: Double
  /// Coefficient of variation over people of what they send.
  let firstContactsCV: Double
  /// Shares of them begun through the directory.
  let directoryUse: DirectoryUse
  /// Whether any state of the contact rules forbids pairs, or anything ever hinders harmless talk.
  let comparesPairs: Bool, hindersTalk: Bool

  init(_ scenario: Scenario) {
    messages = scenario.people.messages
    eachMessage = scenario.messages == .each
    messagesPerConversation = scenario.people.messagesPerConversation
    attention = scenario.feedbacks.attention ? UInt32(clamping: scenario.people.attention) : .max
    knowsAges = !scenario.feedbacks.misdeclaration
    offices = scenario.recording.offices
    victimIdentified = scenario.recording.victimIdentified
    let days = (scenario.time.warmUp + scenario.time.window) / 24
    let crowd = scenario.limits.eventsPerPersonDay * Double(scenario.population) * days
    mostEvents = min(scenario.limits.events, max(1e7, crowd))
    mostRows = scenario.limits.rows
    firstContacts = scenario.people.firstContacts
    firstContactsCV = scenario.people.firstContactsCV
    let use = scenario.people.directoryUse, policies = scenario.policies
    directoryUse = use
    let rules = policies.flatMap(\.levers.contactRules.states)
    comparesPairs = rules.contains { !$0.adultsToMinors || $0.ageGap > 0 }
    hindersTalk =
      rules.contains(where: \.isActive)
      || policies.contains { ListingRules($0.directory, use).hindersTalk }
  }
}

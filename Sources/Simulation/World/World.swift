import Schema

/// The state of one run. It cannot be copied, and outcomes only borrow it: an observer that changes
/// the run does not compile.
///
/// Times are hours since the run began; persons, visits and conversations are row numbers.
struct World: ~Copyable {
  /// Keeps the world where it is. A struct that holds an existential is lent by its address; without
  /// one the compiler copies all 3 KB of a lent world onto the stack, a quarter of all instructions.
  private let anchor: (any Sendable)? = nil

  let scenario: Scenario
  let root: StreamRoot
  let constants: LoopConstants
  let pathways: [CompiledPathway]
  /// The stages of all pathways, one course after another.
  let stages: [CompiledStage]
  /// Kinds of people: 0 ordinary, k the k-th kind of offender.
  let kinds: [OffenderTraits]
  var audiences: Audiences
  let samplers: Samplers
  /// When what is observed begins and ends, hours since the run began.
  let windowStart: Double, windowEnd: Double
  /// When the study's window closes: later than that in a copy that ends early, earlier in a run that is
  /// followed up.
  let studyEnd: Double

  /// What is in force at each venue and what will be; what it costs the studied platform.
  var rules: RuleBook
  var meter: CostMeter
  var now = 0.0
  var agenda = Agenda()
  /// What has happened since the outcomes last looked.
  var events = Storage<Event>(capacity: 64)

  var messages: MessageClock
  var persons: Storage<Person>
  /// Accounts at other venues than that of birth, as far as they are not clean.
  var accountsAway = KeptByPlace<Account>()
  var visits = Storage<Visit>(capacity: 1024)
  /// Whom each visit has written to lately, row by row beside `visits`: only offenders need it.
  var memories = Memories()
  var freeVisits = Storage<Int32>(capacity: 1024)
  var conversations = Storage<Conversation>(capacity: 1024)
  var freeConversations = Storage<Int32>(capacity: 1024)
  /// The visit that ended last, for outcomes that look at its `leave` event.
  var lastVisit: Visit?
  /// Per venue one crowd for each audience of the directory, one per room for those who look in rooms.
  var crowds = Crowds()
  /// The latest arrivals of each crowd.
  var newcomers: Newcomers

  /// The studied platform, then its rivals.
  var venues: [Venue]
  /// Whether there is anywhere else to go: without rivals the aggregate outside venue stands for them. And
  /// whether any door is ever shut.
  let hasRivals: Bool, hasDoors: Bool
  /// First slot of each venue's audience.
  let audienceStarts: [Int]
  /// Where each person goes as a rule; empty where there are no rivals.
  var habits = Storage<Habit>(capacity: 8)
  /// What the venues are worth to those who choose.
  var appeal = Appeal(VenueChoice(), sizes: [], people: 1)
  /// Some people of each class, by whom gates are judged.
  var samples: [[Int32]] = [[], [], []]
  /// How often a venue has closed or opened.
  var turns: UInt64 = 0
  /// What people learn from, and what they have learned.
  let feedbacks: Feedbacks
  var minds: Minds
  var proceedings = Ledger()
  var books = Books()
  /// Denominators, once the run has ended.
  var peopleCount = PeopleCount()
  /// Keeps the reading in advance from being optimised away.
  var warmth: UInt64 = 0

  /// The laws of the scenario, made ready.
  struct Samplers {
    let adultAge: Sampler
    let visitDuration: Sampler
    let proceedingDelay: Sampler
  }

  init(_ scenario: Scenario, root: StreamRoot) {
    self.scenario = scenario
    self.root = root
    let states =
      [RuleBook.states(of: scenario)]
      + scenario.venues.map { RuleBook.states(of: $0, in: scenario) }
    rules = RuleBook(states)
    hasRivals = !scenario.venues.isEmpty
    hasDoors = states.contains { $0.contains { $0.rules.closure.shutsOut } }
    venues = Self.venues(of: scenario)
    audienceStarts = Self.starts(of: scenario)
    feedbacks = Feedbacks(scenario)
    minds = Minds(venues: venues.count)
    let audiences = Audience.distinct(in: scenario.pathways)
    self.audiences = Audiences(audiences, of: scenario, venues: venues.count)
    for venue in 0..<UInt8(venues.count) {
      self.audiences.show(rules[venue].listing, at: venue, to: audiences)
    }
    constants = LoopConstants(scenario)
    persons = Storage(capacity: scenario.population)
    var stages: [CompiledStage] = [], pathways: [CompiledPathway] = []
    for pathway in scenario.pathways {
      pathways.append(
        CompiledPathway(pathway, of: scenario, audiences: audiences, firstStep: stages.count))
      stages += CompiledStage.compiled(pathway)
    }
    (self.stages, self.pathways) = (stages, pathways)
    kinds = Self.kinds(of: scenario, pathways)
    samplers = Samplers(
      adultAge: Sampler(scenario.people.adultAge),
      visitDuration: Sampler(scenario.people.visitDuration),
      proceedingDelay: Sampler(scenario.recording.delay))
    newcomers = Newcomers(period: pathways.map(\.newcomerPeriod).max() ?? 0)
    windowStart = scenario.time.warmUp
    studyEnd = scenario.time.warmUp + scenario.time.window
    windowEnd = scenario.time.warmUp + max(scenario.time.window, scenario.followedHours)
    messages = MessageClock(
      rate: constants.eachMessage ? constants.messages : 0, until: windowEnd,
      stream: root.stream(.messages, 0))
    meter = CostMeter(from: windowStart, to: windowEnd)
  }

  /// A copy of a world whose window ends at an earlier moment, not before now: nobody knocks, writes or is
  /// reported from then on, and what is under way goes to its end.
  ///
  /// - Complexity: O(people).
  init(closing other: borrowing World, at end: Double) {
    (scenario, root, constants) = (other.scenario, other.root, other.constants)
    (pathways, stages, kinds) = (other.pathways, other.stages, other.kinds)
    samplers = other.samplers
    (windowStart, windowEnd, studyEnd) = (other.windowStart, end, other.studyEnd)
    rules = RuleBook(copying: other.rules)
    meter = other.meter.closing(at: end)
    now = other.now
    audiences = Audiences(copying: other.audiences)
    agenda = Agenda(copying: other.agenda)
    events = Storage(copying: other.events)
    messages = MessageClock(closing: other.messages, at: end)
    persons = Storage(copying: other.persons)
    accountsAway = other.accountsAway
    visits = Storage(copying: other.visits)
    memories = Memories(copying: other.memories)
    freeVisits = Storage(copying: other.freeVisits)
    conversations = Storage(copying: other.conversations)
    freeConversations = Storage(copying: other.freeConversations)
    lastVisit = other.lastVisit
    crowds = Crowds(copying: other.crowds)
    newcomers = Newcomers(copying: other.newcomers)
    (venues, feedbacks, minds) = (other.venues, other.feedbacks, other.minds)
    (hasRivals, hasDoors) = (other.hasRivals, other.hasDoors)
    audienceStarts = other.audienceStarts
    habits = Storage(copying: other.habits)
    (appeal, samples, turns) = (other.appeal, other.samples, other.turns)
    (proceedings, books, warmth) = (other.proceedings, other.books, other.warmth)
  }

  private static func venues(of scenario: Scenario) -> [Venue] {
    [Venue(Venue.platformName, rooms: RoomPlan(scenario.rooms, people: scenario.people.count))]
      + scenario.venues.map { rival in
        Venue(
          rival.label,
          rooms: RoomPlan(scenario.rooms, people: scenario.people.count * rival.size))
      }
  }

  private static func starts(of scenario: Scenario) -> [Int] {
    var starts = [0], next = Int(scenario.people.count)
    for rival in scenario.venues {
      starts.append(next)
      next += scenario.population(of: rival)
    }
    return starts
  }

  private static func kinds(of scenario: Scenario, _ pathways: [CompiledPathway])
    -> [OffenderTraits]
  {
    [OffenderTraits()]
      + scenario.offenders.map { row in
        let pathway = scenario.pathways.firstIndex { $0.label == row.pathway } ?? 0
        return OffenderTraits(
          pathway: UInt8(clamping: pathway), seeksMinors: pathways[pathway].seeksMinors,
          groupSize: UInt32(row.groupSize), desistsWhenWarned: row.desistsWhenWarned)
      }
  }

  /// Puts other rules in force at a venue, now: by a date, or by anything that happens. What those before
  /// have cost is on the meter first.
  mutating func change(to next: Rules, at venue: UInt8) {
    let before = rules[venue], alarms = alarmRate(at: venue)
    if venue == 0 { meter.run(before, to: now) }
    rules.set(next, at: venue)
    if let moment = rules.nextChange(at: venue) {
      agenda.set(Actor.platform(.changeRules, at: venue), at: moment)
    }
    startShifts(before: before.decoys, at: venue)
    reopenGates(after: before, at: venue)
    weigh(venue)
    turnDoors(before: before.closure, at: venue)
    let isRedrawn = next.listing != before.listing
    if isRedrawn {
      audiences.show(next.listing, at: venue, to: Audience.distinct(in: scenario.pathways))
    }
    applyRulesToVisits(
      at: venue, alarmsChanged: alarmRate(at: venue) != alarms,
      listingChanged: next.contact.listing != before.contact.listing,
      paceChanged: next.contact.pace != before.contact.pace, directoryChanged: isRedrawn)
  }

  /// Whether a moment lies in the observation window.
  var isInWindow: Bool { now >= windowStart && now < windowEnd }

  /// Hours of an interval that lie in the window.
  func observed(from start: Double, to end: Double) -> Double {
    max(0, min(end, windowEnd) - max(start, windowStart))
  }

  /// The hour of the day, 0 to 24.
  var hourOfDay: Double { now - (now / 24).rounded(.down) * 24 }

  /// Key of a person: slot and generation.
  func key(of person: Int32) -> UInt64 {
    UInt64(UInt32(person)) | UInt64(persons[Int(person)].generation) << 32
  }

  /// The account of a person at a venue.
  @inline(__always)
  func account(of person: Int32, at venue: UInt8) -> Account {
    if persons[Int(person)].origin == venue { return persons[Int(person)].account }
    guard persons[Int(person)].kept.contains(.accounts) else { return Account() }
    return accountsAway[person, persons[Int(person)].generation, venue] ?? Account()
  }

  /// Changes the account of a person at a venue.
  @inline(__always)
  mutating func updateAccount(
    of person: Int32, at venue: UInt8, _ change: (inout Account) -> Void
  ) {
    if persons[Int(person)].origin == venue { return change(&persons[Int(person)].account) }
    let generation = persons[Int(person)].generation
    var account = accountsAway[person, generation, venue] ?? Account()
    change(&account)
    accountsAway[person, generation, venue] = account == Account() ? nil : account
    persons[Int(person)].kept.insert(.accounts)
  }
}

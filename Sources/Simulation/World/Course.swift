import Schema

/// A pathway made ready for the loop: numbers and small arrays, no names.
struct Course: BitwiseCopyable {
  let contacts: Double
  /// Questions an hour while he looks for somebody of the age sought, where ages are not listed; 0
  /// for who seeks no age.
  let asks: Double
  /// Conversations held at once; `UInt32.max` for no limit.
  let slots: UInt32
  let newcomers: Double, newcomerPeriod: Double
  let repeats: Bool
  /// Targets on line at whom he writes half as often as he can; 0 for always as often.
  let searchHalf: Double
  let persistence: Double
  let recorded: Double
  let audience: Int
  /// Whether only minors are sought: then nobody else can be harmed.
  let seeksMinors: Bool
  /// Where the pathway's stages begin in the world's `steps`.
  let firstStep: Int

  init(_ pathway: Pathway, of scenario: Scenario, audiences: [Audience], firstStep: Int) {
    let own = Audience(pathway)
    contacts = pathway.contacts
    asks = own.seeksAges ? pathway.asks : 0
    searchHalf = pathway.searchHalf * Self.searchScale(pathway, scenario)
    slots =
      pathway.conversationsAtOnce == 0 ? .max : UInt32(clamping: pathway.conversationsAtOnce)
    (newcomers, newcomerPeriod) = (pathway.newcomers, pathway.newcomerPeriod)
    repeats = pathway.repeats
    (persistence, recorded) = (pathway.persistence, pathway.recorded)
    audience = audiences.firstIndex(of: own) ?? 0
    seeksMinors = own.high < 18
    self.firstStep = firstStep
  }
}

extension Course {
  /// How much more there is to search than on the platform for which `search_half` is meant: by people
  /// where all are listed, by people of a room where he looks in rooms.
  private static func searchScale(_ pathway: Pathway, _ scenario: Scenario) -> Double {
    let people = scenario.people.count
    guard pathway.searchPer > 0 else { return 1 }
    func rooms(_ people: Double) -> Double {
      Double(scenario.rooms.reduce(0) { $0 + $1.number(for: people) })
    }
    let scale = people / pathway.searchPer
    guard pathway.finds == .room, rooms(people) > 0 else { return scale }
    return scale * rooms(pathway.searchPer) / rooms(people)
  }
}

/// One stage made ready for the loop.
struct Step: BitwiseCopyable {
  static let mostBranches = 8
  /// Endings, as branch targets above every stage number.
  static let block: UInt8 = 250, report: UInt8 = 251, leave: UInt8 = 252, ends: UInt8 = 253

  var harm: UInt8 = 0
  var harmShare = 1.0
  var isHidden = false
  var dwell = Sampler(.fixed(0))
  var flagged = 0.0
  /// Chance that entering with harm leads to a proceeding of its own.
  var recordable = 0.0
  /// Whether branches race as rates; else they are shares.
  var races = false
  var branchCount = 0
  var weights: InlineArray<8, Double> = InlineArray(repeating: 0)
  var targets: InlineArray<8, UInt8> = InlineArray(repeating: 253)
  /// Expected numbers from entering this stage on, once in a hidden place, where nothing on the
  /// platform interferes any more: meetings with a minor (H6) and contact offences (H7).
  var meetings = 0.0, offences = 0.0

  static func compiled(_ pathway: Pathway) -> [Step] {
    var steps = pathway.stages.map { Step($0, recorded: pathway.recorded) }
    let names = pathway.stages.map(\.label)
    for (index, stage) in pathway.stages.enumerated() {
      for (place, branch) in stage.next.prefix(mostBranches).enumerated() {
        steps[index].targets[place] = target(branch.name, in: names)
        switch branch.quantity {
        case .rate(let perHour):
          steps[index].weights[place] = perHour
          steps[index].races = true
        case .share(let share): steps[index].weights[place] = share
        }
      }
      steps[index].branchCount = min(stage.next.count, mostBranches)
    }
    for index in steps.indices.reversed() { steps[index].expect(from: steps) }
    return steps
  }

  private init(_ stage: Stage, recorded: Double) {
    harm = stage.harm.harm?.rawValue ?? 0
    harmShare = stage.harmShare
    isHidden = stage.place != .platform
    dwell = Sampler(stage.dwell)
    flagged = stage.flagged
    recordable = stage.toldToPolice * recorded
  }

  private static func target(_ name: String, in names: [String]) -> UInt8 {
    switch name {
    case "block": block
    case "report": report
    case "leave": leave
    case "ends": ends
    default: UInt8(clamping: names.firstIndex(of: name) ?? Int(ends))
    }
  }

  /// Fills in the expectations; later stages must be filled in already.
  private mutating func expect(from steps: [Step]) {
    var sum = 0.0
    for index in 0..<branchCount { sum += weights[index] }
    let scale = races ? (sum > 0 ? 1 / sum : 0) : 1
    for index in 0..<branchCount where Int(targets[index]) < steps.count {
      let next = steps[Int(targets[index])], chance = weights[index] * scale
      meetings += chance * next.meetings
      offences += chance * next.offences
    }
    if harm == Harm.h6.rawValue { meetings += harmShare }
    if harm == Harm.h7.rawValue { offences += harmShare }
  }
}

/// Numbers that the loop reads at every turn, copied out of the scenario: reading one of them there
/// would copy whole sections.
struct Figures: BitwiseCopyable {
  /// Ordinary messages an hour on line, and whether they are simulated one by one.
  let messages: Double, eachMessage: Bool
  let messagesPerConversation: Double
  let attention: UInt32
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
    attention = UInt32(clamping: scenario.people.attention)
    offices = scenario.recording.offices
    victimIdentified = scenario.recording.victimIdentified
    let days = (scenario.time.warmUp + scenario.time.window) / 24
    let crowd = scenario.limits.eventsPerPersonDay * scenario.people.count * days
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

/// One kind of offender, made ready for the loop; number 0 stands for ordinary people.
struct Kind: BitwiseCopyable {
  var pathway: UInt8 = 255
  var seeksMinors = false
  var groupSize: UInt32 = 1
  var desistsWhenWarned = 0.0
}

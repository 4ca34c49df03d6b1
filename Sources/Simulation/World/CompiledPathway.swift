import Schema

/// A pathway made ready for the loop: numbers and small arrays, no names.
struct CompiledPathway: BitwiseCopyable {
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
  let audience: Int
  /// Whether only minors are sought: then nobody else can be harmed.
  let seeksMinors: Bool
  /// Where the pathway's stages begin in the world's `steps`.
  let firstStep: Int

  init(_ pathway: Pathway, of scenario: Scenario, audiences: [Audience], firstStep: Int) {
    let own = Audience(pathway)
    contacts = pathway.contacts
    asks = own.seeksAges ? pathway.asks : 0
    searchHalf =
      scenario.feedbacks.search ? pathway.searchHalf * Self.searchScale(pathway, scenario) : 0
    slots =
      pathway.conversationsAtOnce == 0 || !scenario.feedbacks.attention
      ? .max : UInt32(clamping: pathway.conversationsAtOnce)
    (newcomers, newcomerPeriod) = (pathway.newcomers, pathway.newcomerPeriod)
    repeats = pathway.repeats
    persistence = pathway.persistence
    audience = audiences.firstIndex(of: own) ?? 0
    seeksMinors = own.high < 18
    self.firstStep = firstStep
  }
}

extension CompiledPathway {
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

import Schema

/// Every lever of a scenario, in the order in which they are applied.
struct Levers: Configurable, Equatable {
  /// The list, in the order of files and of application: a new lever is one word here.
  private static let list: [any Lever.Type] = [
    Registration.self, AgeAssurance.self, Moderation.self, Classifier.self, Sanctions.self,
    ContactRules.self, Decoys.self, Closure.self,
  ]

  /// All levers, in the order of the list.
  private(set) var all: [any Lever] = list.map { $0.init() }
  init() {}

  static func == (one: Self, other: Self) -> Bool {
    zip(one.all, other.all).allSatisfy { $0.isSame(as: $1) }
  }

  static let name = "levers"
  static let summary = "What a policy maker chooses."
  static let parameters: [Parameter<Self>] = list.map { parameter(of: $0) }

  private static func parameter<L: Lever>(of lever: L.Type) -> Parameter<Self> {
    Parameter(L.name, \.[Slot<L>()])
  }

  /// Where the levers keep one of a type.
  struct Slot<L: Lever>: Hashable, Sendable {}

  /// The lever of a type; as it is by default where the list lacks it.
  subscript<L: Lever>(slot: Slot<L>) -> L {
    get { all.lazy.compactMap { $0 as? L }.first ?? L() }
    set {
      for index in all.indices where all[index] is L { all[index] = newValue }
    }
  }

  /// Days after another on which some lever begins, changes or ends, each once and in order.
  func turningDays(after day: Int) -> [Int] {
    Set(all.flatMap { $0.turningPoints.map(\.days) }).filter { $0 > day }.sorted()
  }

  /// The rules in force on a day, which may be a fraction.
  func rules(on day: Double) -> Rules {
    var rules = Rules()
    // What a return costs is a fact of the world, known also while nobody need register.
    rules.registration.note(registration.returnFactor)
    for lever in all { Self.apply(lever, on: day, to: &rules) }
    return rules
  }

  private static func apply(_ lever: some Lever, on day: Double, to rules: inout Rules) {
    guard let lever = lever.inForce(on: day) else { return }
    lever.apply(to: &rules)
    if lever.isActive { rules.fixedCost += lever.terms.fixedCost }
  }
}

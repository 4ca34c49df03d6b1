import Schema

/// Every lever of a scenario, in the order in which they are applied.
struct Levers: Configurable {
  var registration = Registration()
  var ageAssurance = AgeAssurance()
  var moderation = Moderation()
  var classifier = Classifier()
  var sanctions = Sanctions()
  var contactRules = ContactRules()
  var decoys = Decoys()
  init() {}

  static let name = "levers"
  static let summary = "What a policy maker chooses."
  static let parameters: [Parameter<Self>] = list.map(\.parameter)

  /// One lever: its section in files, and where a scenario keeps it.
  private struct Entry: Sendable {
    let parameter: Parameter<Levers>
    let lever: @Sendable (Levers) -> any Lever

    init<L: Lever>(_ path: any WritableKeyPath<Levers, L> & Sendable) {
      parameter = Parameter(L.name, path)
      lever = { $0[keyPath: path] }
    }
  }

  /// The list, in the order of files and of application: a new lever is one word here.
  private static let list = [
    Entry(\.registration), Entry(\.ageAssurance), Entry(\.moderation), Entry(\.classifier),
    Entry(\.sanctions), Entry(\.contactRules), Entry(\.decoys),
  ]

  /// All levers, in the order of the file.
  var all: [any Lever] { Self.list.map { $0.lever(self) } }

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

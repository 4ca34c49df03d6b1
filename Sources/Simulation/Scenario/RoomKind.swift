import Schema

/// One kind of room.
struct RoomKind: Configurable {
  var label = "general"
  var count = 1
  var share = 1.0
  var minors = 1.0
  var offenders = 1.0
  var per = 0.0
  init() {}

  /// How many rooms of this kind a platform of that many people has: at least one.
  func number(for people: Double) -> Int {
    // More rooms than any machine holds are one number: the check refuses far fewer.
    per > 0 ? Int(min(max(1, (Double(count) * people / per).rounded()), 1e9)) : count
  }

  /// Visitors whom no kind of room would take: without any kinds there is one room for all.
  static func complaints(of kinds: [RoomKind], in scenario: Scenario) -> [Complaint] {
    if kinds.isEmpty { return [] }
    let people = scenario.people
    let seekers = Set(scenario.pathways.filter { $0.seeks.high < 18 }.map(\.label))
    let classes: [(name: String, exist: Bool, weight: (RoomKind) -> Double)] = [
      ("adults", people.minorShare < 1, { $0.share }),
      ("minors", people.minorShare > 0, { $0.share * $0.minors }),
      (
        "offenders who seek minors",
        scenario.offenders.contains { $0.share > 0 && seekers.contains($0.pathway) },
        { $0.share * $0.offenders }
      ),
    ]
    return classes.filter {
      $0.exist && kinds.allSatisfy { [weight = $0.weight] in weight($0) <= 0 }
    }
    .map { Complaint("rooms", "no kind of room takes \($0.name): all weights are 0") }
  }

  static let name = "rooms"
  static let summary = "Kinds of rooms, and how visitors spread over them."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.label, "Name of the kind.", .assumed("a label")),
    Parameter(
      "count", \.count, in: 1...10_000, "Rooms of this kind; visitors choose one at random.",
      .assumed("no source found")),
    Parameter(
      "share", \.share, .share, in: 0...1,
      "Share of ordinary adults who choose this kind; shares are scaled to 1.",
      .assumed("no source found")),
    Parameter(
      "minors", \.minors, .factor, in: 0...1_000,
      "How much more often minors choose this kind.", .assumed("no source found")),
    Parameter(
      "offenders", \.offenders, .factor, in: 0...1_000,
      "How much more often offenders who seek minors choose this kind.",
      .assumed("no source found")),
    Parameter(
      "per", \.per, .count, in: 0...20_000_000,
      "People of the platform for whom `count` is meant: a smaller platform then has fewer rooms, so that rates do not depend on its size. 0: `count` whatever the size.",
      .assumed("a choice; a fixed count makes every rate depend on the number of people")),
  ]
}

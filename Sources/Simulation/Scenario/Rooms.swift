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

/// Through which fields of the directory harmless first messages begin; the rest begin in rooms.
struct DirectoryUse: Configurable, BitwiseCopyable {
  var age = 0.15
  var gender = 0.25
  var area = 0.2
  init() {}

  static let name = "directory_use"
  static let summary =
    "Shares of harmless first messages that begin through a field of the directory; the rest begin in rooms."
  static let parameters: [Parameter<Self>] = [
    row("age", \.age, "Because of the age that is listed."),
    row("gender", \.gender, "Because of the gender that is listed."),
    row("area", \.area, "Because of the area that is listed."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(name, path, .share, in: 0...1, meaning, .assumed("no source found"))
  }

  /// The share that begins through the directory at all.
  var whole: Double { age + gender + area }

  /// The share that is lost where only some fields are listed.
  func share(without listed: [DirectorySection.Field]) -> Double {
    (listed.contains(.age) ? 0 : age) + (listed.contains(.gender) ? 0 : gender)
      + (listed.contains(.area) ? 0 : area)
  }

  func check() -> [Complaint] {
    whole > 1 + 1e-9 ? [Complaint("age", "the shares add up to more than 100 %")] : []
  }
}

/// The list of those present that every visitor can read.
struct DirectorySection: Configurable, Equatable {
  /// A field that the directory may show.
  enum Field: String, CaseIterable, Sendable { case age, gender, area }

  var lists: [Field] = [.age, .gender, .area]
  var minorsListed = true
  init() {}

  static let name = "directory"
  static let summary = "Who is listed where, with which fields."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "lists", \.lists,
      "Fields that everybody sees. Without `age`, offenders cannot choose by age and write to anybody.",
      .cited("Epoch Times FR, 20 Apr 2024: pseudonym, age and town were listed")),
    Parameter(
      "minors_listed", \.minorsListed,
      "Whether profiles that show a minor's age are listed at all.",
      .cited("France 3 Grand Est 2024: a profile of 15 was accepted and contacted")),
  ]
}

import Schema

/// One kind of room.
struct RoomKind: Configurable {
  var label = "general"
  var count = 1
  var share = 1.0
  var minors = 1.0
  var offenders = 1.0
  init() {}

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
  ]
}

/// The list of those present that every visitor can read.
struct DirectorySection: Configurable {
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

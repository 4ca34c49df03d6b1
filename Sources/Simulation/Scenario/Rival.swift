import Schema

/// Another place to which people can go: with an audience and rules of its own.
struct Rival: Configurable {
  var label = "a"
  var size = 0.1
  var opens: CivilDate?
  var levers = Levers()
  var directory = DirectorySection()
  init() {}

  /// What rivals may be called: nobody's name.
  static let letters = OutcomeName.rivals

  static let name = "venues"
  static let summary =
    "Rivals of the platform, each with an audience, a directory and levers of its own; those who use it have come through its registration. With any, the aggregate outside venue is closed."
  static let parameters: [Parameter<Self>] =
    [
      Parameter("name", \.label, "The rival's letter: a, b, c or d.", .assumed("a label")),
      Parameter(
        "size", \.size, .factor, in: 0...100, evidence: 0.01...1,
        "People whose home the rival is, relative to the platform's.",
        .assumed(
          "after the closure alternatives were judged under-populated (CommentCaMarche 2024)")),
      Parameter(
        "opens", \.opens, "Day on which it opens; there from the beginning if absent.",
        .assumed("a choice")),
    ] + Parameter.flattened(\.levers) + [Parameter("directory", \.directory)]

  /// The policy of the rival, which no comparison changes.
  var policy: Policy { Policy(levers: levers, directory: directory) }

  /// Rivals without a letter, or with another's.
  static func complaints(of rivals: [Rival]) -> [Complaint] {
    if rivals.count > letters.count {
      return [Complaint("venues", "at most \(letters.count) rivals")]
    }
    return rivals.filter { !letters.contains($0.label) }.map { rival in
      Complaint(
        "venues.\(rival.label).name", "a rival has a letter, not a name",
        help: "call it a, b, c or d")
    }
  }
}

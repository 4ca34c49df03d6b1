import Schema

/// One platform under one policy: everything a run is a function of, besides the replicate.
public struct Scenario: Configurable {
  /// How ordinary messages are simulated.
  public enum Messages: String, CaseIterable, Sendable {
    /// Their number is drawn from its exact law when a visit ends.
    case drawn
    /// One by one.
    case each
  }

  public var schemaVersion = 1
  public var label = "scenario"
  public var title = ""
  public var messages = Messages.drawn
  public var time = TimeSpan()
  public var people = People()
  public var rooms: [RoomKind] = []
  public var directory = DirectorySection()
  public var levers = Levers()
  public var offenders: [OffenderKind] = []
  public var pathways: [Pathway] = []
  public var recording = Recording()
  public var displacement = Displacement()
  public init() {}

  public static let name = "scenario"
  public static let summary = "One platform under one policy."
  public static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "schema_version", \.schemaVersion, in: 1...1, "Version of this file's grammar.",
        .assumed("fixed by the program")),
      Parameter("name", \.label, "Short name: of tables and folders.", .assumed("a label")),
      Parameter("title", \.title, "One line that says what it is.", .assumed("a label")),
      Parameter(
        "messages", \.messages,
        "Whether ordinary messages are drawn as one exact count per visit, or simulated one by one.",
        .assumed("both agree in distribution; a test shows it")),
      Parameter("time", \.time),
      Parameter("people", \.people),
      Parameter("rooms", \.rooms),
      Parameter("directory", \.directory),
    ] + Parameter.flattened(\.levers) + [
      Parameter("offenders", \.offenders),
      Parameter("pathways", \.pathways),
      Parameter("recording", \.recording),
      Parameter("displacement", \.displacement),
    ]

  public func check() -> [Complaint] {
    var complaints: [Complaint] = []
    let names = pathways.map(\.label)
    for kind in offenders where !names.contains(kind.pathway) {
      complaints.append(
        Complaint(
          "offenders.\(kind.label).pathway", "there is no pathway '\(kind.pathway)'",
          help: Names.nearest(to: kind.pathway, among: names).map { "did you mean '\($0)'?" }))
    }
    if pathways.count > 200 { complaints.append(Complaint("pathways", "at most 200 pathways")) }
    if Audience.distinct(in: pathways).count > 4 {
      complaints.append(
        Complaint("pathways", "at most 4 different combinations of `finds` and `seeks`"))
    }
    if rooms.reduce(0, { $0 + $1.count }) > 60_000 {
      complaints.append(Complaint("rooms", "at most 60,000 rooms in all"))
    }
    return complaints
  }
}

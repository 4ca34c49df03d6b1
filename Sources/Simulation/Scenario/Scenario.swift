import Schema

/// One platform under one policy: everything a run is a function of, besides the replicate.
public struct Scenario: Configurable {
  /// How ordinary messages are simulated.
  enum Messages: String, CaseIterable, Sendable {
    /// Their number is drawn from its exact law when a visit ends.
    case drawn
    /// One by one.
    case each
  }

  /// Short name, of tables and folders.
  public private(set) var label = "scenario"
  /// One line that says what it is.
  public private(set) var title = ""
  /// What the classroom page says of the scenario, as written; read there.
  public private(set) var page: Tree?
  var schemaVersion = 1
  var messages = Messages.drawn
  var time = TimeSpan()
  var people = People()
  var rooms: [RoomKind] = []
  var directory = DirectorySection()
  var levers = Levers()
  var offenders: [OffenderKind] = []
  var pathways: [Pathway] = []
  var recording = Recording()
  var displacement = Displacement()
  var venues: [Rival] = []
  var choice = VenueChoice()
  var deterrence = Deterrence()
  var feedbacks = FeedbackSwitches()
  var severity = Severity()
  var limits = RunLimits()
  /// The policy of the warm-up, where another one begins with the window; no parameter of a file.
  var earlierPolicy: Policy?
  /// Hours from the window's beginning to the end of a follow-up; no parameter of a file.
  var followedHours = 0.0

  /// Whether the halls of every venue are laid out for all people, so that seats are the same wherever a
  /// choice is made; for tests, no parameter of a file.
  var laysOutEveryHall = false

  /// An empty platform: ten thousand people, no offenders, no levers.
  public init() {}

  /// People of the exogenous population, of the platform and of its rivals.
  public var population: Int {
    Int(people.count) + venues.reduce(0) { $0 + population(of: $1) }
  }

  /// People whose home a rival is.
  func population(of rival: Rival) -> Int { Int((people.count * rival.size).rounded()) }

  /// Kinds of rooms with how many a platform of this size has of each, in the order of room numbers.
  public var roomKinds: [(name: String, count: Int)] {
    rooms.map { ($0.label, $0.number(for: people.count)) }
  }
  /// Letters of the platform's rivals, in the order of their venues.
  public var rivals: [String] { venues.map(\.label) }
  /// Hours simulated before the observation window, and hours of the window.
  public var hours: (warmUp: Double, window: Double) { (time.warmUp, time.window) }

  /// Names of the sections that are levers: what a policy maker chooses.
  public static let leverSections: [String] = Levers.parameters.map(\.name)

  /// What a scenario file is called as a whole.
  public static let name = "scenario"
  /// One sentence on it.
  public static let summary = "One platform under one policy."
  /// Every section and parameter; the only description of them.
  public static let parameters: [Parameter<Self>] =
    [
      Parameter(
        "schema_version", \.schemaVersion, in: 1...1, "Version of this file's grammar.",
        .assumed("fixed by the program")),
      Parameter("name", \.label, "Short name: of tables and folders.", .assumed("a label")),
      Parameter("title", \.title, "One line that says what it is.", .assumed("a label")),
      Parameter(
        "page", \.page,
        "What the classroom page says of it: { question, question_fr }.",
        .assumed("a label")),
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
      Parameter("venues", \.venues),
      Parameter("choice", \.choice),
      Parameter("deterrence", \.deterrence),
      Parameter("feedbacks", \.feedbacks),
      Parameter("severity", \.severity),
      Parameter("limits", \.limits),
    ]

  /// What no single value shows: kinds without a pathway, and limits of the engine.
  public func check() -> [Complaint] {
    var complaints: [Complaint] = []
    let names = pathways.map(\.label)
    for kind in offenders where !names.contains(kind.pathway) {
      complaints.append(
        Complaint(
          "offenders.\(kind.label).pathway", "there is no pathway '\(kind.pathway)'",
          help: Names.hint(for: kind.pathway, among: names)))
    }
    complaints +=
      Rival.complaints(of: venues) + shareComplaints() + RoomKind.complaints(of: rooms, in: self)
    if offenders.count > 200 { complaints.append(Complaint("offenders", "at most 200 kinds")) }
    if pathways.count > 200 { complaints.append(Complaint("pathways", "at most 200 pathways")) }
    if Audience.distinct(in: pathways).count > 4 {
      complaints.append(
        Complaint("pathways", "at most 4 different combinations of `finds` and `seeks`"))
    }
    if rooms.reduce(0, { $0 + $1.number(for: people.count) }) > 60_000 {
      complaints.append(Complaint("rooms", "at most 60,000 rooms in all"))
    }
    let end = time.warmUp + time.window
    return complaints + IdleLevers(levers, start: time.start, end: end).complaints
  }

  /// Kinds of offenders beyond all there are: adults are drawn for kinds of either pool.
  private func shareComplaints() -> [Complaint] {
    let pools: [(name: String, kinds: [OffenderKind])] = [
      ("adults", offenders), ("everybody", offenders.filter { $0.among == .everybody }),
    ]
    for (name, kinds) in pools where kinds.reduce(0, { $0 + $1.share }) > 1 + 1e-9 {
      guard let largest = kinds.max(by: { $0.share <= $1.share }) else { continue }
      return [
        Complaint(
          "offenders.\(largest.label).share",
          "the kinds of offenders among \(name) add up to more than 100 %",
          help: "lower the shares")
      ]
    }
    return []
  }
}

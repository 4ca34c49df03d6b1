import Experiment
import Simulation

/// One run as the page shows it: what is to be seen in each quarter of an hour, as JSON.
///
/// Some hundreds are on line at once, more than can be seen: one person in twenty is shown with all
/// that person does, and whom they write to. Decisions and sanctions of a person on line, first
/// messages and harms of three plain categories; kinds only, and nothing of H5 to H12.
struct LiveRooms: Sendable {
  /// Simulated hours of one step.
  static let step = 0.25
  /// One person in so many is shown.
  static let oneIn: Int32 = 20
  /// Most events of one run, some 15 bytes each; what comes later is not shown.
  static let mostEvents = 40_000

  /// For each step the events in it: `["e",17,"minor",3],["c",40,17]`.
  private(set) var steps: [String] = []
  /// The run itself: the first of the paired runs.
  let record: RunRecord
  private var events = 0

  /// Runs one side of a setup before an onlooker.
  ///
  /// - Throws: `Run.Stopped`, `Run.LimitReached`, `Run.Fault`, `Problems`.
  init(_ setup: Setup, side: Int, isStopped: () -> Bool) throws {
    let comparison = setup.comparison, run = setup.run(1, side: side)
    let scenario = try comparison.drawn(run)
    var seen: [Sighting] = []
    record = try Run.watch(
      scenario, seed: setup.ask.seed, replicate: comparison.plan.stream(of: run),
      isStopped: isStopped, see: { if Self.isWanted($0) { seen.append($0) } })
    let hours = scenario.hours.warmUp + scenario.hours.window
    steps = Array(repeating: "", count: max(1, Int(exactly: (hours / Self.step).rounded()) ?? 1))
    // How many rooms there are of each kind is drawn: the names are the page's, the numbers this world's.
    show(seen, on: FloorPlan(of: scenario))
  }

  private static func isShown(_ person: Int32) -> Bool { person % oneIn == 0 }

  /// Everybody's visits, since whoever is written to is shown, and all that those shown do.
  private static func isWanted(_ sighting: Sighting) -> Bool {
    sighting.kind == .enter || sighting.kind == .leave || isShown(sighting.actor)
  }

  private mutating func show(_ seen: [Sighting], on floor: FloorPlan) {
    let rooms = Self.roomsOfVisits(seen)
    /// Where somebody on line came in, and who of them is in the picture.
    var visits: [Int32: Int] = [:], shown: Set<Int32> = []
    for (index, sighting) in seen.enumerated() {
      let actor = sighting.actor, target = sighting.target
      let room = floor.place(of: rooms[index], at: sighting.venue)
      switch sighting.kind {
      case .enter:
        visits[actor] = index
        guard Self.isShown(actor) else { continue }
        shown.insert(actor)
      case .leave:
        visits[actor] = nil
        guard shown.remove(actor) != nil else { continue }
      case .contact:
        guard let came = visits[target], shown.insert(target).inserted else { break }
        let place = floor.place(of: rooms[came], at: seen[came].venue)
        add(Self.text(seen[came], room: place), at: sighting.time)
      default: break
      }
      add(Self.text(sighting, room: room), at: sighting.time)
    }
  }

  private mutating func add(_ text: String?, at time: Double) {
    guard let text, events < Self.mostEvents,
      let place = Int(exactly: (time / Self.step).rounded(.down)), steps.indices.contains(place)
    else { return }
    events += 1
    steps[place] += (steps[place].isEmpty ? "" : ",") + text
  }

  /// The room of each sighting. Only the end of a visit says where it was.
  private static func roomsOfVisits(_ seen: [Sighting]) -> [Int] {
    var rooms = seen.map(\.room), later: [Int32: Int] = [:]
    for (index, sighting) in seen.enumerated().reversed() {
      switch sighting.kind {
      case .leave: later[sighting.actor] = sighting.room
      case .enter: rooms[index] = later[sighting.actor] ?? 0
      default: break
      }
    }
    return rooms
  }

  /// One event: a letter, who, and what the picture needs besides.
  private static func text(_ seen: Sighting, room: Int) -> String? {
    switch seen.kind {
    case .enter: "[\"e\",\(seen.actor),\(seen.role.rawValue),\(room)]"
    case .leave: "[\"l\",\(seen.actor)]"
    case .decoyLeaves: "[\"l\",\(seen.actor)]"
    case .keptOut(let byGate): "[\"x\",\(seen.role.rawValue),\(byGate ? 1 : 0)]"
    case .contact: "[\"c\",\(seen.actor),\(seen.target),\(room)]"
    case .contactBlocked: "[\"b\",\(seen.actor)]"
    case .harm(let harm, let hidden):
      switch harm {
      case .h1, .h2: "[\"h\",\(seen.target),1,\(hidden ? 1 : 0)]"
      case .h3: "[\"h\",\(seen.target),2,\(hidden ? 1 : 0)]"
      default: nil
      }
    case .report: "[\"r\",\(seen.actor)]"
    case .flag: "[\"f\",\(seen.actor)]"
    // The desks in the picture are the platform's.
    case .decision where seen.venue > 0: nil
    case .decision(let upheld): "[\"m\",\(seen.actor),\(upheld ? 1 : 0)]"
    case .sanction: "[\"s\",\(seen.actor)]"
    }
  }
}

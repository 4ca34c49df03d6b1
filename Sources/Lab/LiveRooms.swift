import Simulation

/// One run as the page shows it: what is to be seen in each quarter of an hour, as JSON.
///
/// Decisions and sanctions of a person on line, first messages and harms of three plain categories;
/// kinds only, and nothing of H5 to H12.
struct LiveRooms: Sendable {
  /// Simulated hours of one step.
  static let step = 0.25
  /// Most events of one run, some 15 bytes each; what comes later is not shown.
  static let mostEvents = 40_000

  /// For each step the events in it: `["e",17,"minor",3],["c",40,17]`.
  private(set) var steps: [String] = []
  /// The run itself: the first of the paired runs.
  let record: RunRecord

  /// Runs one side of a setup before an onlooker.
  ///
  /// - Throws: `Run.Stopped`, `Run.Fault`, `Problems`.
  init(_ setup: Setup, side: Int, isStopped: () -> Bool) throws {
    let scenario = try setup.scenario(side)
    var seen: [Sighting] = []
    record = try Run.watch(
      scenario, seed: setup.ask.seed, replicate: 1, isStopped: isStopped,
      see: { if seen.count < Self.mostEvents { seen.append($0) } })
    let hours = scenario.hours.warmUp + scenario.hours.window
    steps = Array(repeating: "", count: max(1, Int(exactly: (hours / Self.step).rounded()) ?? 1))
    let kinds = Self.kindsByRoom(setup.rooms), rooms = Self.roomsOfVisits(seen)
    for (index, sighting) in seen.enumerated() {
      guard let place = Int(exactly: (sighting.time / Self.step).rounded(.down)),
        steps.indices.contains(place)
      else { continue }
      let room = rooms[index] < kinds.count ? kinds[rooms[index]] : 0
      guard let text = Self.text(sighting, room: room) else { continue }
      steps[place] += (steps[place].isEmpty ? "" : ",") + text
    }
  }

  /// The position of its kind, for each room number.
  private static func kindsByRoom(_ rooms: [(name: String, count: Int)]) -> [Int] {
    rooms.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.count) }
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
    case .decision(let upheld): "[\"m\",\(seen.actor),\(upheld ? 1 : 0)]"
    case .sanction: "[\"s\",\(seen.actor)]"
    }
  }
}

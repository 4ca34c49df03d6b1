import Simulation

/// The rooms of the picture: the kinds of rooms that the platform has, then one for each rival.
struct FloorPlan: Sendable {
  /// What the page calls them.
  let names: [String]
  /// The position of its kind, for each room number of the platform.
  private let kinds: [Int]
  /// How many kinds there are.
  private let ownCount: Int

  init(of scenario: Scenario) {
    let own = scenario.roomKinds
    names = own.map(\.name) + scenario.rivals.map { "rival_\($0)" }
    kinds = own.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.count) }
    ownCount = own.count
  }

  /// The position in the picture of a room of a venue: a rival's rooms are one.
  func place(of room: Int, at venue: Int) -> Int {
    if venue > 0 { return ownCount + venue - 1 }
    return room < kinds.count ? kinds[room] : 0
  }
}

import Schema

/// Rooms by kind, and how each class of visitor spreads over them.
struct RoomPlan {
  let count: Int
  /// Cumulative shares by kind, for adults, minors and offenders who seek minors.
  private let cumulative: [[Double]]
  private let firstRoom: [Int], roomsOfKind: [Int]

  init(_ kinds: [RoomKind], people: Double) {
    let kinds = kinds.isEmpty ? [RoomKind()] : kinds
    roomsOfKind = kinds.map { $0.number(for: people) }
    count = roomsOfKind.reduce(0, +)
    var first: [Int] = [], next = 0
    for number in roomsOfKind {
      first.append(next)
      next += number
    }
    firstRoom = first
    cumulative = [
      Self.accumulate(kinds.map(\.share)),
      Self.accumulate(kinds.map { $0.share * $0.minors }),
      Self.accumulate(kinds.map { $0.share * $0.offenders }),
    ]
  }

  private static func accumulate(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    var sum = 0.0
    return weights.enumerated().map { index, weight in
      sum += total > 0 ? weight / total : 1 / Double(weights.count)
      return index == weights.count - 1 ? 1 : sum
    }
  }

  /// A room for a visitor: 0 adult, 1 minor, 2 offender who seeks minors.
  func room(for visitor: Int, using stream: inout Stream) -> UInt16 {
    let shares = cumulative[visitor]
    let u = stream.uniform()
    var kind = 0
    while kind < shares.count - 1, u >= shares[kind] { kind += 1 }
    return UInt16(firstRoom[kind] + stream.below(roomsOfKind[kind]))
  }
}

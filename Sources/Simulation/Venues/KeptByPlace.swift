/// Something about people at venues, kept only where somebody set it: looked up by key. A row belongs to the
/// slot's present person; what a former one left is not there for the next.
struct KeptByPlace<Value> {
  private struct Row {
    var generation: UInt32
    var value: Value
  }

  private var rows: [UInt64: Row] = [:]

  /// How many are kept.
  var count: Int { rows.count }

  /// What is kept of a person at a venue; nil for nothing. Setting nil forgets it.
  subscript(person: Int32, generation: UInt32, venue: UInt8) -> Value? {
    get {
      guard let row = rows[Self.key(person, venue)], row.generation == generation else {
        return nil
      }
      return row.value
    }
    set {
      rows[Self.key(person, venue)] = newValue.map { Row(generation: generation, value: $0) }
    }
  }

  /// Changes what is kept at a venue: each by itself, so that their order does not matter.
  mutating func change(at venue: UInt8, _ change: (inout Value) -> Void) {
    for key in rows.keys where UInt8(truncatingIfNeeded: key >> 32) == venue {
      if var row = rows[key] {
        change(&row.value)
        rows[key] = row
      }
    }
  }

  private static func key(_ person: Int32, _ venue: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: person)) | UInt64(venue) << 32
  }
}

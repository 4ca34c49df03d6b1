/// Proceedings and identified victims so far: looked up by key, never iterated.
struct Ledger {
  private struct Key: Hashable {
    var group: UInt64, victim: Int64, office: UInt8
  }
  private var opened = Set<Key>()
  private var identified = Set<Int64>()

  func holds(group: UInt64, victim: Int64, office: UInt8) -> Bool {
    opened.isEmpty ? false : opened.contains(Key(group: group, victim: victim, office: office))
  }

  /// Adds a proceeding; `false` if it was there.
  mutating func add(group: UInt64, victim: Int64, office: UInt8) -> Bool {
    opened.insert(Key(group: group, victim: victim, office: office)).inserted
  }

  func isIdentified(_ victim: Int64) -> Bool { identified.contains(victim) }

  /// Notes an identified victim; `false` if it was one already.
  mutating func identify(_ victim: Int64) -> Bool { identified.insert(victim).inserted }
}

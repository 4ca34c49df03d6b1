/// Whom each visit has written to: the last sixteen people, or all of the visit where an offender has
/// to search.
///
/// Rows stand beside `visits`, since only offenders need them. A whole memory is a chain of full blocks
/// behind the row's own sixteen places; blocks are recycled.
struct Memories: ~Copyable {
  /// Sixteen people; of a full block also the one before it.
  struct Block: BitwiseCopyable {
    var people: InlineArray<16, Int32> = InlineArray(repeating: .min)
    var count = 0
    var before: Int32 = -1
  }

  private var rows = Storage<Block>(capacity: 1024)
  private var blocks = Storage<Block>(capacity: 64)
  private var free = Storage<Int32>(capacity: 64)

  init() {}

  /// The same memories.
  init(copying other: borrowing Self) {
    rows = Storage(copying: other.rows)
    blocks = Storage(copying: other.blocks)
    free = Storage(copying: other.free)
  }

  /// How many rows there are in all.
  var count: Int { rows.count + blocks.count }

  /// One row more, or a row emptied for the next visit.
  mutating func append() { rows.append(Block()) }

  mutating func clear(_ row: Int) {
    var block = rows[row].before
    while block >= 0 {
      free.append(block)
      block = blocks[Int(block)].before
    }
    rows[row] = Block()
  }

  /// - Complexity: O(1) for the last sixteen; O(number) for a whole memory.
  func holds(_ person: Int32, in row: Int) -> Bool {
    for index in 0..<16 where rows[row].people[index] == person { return true }
    var block = rows[row].before
    while block >= 0 {
      for index in 0..<16 where blocks[Int(block)].people[index] == person { return true }
      block = blocks[Int(block)].before
    }
    return false
  }

  /// Remembers a person; `whole` keeps those before too, else the seventeenth takes the first's place.
  mutating func add(_ person: Int32, to row: Int, whole: Bool) {
    if whole, rows[row].count == 16 {
      let full = rows[row]
      rows[row] = Block()
      rows[row].before = keep(full)
    }
    rows[row].people[rows[row].count & 15] = person
    rows[row].count &+= 1
  }

  private mutating func keep(_ block: Block) -> Int32 {
    if let place = free.popLast() {
      blocks[Int(place)] = block
      return place
    }
    blocks.append(block)
    return Int32(truncatingIfNeeded: blocks.count - 1)
  }
}

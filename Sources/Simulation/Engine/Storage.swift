import Glibc

/// A growing row of plain values that only one owner can reach.
///
/// The one unsafe place of the project, for the agenda and the rows of the world: an `Array` inside a
/// struct checks bounds and sole ownership at every write, which costs more than a tenth of a run.
/// Indices are checked in debug builds only; the owner must keep them in range.
struct Storage<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  private(set) var count: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 8)
    count = 0
    base = Self.reserve(self.capacity)
  }

  /// The same elements in memory of its own.
  init(copying other: borrowing Self) {
    self.init(capacity: other.count)
    base.initialize(from: other.base, count: other.count)
    count = other.count
  }

  deinit {
    base.deallocate()
  }

  /// Memory on the border of a pair of cache lines; from a megabyte on in huge pages where the system
  /// has them, because rows that are met at random would else wait for the page tables too
  /// (measured: 9 % of a run of the Coco case).
  private static func reserve(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let hugePage = 1 << 21
    var bytes = capacity * MemoryLayout<Element>.stride
    let isLarge = bytes >= hugePage / 2
    if isLarge { bytes = (bytes + hugePage - 1) / hugePage * hugePage }
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: isLarge ? hugePage : 128)
    if isLarge { madvise(memory, bytes, Int32(MADV_HUGEPAGE)) }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  subscript(index: Int) -> Element {
    _read {
      assert(index >= 0 && index < count)
      yield base[index]
    }
    _modify {
      assert(index >= 0 && index < count)
      yield &base[index]
    }
  }

  /// A row of so many equal elements.
  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    extend(to: count, with: element)
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  /// Makes the count `newCount`, filling what is new.
  mutating func extend(to newCount: Int, with element: Element) {
    guard newCount > count else { return }
    if newCount > capacity { grow(to: newCount) }
    (base + count).initialize(repeating: element, count: newCount - count)
    count = newCount
  }

  /// Takes away the last element, or gives `nil` if there is none.
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count &-= 1
    return base[count]
  }

  /// Forgets the elements from `newCount` on and keeps the memory.
  mutating func shrink(to newCount: Int) {
    assert(newCount >= 0 && newCount <= count)
    count = newCount
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let fresh = Self.reserve(larger)
    fresh.moveInitialize(from: base, count: count)
    base.deallocate()
    base = fresh
    capacity = larger
  }
}

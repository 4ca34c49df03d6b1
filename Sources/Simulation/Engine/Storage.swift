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
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deallocate()
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
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    fresh.moveInitialize(from: base, count: count)
    base.deallocate()
    base = fresh
    capacity = larger
  }
}

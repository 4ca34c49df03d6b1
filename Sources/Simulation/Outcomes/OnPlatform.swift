/// Outcomes that are shown only what happens on the studied platform, not at its rivals.
struct OnPlatform<Inner: Outcome & ~Copyable>: Outcome, ~Copyable {
  private var inner: Inner

  init() { inner = Inner() }

  init(copying other: borrowing Self) { inner = Inner(copying: other.inner) }

  static var columns: [Column] { Inner.columns }

  mutating func takeHoursKeptOut(of other: borrowing Self) {
    inner.takeHoursKeptOut(of: other.inner)
  }

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    if event.venue == 0 { inner.observe(event, in: world) }
  }

  func values(in world: borrowing World) -> [Double] { inner.values(in: world) }

  static func settle(_ own: inout ColumnValues, reference: ColumnValues) {
    Inner.settle(&own, reference: reference)
  }
}

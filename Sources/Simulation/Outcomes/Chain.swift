/// An outcome, and those after it.
struct Chain<First: Outcome & ~Copyable, Rest: Outcome & ~Copyable>: Outcome, ~Copyable {
  private var first: First, rest: Rest

  init() {
    first = First()
    rest = Rest()
  }

  init(copying other: borrowing Self) {
    first = First(copying: other.first)
    rest = Rest(copying: other.rest)
  }

  static var columns: [Column] { First.columns + Rest.columns }

  mutating func takeHoursKeptOut(of other: borrowing Self) {
    first.takeHoursKeptOut(of: other.first)
    rest.takeHoursKeptOut(of: other.rest)
  }

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    first.observe(event, in: world)
    rest.observe(event, in: world)
  }

  func values(in world: borrowing World) -> [Double] {
    first.values(in: world) + rest.values(in: world)
  }

  static func settle(_ own: inout ColumnValues, reference: ColumnValues) {
    First.settle(&own, reference: reference)
    Rest.settle(&own, reference: reference)
  }
}

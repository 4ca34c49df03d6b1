/// One way on from a stage: a name of the writer's choice, and how fast or how often.
public struct Branch: Hashable, Sendable {
  /// A hazard or a probability.
  public enum Quantity: Hashable, Sendable {
    /// Competing hazard, per hour.
    case rate(perHour: Double)
    /// Probability, 0…1.
    case share(Double)
  }

  /// The name, as written.
  public var name: String
  /// How fast or how often.
  public var quantity: Quantity
  /// Where the name stands; `nil` when it comes from code.
  public var place: Place?

  /// One way on.
  public init(_ name: String, _ quantity: Quantity, at place: Place? = nil) {
    (self.name, self.quantity, self.place) = (name, quantity, place)
  }

  /// The quantity as it is written in a file.
  public var text: String {
    switch quantity {
    case .rate(let perHour): Unit.rate.text(perHour)
    case .share(let share): Unit.share.text(share)
    }
  }
}

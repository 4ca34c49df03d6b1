/// All outcomes, in the order of the columns.
public struct Outcomes {
  var harms = Harms()
  var firstContact = FirstContact()
  var concentration = Concentration()
  var enforcement = Enforcement()
  var timeToAction = TimeToAction()
  var sanctioned = Sanctioned()
  var access = Access()
  var costs = Costs()
  var traffic = Traffic()

  static let all: [any Outcome.Type] = [
    Harms.self, FirstContact.self, Concentration.self, Enforcement.self, TimeToAction.self,
    Sanctioned.self, Access.self, Costs.self, Traffic.self,
  ]

  /// Every column of a run, in order.
  public static let columns: [Column] = all.flatMap { $0.columns }

  /// Called by name, not through an array of existentials: this is in the loop.
  mutating func observe(_ event: Event, in world: borrowing World) {
    harms.observe(event, in: world)
    firstContact.observe(event, in: world)
    concentration.observe(event, in: world)
    enforcement.observe(event, in: world)
    timeToAction.observe(event, in: world)
    sanctioned.observe(event, in: world)
    access.observe(event, in: world)
    costs.observe(event, in: world)
    traffic.observe(event, in: world)
  }

  func values(in world: borrowing World) -> [Double] {
    var values = harms.values(in: world)
    values += firstContact.values(in: world)
    values += concentration.values(in: world)
    values += enforcement.values(in: world)
    values += timeToAction.values(in: world)
    values += sanctioned.values(in: world)
    values += access.values(in: world)
    values += costs.values(in: world)
    values += traffic.values(in: world)
    return values
  }

  /// A run's values with the harm in the outside venue filled in, at the reference run's rates.
  ///
  /// - Parameters:
  ///   - record: A run.
  ///   - reference: The baseline's run with the same replicate, or the run itself.
  public static func settled(_ record: RunRecord, against reference: RunRecord) -> RunRecord {
    var own = ColumnValues(values: record.values)
    let other = ColumnValues(values: reference.values)
    for outcome in all { outcome.settle(&own, reference: other) }
    var result = record
    result.values = own.values
    return result
  }
}

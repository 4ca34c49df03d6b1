/// All outcomes, in the order of the columns.
public struct Outcomes: ~Copyable {
  /// The list: a new outcome is one word here, or in the next where rivals are none of its business, in a chain that the compiler sees through. Calls through
  /// an array of existentials cost a fifth of a run.
  typealias All = Chain<
    Harms, Chain<SeriousHarm, Chain<Concentration, Chain<Rivals, OnPlatform<PlatformOutcomes>>>>
  >

  /// Those that concern the studied platform alone.
  typealias PlatformOutcomes = Chain<
    FirstContact,
    Chain<
      Enforcement,
      Chain<
        TimeToAction,
        Chain<
          Sanctioned,
          Chain<
            Access,
            Chain<HarmlessTalk, Chain<Privacy, Chain<Costs, Chain<Traffic, Deterred>>>>
          >
        >
      >
    >
  >

  /// Every column of a run, in order.
  public static let columns: [Column] = All.columns

  private var all = All()

  init() {}

  /// The same counts, but for the hours kept out, which are those of outcomes that have seen only
  /// absences.
  init(copying other: borrowing Outcomes, hoursKeptOut absences: borrowing Outcomes) {
    all = All(copying: other.all)
    all.takeHoursKeptOut(of: absences.all)
  }

  /// Called once an event.
  mutating func observe(_ event: Event, in world: borrowing World) {
    all.observe(event, in: world)
  }

  /// The values of a world in which nothing is left to happen.
  ///
  /// - Throws: `Fault` if what went in has not come out.
  func finish(_ world: inout World) throws -> [Double] {
    try world.checkBooks()
    world.meter.run(world.rules[0], to: world.windowEnd)
    world.countPeople()
    return all.values(in: world)
  }

  /// A run's values with the harm in the outside venue filled in, at the reference run's rates: period
  /// by period, and the window at those of a window or period of the same length. What would need one
  /// that the reference lacks is undefined.
  ///
  /// - Parameters:
  ///   - record: A run.
  ///   - reference: The baseline's run with the same replicate, or the run itself.
  public static func settled(_ record: RunRecord, against reference: RunRecord) -> RunRecord {
    var result = record
    result.values = settled(
      record.values, against: reference.values(lasting: record.observedDays))
    for index in result.otherPeriods.indices {
      let (period, values) = (record.otherPeriods[index].period, record.otherPeriods[index].values)
      result.otherPeriods[index].values = settled(values, against: reference.values(of: period))
    }
    return result
  }

  private static func settled(_ values: [Double], against reference: [Double]?) -> [Double] {
    var own = ColumnValues(values: values)
    let nothing = [Double](repeating: .nan, count: values.count)
    All.settle(&own, reference: ColumnValues(values: reference ?? nothing))
    return own.values
  }
}

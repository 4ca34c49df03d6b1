/// Something that is measured. It sees every event and borrows the world; it can change neither.
///
/// It can't be copied, so that it may count in rows of `Storage`: the language would ask at each event
/// whether an `Array` is its own, also where nothing is counted (measured: 3 % of a run).
///
/// To add one: a file here, and its word in the list of `Outcomes.swift`. Its columns then appear in
/// every table, in the manual and in `vigie list`; a test prints the word that is missing.
protocol Outcome: ~Copyable {
  /// Its columns, in the order of `values`.
  static var columns: [Column] { get }
  init()
  /// The same counts in memory of their own: what a period's end takes of the window's.
  init(copying other: borrowing Self)
  /// Takes over the sums of hours kept out (the `value` of `absent` events) of one that has seen only
  /// those events, cut at the period's end: such hours are written when they begin.
  mutating func takeHoursKeptOut(of other: borrowing Self)
  /// Takes note of one event. Called once per event; most events concern few outcomes.
  mutating func observe(_ event: Event, in world: borrowing World)
  /// One value per column at the end of the run; NaN where undefined, never 0 for "undefined".
  func values(in world: borrowing World) -> [Double]
  /// Fills in what depends on the reference run with the same replicate (the baseline): harm in
  /// the outside venue happens at the baseline's rate.
  static func settle(_ own: inout ColumnValues, reference: ColumnValues)
}

extension Outcome {
  init(copying other: borrowing Self) { self = copy other }
}

extension Outcome where Self: ~Copyable {
  mutating func takeHoursKeptOut(of other: borrowing Self) {}

  static func settle(_ own: inout ColumnValues, reference: ColumnValues) {}
}

/// The values of one run, by name of column.
struct ColumnValues {
  var values: [Double]

  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    for (index, column) in Outcomes.columns.enumerated() { places[column.name] = index }
    return places
  }()

  /// NaN for a name that is no column.
  subscript(_ name: String) -> Double {
    get { Self.places[name].map { values[$0] } ?? .nan }
    set { if let place = Self.places[name] { values[place] = newValue } }
  }
}

/// Numbers by true age band, in the order of `AgeBand`.
struct ByBand: BitwiseCopyable {
  private var numbers: InlineArray<4, Double> = InlineArray(repeating: 0)

  subscript(_ band: AgeBand) -> Double {
    get { numbers[Int(band.rawValue)] }
    set { numbers[Int(band.rawValue)] = newValue }
  }

  var minors: Double { numbers[0] + numbers[1] + numbers[2] }
}

/// A quotient, undefined where the denominator is not positive.
func ratio(_ numerator: Double, _ denominator: Double) -> Double {
  denominator > 0 ? numerator / denominator : .nan
}

extension World {
  /// Months of the observation window.
  var windowMonths: Double { (windowEnd - windowStart) / 730.5 }
  var windowDays: Double { (windowEnd - windowStart) / 24 }
  var windowWeeks: Double { windowDays / 7 }

  /// People of the exogenous population who are no offenders.
  var ordinaryPeople: Double {
    var count = 0.0
    for slot in 0..<persons.count where persons[slot].kind == 0 { count += 1 }
    return count
  }

  /// People of the exogenous population by true age band.
  var peopleByBand: ByBand {
    var count = ByBand()
    for slot in 0..<persons.count { count[persons[slot].band] += 1 }
    return count
  }
}

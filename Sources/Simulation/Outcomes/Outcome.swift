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

/// A quotient, undefined where the denominator is not positive.
func ratio(_ numerator: Double, _ denominator: Double) -> Double {
  denominator > 0 ? numerator / denominator : .nan
}

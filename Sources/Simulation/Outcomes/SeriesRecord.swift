/// What a run leaves of its course: one row of values for each period of the window.
public struct SeriesRecord: Sendable, Equatable {
  /// The values' columns, in order.
  public static let columns = TimeSeries.columns

  /// Hours from the beginning of the run, which is a midnight, to the first period.
  public let start: Double
  /// Hours of one period.
  public let length: Double
  /// Period by period, in each the columns in order.
  public let values: [Double]

  /// A course; `values` holds whole periods.
  public init(start: Double, length: Double, values: [Double]) {
    (self.start, self.length, self.values) = (start, length, values)
  }

  /// How many periods a window of so many hours has.
  public static func periods(ofWindow hours: Double) -> Int { TimeSeries.periods(of: hours) }

  /// How many periods there are.
  public var periods: Int { values.count / Self.columns.count }

  /// One period's values, in the order of the columns.
  public func values(of period: Int) -> ArraySlice<Double> {
    let width = Self.columns.count
    return values[(period * width)..<((period + 1) * width)]
  }
}

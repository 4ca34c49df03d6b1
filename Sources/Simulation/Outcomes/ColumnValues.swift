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

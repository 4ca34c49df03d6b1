import Experiment
import Simulation

/// A change as tables at a terminal have it.
enum ChangeWords {
  /// The change and its limits, in per cent where there is a ratio, else in the outcome's unit.
  static func cells(_ row: DifferenceRow?) -> [String] {
    let limits = row?.ratio.map { "\(NumberText.change($0.low)) to \(NumberText.change($0.high))" }
    let change = row?.ratioEstimate.map { NumberText.change($0) }
    return [
      change ?? inUnit(row), limits ?? (change == nil ? NumberText.limits(row?.interval) : ""),
    ]
  }

  /// A difference among changes in per cent says its unit.
  private static func inUnit(_ row: DifferenceRow?) -> String {
    guard let row, let size = row.difference else { return "undefined" }
    return size == 0 ? "0" : NumberText.signed(size) + " " + row.column.unit
  }
}

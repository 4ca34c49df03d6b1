import Experiment
import Simulation

/// A page that writes numbers in its language.
protocol Numbered {
  var numerals: Numerals { get }
}

extension Numbered {
  /// A median with its limits in the outcome's unit.
  func cell(_ row: SummaryRow?) -> HTML {
    guard let row else { return .text(NumberText.undefined) }
    let unit = row.column.unit
    return limited(
      numerals.value(row.median, unit: unit),
      row.interval.map { numerals.value($0.low, unit: unit) },
      row.interval.map { numerals.value($0.high, unit: unit) })
  }

  /// A difference with its interval in the outcome's unit.
  func cell(_ row: DifferenceRow?) -> HTML {
    guard let row else { return .text(NumberText.undefined) }
    let unit = row.column.unit
    return limited(
      numerals.difference(row.difference, unit: unit),
      row.interval.map { numerals.difference($0.low, unit: unit) },
      row.interval.map { numerals.difference($0.high, unit: unit) })
  }

  /// A ratio as a change with its interval.
  func change(_ row: DifferenceRow?) -> HTML {
    guard let ratio = row?.ratio else { return .text(numerals.change(row?.ratioEstimate)) }
    return limited(
      numerals.change(ratio.estimate), numerals.change(ratio.low), numerals.change(ratio.high))
  }

  /// An estimate, and its limits, which stay on one line.
  func limited(_ estimate: String, _ low: String?, _ high: String?) -> HTML {
    guard let low, let high else { return .text(estimate) }
    return "\(estimate) <span class=\"limits\">(\(numerals.limits(low, high)))</span>"
  }
}

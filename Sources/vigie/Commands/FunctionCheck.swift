import Experiment
import Foundation
import Schema
import Simulation

/// `vigie sensitivity --function NAME`: indices of a function beside their exact values.
struct FunctionCheck {
  let function: TestFunction
  let rows: Int
  let seed: UInt64
  /// Where the points with their values and the indices are written; nil for nowhere.
  let folder: String?

  /// The table to print.
  ///
  /// - Throws: `DiskError`.
  func run() throws -> String {
    let (points, values, found) = function.indices(rows: rows, seed: seed)
    if let folder { try write(points, values, found, to: folder) }
    var table = TextTable(
      ["input", "S1", "95 % limits", "exact", "ST", "95 % limits", "exact"], right: [1, 3, 4, 6])
    for (name, (own, exact)) in zip(function.inputs, zip(found, function.exact)) {
      table.add([
        name, Self.digits(own.first.estimate), Self.limits(own.first), Self.digits(exact.first),
        Self.digits(own.total.estimate), Self.limits(own.total), Self.digits(exact.total),
      ])
    }
    for (name, own) in zip([Sample.others, Sample.chance], found.dropFirst(function.inputs.count)) {
      table.add([
        name, Self.digits(own.first.estimate), Self.limits(own.first), Self.digits(0),
        Self.digits(own.total.estimate), Self.limits(own.total), Self.digits(0),
      ])
    }
    let head =
      "\(function.name), \(Noun("row").counted(rows)), \(values.count) values, seed \(seed)"
    return ([head] + table.lines).joined(separator: "\n") + "\n"
  }

  private static func digits(_ value: Double) -> String { String(format: "%.4f", value) }

  private static func limits(_ interval: Interval) -> String {
    "\(digits(interval.low)) to \(digits(interval.high))"
  }

  private func write(
    _ points: [Sample.Point], _ values: [Double], _ found: [(first: Interval, total: Interval)],
    to folder: String
  ) throws {
    try Disk.makeFolder(folder)
    var samples = "row,role," + function.inputs.joined(separator: ",") + ",value\n"
    for (point, value) in zip(points, values) {
      let cells = [String(point.row), Self.name(point.role, function.inputs)]
      samples +=
        (cells + (point.quantiles + [value]).map(CSV.shortest)).joined(separator: ",") + "\n"
    }
    try Disk.replace(folder + "/points.csv", with: samples.utf8)
    var table = "function,rows,input,index,exact,estimate,ci_low,ci_high\n"
    for (name, (own, exact)) in zip(function.inputs, zip(found, function.exact)) {
      for (index, value, known) in [
        ("S1", own.first, exact.first), ("ST", own.total, exact.total),
      ] {
        let numbers = [known, value.estimate, value.low, value.high].map(CSV.shortest)
        table +=
          ([function.name, String(rows), name, index] + numbers).joined(separator: ",") + "\n"
      }
    }
    try Disk.replace(folder + "/\(SensitivityRow.file)", with: table.utf8)
  }

  /// `A`, `B`, `A_x1`, `others`, `chance`.
  private static func name(_ role: Sample.Role, _ inputs: [String]) -> String {
    switch role {
    case .first: "A"
    case .second: "B"
    case .changed(let input): "A_" + inputs[input]
    case .others: Sample.others
    case .chance: Sample.chance
    }
  }
}

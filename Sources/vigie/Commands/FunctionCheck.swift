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
    let numbers = (function.inputs + ["value"]).map { Field($0, .number, "Quantile, or value.") }
    let samples = Table(
      name: "points", description: "The points of the sample, with the function's values.",
      fields: [
        Field("row", .integer, "Row of the sample."), Field("role", .text, "Point of the row."),
      ]
        + numbers,
      rows: zip(points, values).map { point, value in
        [.count(UInt64(clamping: point.row)), .text(Self.name(point.role, function.inputs))]
          + (point.quantiles + [value]).map(Cell.number)
      })
    try Disk.replace(folder + "/" + samples.file, with: samples.csv.utf8)
    try Disk.replace(folder + "/" + SensitivityRow.file, with: table(found).csv.utf8)
  }

  /// The indices, a row for each input and index.
  private func table(_ found: [(first: Interval, total: Interval)]) -> Table {
    func row(
      _ input: String, _ index: SensitivityRow.Index, _ exact: Double, _ found: Interval
    ) -> [Cell] {
      [
        .text(function.name), .count(UInt64(clamping: rows)), .text(input),
        .text(index.rawValue), .number(exact), .number(found.estimate), .number(found.low),
        .number(found.high),
      ]
    }
    let names = ["exact", "estimate", "ci_low", "ci_high"]
    return Table(
      name: "sensitivity", description: "Indices of a function beside the exact ones.",
      fields: [
        Field("function", .text, "Name of the function."),
        Field("rows", .integer, "Rows of the sample."), Field("input", .text, "Name of the input."),
        Field("index", .text, "S1 or ST."),
      ] + names.map { Field($0, .number, "The index: exact, estimated, and its limits.") },
      rows: function.inputs.indices.flatMap { place -> [[Cell]] in
        let input = function.inputs[place], exact = function.exact[place]
        return [
          row(input, .first, exact.first, found[place].first),
          row(input, .total, exact.total, found[place].total),
        ]
      })
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

import Experiment
import Schema
import Simulation

/// A finished sweep: the files of its folder, read back.
public struct SweepFolder: Sendable {
  /// One parameter that is varied.
  struct Factor: Sendable {
    /// Its path, or `path@scenario`.
    let header: String
    /// Its value at each point, as points.csv has it.
    let texts: [String]
    /// The same as numbers; nil where they are words.
    let numbers: [Double]?
    let unit: String

    /// The path without the scenario.
    var path: String { String(header.prefix { $0 != "@" }) }
    /// The scenario whose own value it is; nil for the baseline's.
    var owner: String? {
      header.firstIndex(of: "@").map { String(header[$0...].dropFirst()) }
    }
  }

  let provenance: Provenance
  let factors: [Factor]
  /// How many points there are.
  let points: Int
  /// Names and titles, in the order of the plan; the first is the reference of all others.
  let scenarios: [(name: String, title: String)]
  /// Levels of the headline by scenario, point by point.
  let levels: [String: [SummaryRow?]]
  /// Changes of the headline by scenario, point by point.
  let changes: [String: [DifferenceRow?]]

  /// Reads a folder; every file must be as it was written.
  ///
  /// - Returns: Nil where no parameter is varied: see ``StudyFolder``.
  /// - Throws: `FolderProblem.altered`; `NamedRows.Fault`; `DiskError`; `Problems` where study.yaml
  ///   can't be read.
  public init?(_ path: String) throws {
    guard let provenance = try Provenance.read(path),
      provenance.files.contains(where: { $0.path == "points.csv" })
    else { return nil }
    try provenance.check(path)
    self.provenance = provenance
    let bytes = { (file: String) throws in try Disk.read(path + "/" + file) ?? [] }
    let table = try NamedRows(try bytes("points.csv"), table: "points.csv", columns: ["point_id"])
    let parameters = try ParameterRow.rows(of: try bytes("parameters.csv"))
    points = table.indices.count
    factors = table.columns.filter { $0 != "point_id" }.map { header in
      let texts = table.indices.map { table.text($0, header) }
      let numbers = table.indices.compactMap { table.number($0, header) }
      let own = String(header.prefix { $0 != "@" })
      return Factor(
        header: header, texts: texts, numbers: numbers.count == texts.count ? numbers : nil,
        unit: parameters.first { $0.key == own }?.unit ?? "")
    }
    scenarios = try ResolvedStudy.titles(try bytes("study.yaml"), path + "/study.yaml")
    (levels, changes) = try Self.headlines(
      summary: try bytes("summary.csv"), differences: try bytes("differences.csv"), points)
  }

  private static func headlines(
    summary: [UInt8], differences: [UInt8], _ points: Int
  ) throws -> ([String: [SummaryRow?]], [String: [DifferenceRow?]]) {
    var levels: [String: [SummaryRow?]] = [:], changes: [String: [DifferenceRow?]] = [:]
    let places = 1...max(1, points)
    for row in try Summary.rows(of: summary)
    where row.period == .window && row.column.name == OutcomeWords.headline {
      guard places.contains(row.point) else { continue }
      levels[row.scenario, default: Array(repeating: nil, count: points)][row.point - 1] = row
    }
    if differences.isEmpty { return (levels, changes) }
    for row in try Differences.rows(of: differences)
    where row.period == .window && row.column.name == OutcomeWords.headline {
      guard places.contains(row.point) else { continue }
      changes[row.scenario, default: Array(repeating: nil, count: points)][row.point - 1] = row
    }
    return (levels, changes)
  }
}

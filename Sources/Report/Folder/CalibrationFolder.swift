import Experiment
import Schema
import Simulation

/// A fit's folder, read back.
public struct CalibrationFolder: Sendable {
  /// A world in the picture of the ridge.
  struct Point: Sendable {
    let isPlausible: Bool
    let value: Double, harm: Double
  }

  let provenance: Provenance
  let title: String
  let patterns: [CalibrationFindings.Pattern]
  let learnt: [CalibrationFindings.Learnt]
  let points: [Point]
  /// Steps with what each reached, as generations.csv has them.
  let steps: [(name: String, bound: Double?, runs: Int, distinct: Int?, open: Double?)]
  /// Share of known inputs found again, and how many worlds were taken for the truth.
  let recovery: (inside: Double, truths: Int)?

  /// The input that the fit ties most closely to harm: that of ridge.csv; nil without any.
  let ridge: CalibrationFindings.Learnt?

  /// Reads a folder; every file must be as it was written.
  ///
  /// - Returns: Nil where nothing was fitted.
  /// - Throws: `FolderProblem.altered`; `NamedRows.Fault`; `DiskError`; `Problems` where study.yaml
  ///   can't be read.
  public init?(_ path: String) throws {
    guard let provenance = try Provenance.read(path),
      provenance.files.contains(where: { $0.path == CalibrationFindings.patternsFile })
    else { return nil }
    try provenance.check(path)
    self.provenance = provenance
    let bytes = { (name: String) throws in try Disk.read(path + "/" + name) ?? [] }
    title =
      try ResolvedStudy.titles(try bytes("study.yaml"), path + "/study.yaml").first?.title ?? ""
    let table = { (name: String, columns: [String]) throws -> NamedRows? in
      guard provenance.files.contains(where: { $0.path == name }) else { return nil }
      return try NamedRows(try bytes(name), table: name, columns: columns)
    }
    patterns = try CalibrationFindings.patterns(
      of: try bytes(CalibrationFindings.patternsFile))
    learnt = try CalibrationFindings.learnt(of: try bytes(CalibrationFindings.inputsFile))
    let drawn = try table(
      CalibrationFindings.ridgeFile, ["set", "input", "value", "unwanted_contacts"])
    points = Self.points(drawn)
    let name = drawn.flatMap { drawn in drawn.indices.first.map { drawn.text($0, "input") } }
    ridge = learnt.first { $0.input == name }
    steps = Self.steps(try table("generations.csv", ["step", "implausibility"]))
    recovery = Self.recovery(try table("recovery.csv", ["inside", "truths"]))
  }

  private static func points(_ table: NamedRows?) -> [Point] {
    guard let table else { return [] }
    return table.indices.compactMap { row in
      guard let value = table.number(row, "value"),
        let harm = table.number(row, "unwanted_contacts")
      else { return nil }
      return Point(isPlausible: table.text(row, "set") == "plausible", value: value, harm: harm)
    }
  }

  private static func steps(
    _ table: NamedRows?
  ) -> [(name: String, bound: Double?, runs: Int, distinct: Int?, open: Double?)] {
    guard let table else { return [] }
    return table.indices.map { row in
      (
        table.text(row, "step"), table.number(row, "implausibility"),
        table.whole(row, "worlds_run") ?? 0, table.whole(row, "distinct"),
        table.number(row, "open")
      )
    }
  }

  private static func recovery(_ table: NamedRows?) -> (inside: Double, truths: Int)? {
    guard let table, let first = table.indices.first else { return nil }
    let shares = table.indices.compactMap { table.number($0, "inside") }
    return Statistics.mean(shares).map { ($0, table.whole(first, "truths") ?? 0) }
  }
}

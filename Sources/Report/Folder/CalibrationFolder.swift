import Experiment
import Schema
import Simulation

/// A fit's folder, read back.
public struct CalibrationFolder: Sendable {
  /// The middle of some worlds and their limits; NaN where undefined.
  struct Spread: Sendable {
    let median: Double, low: Double, high: Double
  }

  /// A target beside the model.
  struct Pattern: Sendable {
    let outcome: String, unit: String, role: String, verdict: String, source: String
    let low: Double?, high: Double?, target: Double?
    let prior: Spread, plausible: Spread
  }

  /// What was learnt of an input.
  struct Learnt: Sendable {
    let input: String, unit: String
    let prior: Spread, plausible: Spread
    let narrower: Double, moved: Double
    let priorCorrelation: Double, correlation: Double

    /// How much was learnt: its middle moved, or it became narrower.
    var size: Double { max(abs(moved), abs(narrower)) }
  }

  /// A world in the picture of the ridge.
  struct Point: Sendable {
    let isPlausible: Bool
    let value: Double, harm: Double
  }

  let provenance: Provenance
  let title: String
  let patterns: [Pattern]
  let learnt: [Learnt]
  let points: [Point]
  /// Steps with what each reached, as generations.csv has them.
  let steps: [(name: String, bound: Double?, runs: Int, distinct: Int?, open: Double?)]
  /// Share of known inputs found again, and how many worlds were taken for the truth.
  let recovery: (inside: Double, truths: Int)?

  /// The input that the fit ties most closely to harm: that of ridge.csv; nil without any.
  let ridge: Learnt?

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
    let file = path + "/study.yaml"
    title = try ResolvedStudy.titles(try Disk.read(file) ?? [], file).first?.title ?? ""
    let table = { (name: String, columns: [String]) throws -> NamedRows? in
      guard provenance.files.contains(where: { $0.path == name }) else { return nil }
      return try NamedRows(try Disk.read(path + "/" + name) ?? [], table: name, columns: columns)
    }
    patterns = Self.patterns(try table(CalibrationFindings.patternsFile, ["outcome", "verdict"]))
    learnt = Self.learnt(try table(CalibrationFindings.inputsFile, ["input", "correlation"]))
    let drawn = try table(
      CalibrationFindings.ridgeFile, ["set", "input", "value", "unwanted_contacts"])
    points = Self.points(drawn)
    let name = drawn.flatMap { drawn in drawn.indices.first.map { drawn.text($0, "input") } }
    ridge = learnt.first { $0.input == name }
    steps = Self.steps(try table("generations.csv", ["step", "implausibility"]))
    recovery = Self.recovery(try table("recovery.csv", ["inside", "truths"]))
  }

  private static func spread(_ rows: NamedRows, _ row: Int, _ prefix: String) -> Spread {
    let number = { (name: String) in rows.number(row, prefix + name) ?? .nan }
    return Spread(median: number("median"), low: number("ui_low"), high: number("ui_high"))
  }

  private static func patterns(_ table: NamedRows?) -> [Pattern] {
    guard let table else { return [] }
    return table.indices.map { row in
      Pattern(
        outcome: table.text(row, "outcome"), unit: table.text(row, "unit"),
        role: table.text(row, "role"), verdict: table.text(row, "verdict"),
        source: table.text(row, "source"), low: table.number(row, "low"),
        high: table.number(row, "high"), target: table.number(row, "target"),
        prior: spread(table, row, "prior_"), plausible: spread(table, row, ""))
    }
  }

  private static func learnt(_ table: NamedRows?) -> [Learnt] {
    guard let table else { return [] }
    return table.indices.map { row in
      let number = { (name: String) in table.number(row, name) ?? 0 }
      return Learnt(
        input: table.text(row, "input"), unit: table.text(row, "unit"),
        prior: spread(table, row, "prior_"), plausible: spread(table, row, ""),
        narrower: number("narrower"), moved: number("moved"),
        priorCorrelation: number("prior_correlation"), correlation: number("correlation"))
    }
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

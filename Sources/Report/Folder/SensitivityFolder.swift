import Experiment
import Schema
import Simulation

/// A finished sensitivity analysis: the files of its folder, read back.
public struct SensitivityFolder: Sendable {
  let provenance: Provenance
  /// Names and titles, in the order of the plan; the first is the reference of all others.
  let scenarios: [(name: String, title: String)]
  let rows: [SensitivityRow]

  /// Reads a folder; every file must be as it was written.
  ///
  /// - Returns: Nil where no indices are told: see ``StudyFolder``.
  /// - Throws: `FolderProblem.altered`; `NamedRows.Fault`; `DiskError`; `Problems` where study.yaml
  ///   can't be read.
  public init?(_ path: String) throws {
    guard let provenance = try Provenance.read(path),
      provenance.files.contains(where: { $0.path == SensitivityRow.file })
    else { return nil }
    try provenance.check(path)
    self.provenance = provenance
    rows = try SensitivityTable.rows(of: try Disk.read(path + "/" + SensitivityRow.file) ?? [])
    let file = path + "/study.yaml"
    scenarios = try ResolvedStudy.titles(try Disk.read(file) ?? [], file)
  }

  /// What is told of an outcome of a scenario: of its change against the reference, of its level for the
  /// reference itself. Indices where there are any, else the screening.
  func found(_ scenario: String, _ outcome: String) -> [SensitivityRow] {
    let own = rows.filter { $0.scenario == scenario && $0.outcome == outcome }
    let kinds: [SensitivityRow.Kind] =
      own.contains { $0.baseline != nil } ? [.ratio, .difference] : [.level]
    let outputs = [SensitivityRow.Index.total, .muStar].flatMap { index in
      kinds.map { (kind: $0, index: index) }
    }
    for output in outputs {
      let part = own.filter { $0.kind == output.kind }
      guard part.contains(where: { $0.index == output.index }) else { continue }
      return part.filter {
        output.index == .total
          ? [.first, .total].contains($0.index) : [.mu, .muStar, .sigma].contains($0.index)
      }
    }
    return []
  }
}

extension ResolvedStudy {
  /// Names and titles of the scenarios of a study.yaml, in their order.
  static func titles(
    _ bytes: [UInt8], _ file: String
  ) throws(Problems) -> [(name: String, title: String)] {
    let (tree, problems) = Document.read(bytes: bytes, file: file, limit: .max)
    guard let tree, problems.isEmpty else { throw Problems(problems, sources: [:]) }
    return scenarios(of: tree).map { ($0.name, $0.tree["title"]?.text ?? $0.name) }
  }
}

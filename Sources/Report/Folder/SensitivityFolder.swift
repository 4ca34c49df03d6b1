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
}

extension ResolvedStudy {
  /// Names and titles of the scenarios of a study.yaml, in their order.
  static func titles(
    _ bytes: [UInt8], _ file: String
  ) throws(Problems) -> [(name: String, title: String)] {
    scenarios(of: try tree(of: bytes, file: file)).map {
      ($0.name, $0.tree["title"]?.text ?? $0.name)
    }
  }
}

/// A folder whose study is finished: read without a lock, so that it may be read-only.
enum FinishedFolder {
  /// What a finished folder holds.
  struct Contents {
    let runs: [FinishedRun]
    let level: String
    let simultaneous: Bool
    /// False if a table made from runs.csv is missing or isn't as it was written.
    let whole: Bool
  }

  /// The settled runs of a finished study, or nil where this plan isn't finished there.
  ///
  /// A summary or differences that aren't as they were written can be made again from runs.csv.
  ///
  /// - Throws: `FolderProblem.altered` for any other file that isn't as it was written;
  ///   `DiskError`.
  static func contents(_ path: String, plan: Plan) throws -> Contents? {
    guard let provenance = try Provenance.read(path), provenance.planDigest == plan.digest,
      provenance.files.allSatisfy({ OutputFolder.files.contains($0.path) })
    else { return nil }
    let missing = try provenance.missing(in: path, remade: derived)
    guard missing.allSatisfy(derived.contains) else { return nil }
    guard let planned = try Disk.read(path + "/plan.csv"),
      let runs = try Disk.read(path + "/runs.csv"),
      PlanTable.differences(between: planned, and: plan).isEmpty,
      let rows = try? CSV.rows(of: runs), let finished = RunTable.runs(of: rows, plan: plan)
    else { return nil }
    let isListed = provenance.files.contains { $0.path == "failures.csv" }
    let messages = messages(isListed ? try Disk.read(path + "/failures.csv") : nil)
    return Contents(
      runs: finished.map { FailureTable.restored($0, messages[String($0.run.id)]) },
      level: provenance.level, simultaneous: provenance.simultaneous, whole: missing.isEmpty)
  }

  private static let derived = ["summary.csv", "differences.csv"]

  private static func messages(_ bytes: [UInt8]?) -> [String: String] {
    guard let bytes, let rows = try? CSV.rows(of: bytes) else { return [:] }
    var messages: [String: String] = [:]
    for row in rows where row.count == FailureTable.width { messages[row[0]] = row[4] }
    return messages
  }
}

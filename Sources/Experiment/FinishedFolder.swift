import Foundation

/// A folder whose study is finished: read without a lock, so that it may be read-only.
enum FinishedFolder {
  private struct Package: Decodable {
    struct Sealed: Decodable {
      let path: String
      let hash: String
    }
    struct Provenance: Decodable {
      let planSha256: String
      let ciLevel: String
      let simultaneous: Bool
      let resolvedStudy: Sealed
    }
    let resources: [Sealed]
    let provenance: Provenance
  }

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
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let described = try Disk.read(path + "/" + DataPackage.file),
      let package = try? decoder.decode(Package.self, from: Data(described)),
      package.provenance.planSha256 == plan.digest
    else { return nil }
    var whole = true
    for sealed in package.resources + [package.provenance.resolvedStudy] {
      guard OutputFolder.files.contains(sealed.path) else { return nil }
      let found = try Disk.seal(path + "/" + sealed.path)
      let same = found.map { "sha256:" + $0.hash } == sealed.hash
      if !same, derived.contains(sealed.path) {
        whole = false
      } else if found != nil {
        guard same else { throw FolderProblem.altered(folder: path, file: sealed.path) }
      } else {
        return nil
      }
    }
    guard let planned = try Disk.read(path + "/plan.csv"),
      let runs = try Disk.read(path + "/runs.csv"),
      PlanTable.differences(between: planned, and: plan).isEmpty,
      let rows = try? CSV.rows(of: runs), let finished = RunTable.runs(of: rows, plan: plan)
    else { return nil }
    let isListed = package.resources.contains { $0.path == "failures.csv" }
    let messages = messages(isListed ? try Disk.read(path + "/failures.csv") : nil)
    return Contents(
      runs: finished.map { FailureTable.restored($0, messages[String($0.run.id)]) },
      level: package.provenance.ciLevel, simultaneous: package.provenance.simultaneous,
      whole: whole)
  }

  private static let derived = ["summary.csv", "differences.csv"]

  private static func messages(_ bytes: [UInt8]?) -> [String: String] {
    guard let bytes, let rows = try? CSV.rows(of: bytes) else { return [:] }
    var messages: [String: String] = [:]
    for row in rows where row.count == FailureTable.width { messages[row[0]] = row[4] }
    return messages
  }
}

import Foundation
import Schema
import Simulation

/// Results/<study>/: one plan, one writer, and every finished run on disk at once.
///
/// Order of writing: lock, plan.csv, parts, tables, datapackage.json, removal of parts. A kill
/// between any two leaves a folder that goes on from there.
public final class OutputFolder: Sendable {
  /// Where it is.
  public let path: String
  /// The plan it holds.
  public let plan: Plan

  private let lock: FolderLock

  /// Everything that a study may leave here, the mark of the end first, the plan last.
  static let files = [
    DataPackage.file, "report.html", "sensitivity.csv", "differences.csv", "summary.csv",
    "timeseries.csv", "failures.csv", "parameters.csv", "runs.csv", "study.yaml",
    UnfinishedFolder.file, "plan.csv",
  ]

  /// The folder inside a study's folder that holds the page's figures.
  public static let figures = "figures"

  /// Whether a path, as seen from a study's folder, is one that a study may write there.
  public static func isOwn(_ path: String) -> Bool {
    guard let first = FilePath.parts(of: path).first else { return true }
    return ["parts", figures, FolderLock.name].contains(first)
      || files.contains { first == $0 || first == $0 + ".tmp" }
  }

  /// Opens a folder for writing, made if need be.
  ///
  /// - Parameters:
  ///   - fresh: Throw away what an earlier study left here. Only files that a study writes are
  ///     removed, and only where there is a plan.
  ///   - study: The text of study.yaml, written at once so that another plan can say what differs.
  /// - Throws: `FolderProblem` for another plan, other files or another writer; `DiskError`.
  public init(_ path: String, plan: Plan, fresh: Bool = false, study: String? = nil) throws {
    self.path = path
    self.plan = plan
    try Disk.makeFolder(path)
    let before = try Disk.names(in: path)
    try OutputFolder.refuseForeign(before, path)
    lock = try FolderLock(folder: path)
    let there = try Disk.read(path + "/plan.csv")
    if fresh, let there, !there.starts(with: "run_id,".utf8) {
      throw FolderProblem.foreign(folder: path, file: "plan.csv")
    }
    if !fresh, let bytes = there {
      try OutputFolder.refuseOther(bytes, path, plan: plan, study: study)
    } else {
      try clear()
      try Disk.replace(path + "/plan.csv", with: PlanTable.table(plan).csv.utf8)
    }
    try removeLeftovers()
    if let study, try Disk.read(path + "/study.yaml") == nil {
      try Disk.replace(path + "/study.yaml", with: study.utf8)
    }
    try Disk.makeFolder(parts)
  }

  private static func refuseOther(
    _ bytes: [UInt8], _ path: String, plan: Plan, study: String?
  ) throws {
    let differences = PlanTable.differences(between: bytes, and: plan) { name in
      guard let study, let old = try? Disk.read(path + "/study.yaml"),
        let there = ResolvedStudy(old), let here = ResolvedStudy(Array(study.utf8))
      else { return "" }
      return here.changes(of: name, in: there)
    }
    guard differences.isEmpty else {
      throw FolderProblem.anotherPlan(folder: path, differences: differences)
    }
  }

  /// Writes one finished run, at once and for good. Any thread may call this, each for its runs.
  ///
  /// - Throws: `DiskError`; nothing half-written stays.
  public func keep(_ finished: FinishedRun) throws {
    let text = Part.text(of: finished, digest: plan.digest)
    try Disk.replace(parts + "/" + Part.name(of: finished.run), with: text.utf8)
  }

  /// The runs on disk, in the order of the plan, without their courses. Damaged files count as not
  /// there.
  ///
  /// - Throws: `DiskError` where the disk can't be read.
  public func finishedRuns() throws -> [FinishedRun] {
    let there = Set(try Disk.names(in: parts))
    return try plan.runs.compactMap { run in
      guard there.contains(Part.name(of: run)) else { return nil }
      return try part(of: run)?.withoutSeries
    }
  }

  private func part(of run: PlannedRun) throws(DiskError) -> FinishedRun? {
    try Disk.read(parts + "/" + Part.name(of: run)).flatMap {
      Part.read($0, run: run, plan: plan)
    }
  }

  /// Writes the courses of some runs from their parts, one after the other.
  ///
  /// - Throws: `DiskError`.
  func writeSeries(of runs: [PlannedRun]) throws(DiskError) {
    let path = path + "/" + SeriesTable.file
    var isEmpty = true
    try Disk.replace(path) { (file: Disk.Draft) throws(DiskError) in
      try file.write(Array(SeriesTable.header.utf8))
      for run in runs {
        guard let series = try part(of: run)?.outcome.record?.series else { continue }
        isEmpty = false
        try file.write(Array(SeriesTable.lines(series, of: run, plan: plan).utf8))
      }
    }
    if isEmpty { try Disk.remove(path) }
  }

  /// Writes the tables, then datapackage.json, then removes the parts.
  ///
  /// - Parameters:
  ///   - tables: In the order of the data package; plan.csv is added in front.
  ///   - study: The text of study.yaml.
  /// - Throws: `DiskError`; calling again after that is safe.
  public func finish(_ tables: [Table], study: String, package: DataPackage) throws {
    let all = [PlanTable.table(plan)] + tables
    for table in tables { try Disk.replace(path + "/" + table.file, with: table.csv.utf8) }
    try Disk.replace(path + "/study.yaml", with: study.utf8)
    if !tables.contains(where: { $0.file == "failures.csv" }) {
      try Disk.remove(path + "/failures.csv")
    }
    var streamed: [(table: Table, seal: Seal)] = []
    if let seal = try Disk.seal(path + "/" + SeriesTable.file) {
      streamed.append((SeriesTable.table, seal))
    }
    let text = package.text(all, streamed: streamed, study: study)
    try Disk.remove(path + "/" + UnfinishedFolder.file)
    try Disk.replace(path + "/" + DataPackage.file, with: text.utf8)
    try removeParts()
  }

  /// Takes away the mark of the end, before runs are made whose tables it wouldn't describe.
  ///
  /// - Parameter command: What is to be typed to go on after an interruption; nothing if empty.
  func reopen(command: String) throws {
    try Disk.remove(path + "/" + DataPackage.file)
    try removePage()
    if !command.isEmpty {
      try Disk.replace(path + "/" + UnfinishedFolder.file, with: (command + "\n").utf8)
    }
    try Disk.sync(folder: path)
  }

  private var parts: String { path + "/parts" }

  private func clear() throws {
    for name in OutputFolder.files.dropLast() { try Disk.remove(path + "/" + name) }
    try removeParts()
    try removePage()
    try Disk.remove(path + "/plan.csv")
    try Disk.sync(folder: path)
  }

  /// Removes the page and its figures, unless somebody else's file lies among them.
  private func removePage() throws {
    try Disk.remove(path + "/report.html")
    let place = path + "/" + OutputFolder.figures
    for name in try Disk.names(in: place) where name.hasSuffix(".svg") || name.hasSuffix(".tmp") {
      try Disk.remove(place + "/" + name)
    }
    if try Disk.names(in: place).isEmpty { try Disk.remove(place) }
  }

  /// Removes the folder of parts, unless somebody else's file lies there.
  func removeParts() throws {
    for name in try Disk.names(in: parts) where OutputFolder.isPart(name) {
      try Disk.remove(parts + "/" + name)
    }
    if try Disk.names(in: parts).isEmpty { try Disk.remove(parts) }
  }

  /// Whether a writer that was killed after the end left something behind.
  static func hasLeftovers(_ path: String) throws -> Bool {
    try Disk.names(in: path).contains {
      $0 == "parts" || $0 == FolderLock.name || $0.hasSuffix(".tmp")
    }
  }

  /// Temporary files of a writer that was killed.
  private func removeLeftovers() throws {
    for name in OutputFolder.files { try Disk.remove(path + "/" + name + ".tmp") }
    for name in try Disk.names(in: parts) where name.hasSuffix(".part.tmp") {
      try Disk.remove(parts + "/" + name)
    }
  }

  private static func isPart(_ name: String) -> Bool {
    name.hasPrefix("run-") && (name.hasSuffix(".part") || name.hasSuffix(".part.tmp"))
  }

  private static func refuseForeign(_ names: [String], _ path: String) throws {
    // A writer killed before its plan was there leaves no more than these.
    let harmless = ["plan.csv", "plan.csv.tmp", "parts", FolderLock.name]
    guard !names.contains("plan.csv") else { return }
    if let file = names.first(where: { !harmless.contains($0) }) {
      throw FolderProblem.foreign(folder: path, file: file)
    }
  }
}

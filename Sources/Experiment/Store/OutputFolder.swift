import Foundation
import Schema
import Simulation

/// Results/<study>/ as its one writer of tables sees it.
///
/// Order of writing: lock, study.yaml, plan.csv, records, tables, datapackage.json. A kill between any
/// two leaves a folder that goes on from there. Records stay: a study that is extended needs them.
public final class OutputFolder: Sendable {
  /// Where it is.
  public let path: String

  private let lock: FolderLock

  /// Everything that a study may leave here, the mark of the end first, the plan last.
  static let files =
    [DataPackage.file, "report.html"] + occasional.reversed() + [
      "parameters.csv", RunTable.file, "study.yaml", UnfinishedFolder.file, StudyGoal.file,
      StudyGoal.drawsFile, PlanTable.file,
    ]

  /// Tables that only some studies have.
  private static let occasional =
    [
      FailureTable.file, SeriesTable.file, PeriodTable.file, SettlingTables.file,
      SettlingTables.curveFile, WarmUpTable.file, "differences.csv", ByRow.Rows.draws.file,
      ByRow.Rows.points.file, DriverTable.file, RankingTable.file, InformationTable.file,
      SensitivityRow.file, "summary.csv",
    ] + CalibrationFindings.files

  /// The folder inside a study's folder that holds the page's figures.
  public static let figures = "figures"
  private static let recordsName = "parts"
  /// The folder that holds a study's records.
  static func records(of folder: String) -> String { folder + "/" + recordsName }

  /// Whether a path, as seen from a study's folder, is one that a study may write there.
  public static func isOwn(_ path: String) -> Bool {
    guard let first = FilePath.parts(of: path).first else { return true }
    return [recordsName, figures, FolderLock.name].contains(first)
      || files.contains { first == $0 || first == $0 + ".tmp" }
  }

  /// Opens a folder for writing, made if need be.
  ///
  /// Another question of the same study is no reason to refuse: tables show what was asked last.
  ///
  /// - Parameter fresh: Throw away what an earlier study left here. Only files that a study writes
  ///   are removed, and only where there is a plan.
  /// - Throws: `FolderProblem` for another study, seed or model, other files or another writer;
  ///   `DiskError`.
  public init(_ path: String, plan: Plan, fresh: Bool = false) throws {
    self.path = path
    try Disk.makeFolder(path)
    let before = try Disk.names(in: path)
    try OutputFolder.refuseForeign(before, path)
    lock = try FolderLock(folder: path)
    let there = try Disk.beginning(of: path + "/" + PlanTable.file, 65_536)
    if let there {
      guard there.starts(with: "run_id,".utf8) else {
        throw FolderProblem.foreign(folder: path, file: PlanTable.file)
      }
      let differences = PlanTable.differences(between: there, and: plan)
      if fresh {
        try clear()
      } else if !differences.isEmpty {
        throw FolderProblem.anotherPlan(folder: path, differences: differences)
      }
    }
    try removeLeftovers()
    try Disk.makeFolder(records)
  }

  /// Where the records are.
  var records: String { OutputFolder.records(of: path) }

  /// Says what is going to be run: the mark of the end goes before the tables stop being true.
  ///
  /// - Parameters:
  ///   - command: What is to be typed to go on after an interruption; nothing if empty.
  ///   - provenance: The command as the tables will have it.
  /// - Throws: `DiskError`.
  func begin(
    _ plan: Plan, keys: [RunKey], study: String, command: String, provenance: String
  ) throws {
    try Disk.remove(path + "/" + DataPackage.file)
    try removePage()
    if !command.isEmpty {
      try Disk.replace(
        path + "/" + UnfinishedFolder.file, with: (command + "\n" + provenance + "\n").utf8)
    }
    try Disk.replace(path + "/study.yaml", with: study.utf8)
    _ = try write([PlanTable.table]) { tables throws(DiskError) in
      for run in plan.runs {
        try tables[0].add(PlanTable.row(run, key: keys[run.id - 1], plan: plan))
      }
    }
    try Disk.sync(folder: path)
  }

  /// Keeps small texts beside the tables; removes the file of one that is nil.
  ///
  /// - Throws: `DiskError`.
  func keep(_ texts: [(name: String, text: String?)]) throws(DiskError) {
    for item in texts where try !OutputFolder.holds(item, in: path) {
      if let text = item.text {
        try Disk.replace(path + "/" + item.name, with: text.utf8)
      } else {
        try Disk.remove(path + "/" + item.name)
      }
    }
  }

  /// Whether a folder has a file with this text, or none where it is nil.
  static func holds(
    _ item: (name: String, text: String?), in folder: String
  ) throws(DiskError) -> Bool {
    try Disk.read(folder + "/" + item.name) == item.text.map { Array($0.utf8) }
  }

  /// A table as it was written.
  struct Written {
    let table: Table, seal: Seal
    /// How many rows it has.
    let rows: Int
  }

  /// Writes a table's file.
  ///
  /// - Throws: `DiskError`; a file that was there is then as it was.
  func write(_ table: Table) throws(DiskError) -> Written {
    Written(table: table, seal: try write([table]) { _ in }[0].seal, rows: table.rows.count)
  }

  /// Writes the files of several tables at once, each row as it is made.
  ///
  /// - Parameter rows: Adds rows to those that the tables hold themselves.
  /// - Throws: `DiskError`; a file that isn't whole is then as it was.
  func write(
    _ tables: [Table], rows: ([TableStream]) throws(DiskError) -> Void
  ) throws(DiskError) -> [Written] {
    try write(tables[...], after: [], rows: rows)
  }

  private func write(
    _ tables: ArraySlice<Table>, after open: [TableStream],
    rows: ([TableStream]) throws(DiskError) -> Void
  ) throws(DiskError) -> [Written] {
    guard let table = tables.first else {
      try rows(open)
      return []
    }
    var written: [Written] = []
    try Disk.replace(path + "/" + table.file) { (file: Disk.Draft) throws(DiskError) in
      let stream = TableStream(table, into: file)
      let rest = try write(tables.dropFirst(), after: open + [stream], rows: rows)
      written = [Written(table: table, seal: try stream.end(), rows: stream.rows)] + rest
    }
    return written
  }

  /// Marks the end: datapackage.json is written last.
  ///
  /// - Parameter tables: Those written, in the order of the data package.
  /// - Throws: `DiskError`; calling again after that is safe.
  func finish(_ tables: [Written], study: String, package: DataPackage) throws {
    let names = tables.map(\.table.file)
    for file in OutputFolder.occasional
    where !names.contains(file) { try Disk.remove(path + "/" + file) }
    try Disk.remove(path + "/" + UnfinishedFolder.file)
    try Disk.replace(
      path + "/" + DataPackage.file,
      with: package.text(tables.map { ($0.table, $0.seal) }, study: study).utf8)
  }

  private func clear() throws {
    for name in OutputFolder.files.dropLast() { try Disk.remove(path + "/" + name) }
    for name in try Disk.names(in: records) where name.hasSuffix(RecordStore.suffix) {
      try Disk.remove(records + "/" + name)
    }
    if try Disk.names(in: records).isEmpty { try Disk.remove(records) }
    try removePage()
    try Disk.remove(path + "/" + PlanTable.file)
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

  /// Whether a writer that was killed after the end left something behind.
  static func hasLeftovers(_ path: String) throws -> Bool {
    try Disk.names(in: path).contains { $0 == FolderLock.name || $0.hasSuffix(".tmp") }
  }

  /// Temporary files of a writer that was killed.
  private func removeLeftovers() throws {
    for name in OutputFolder.files { try Disk.remove(path + "/" + name + ".tmp") }
  }

  private static func refuseForeign(_ names: [String], _ path: String) throws {
    // A writer killed before its plan was there leaves no more than these.
    let early = [
      PlanTable.file, "study.yaml", UnfinishedFolder.file, StudyGoal.file, StudyGoal.drawsFile,
    ]
    let harmless = early + early.map { $0 + ".tmp" } + [recordsName, FolderLock.name]
    guard !names.contains(PlanTable.file) else { return }
    if let file = names.first(where: { !harmless.contains($0) }) {
      throw FolderProblem.foreign(folder: path, file: file)
    }
  }
}

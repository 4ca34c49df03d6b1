/// A folder whose study was begun and isn't finished.
public struct UnfinishedFolder: Sendable {
  /// Runs on disk, and runs of the plan.
  public let done: Int, total: Int
  /// The command that goes on, as it was typed; nil where it isn't known.
  public let command: String?
  /// The command as the tables of the finished study will have it; nil where it isn't known.
  public let provenance: String?

  /// The file that holds the commands until the study is finished.
  static let file = "resume.txt"

  /// Looks into a folder; nil where no plan lies there.
  ///
  /// - Throws: `NamedRows.Fault` for a damaged plan; `FolderProblem`; `DiskError`.
  public init?(_ folder: String) throws {
    let plan = folder + "/" + PlanTable.file
    guard Disk.kind(of: plan) == .file else { return nil }
    let table = try RowReader(plan, table: PlanTable.file, columns: ["run_key"])
    let key = table.places(of: ["run_key"])[0]
    let there = try RecordStore(OutputFolder.records(of: folder)).shortKeys
    var done = 0, total = 0
    try table.read { row in
      total += 1
      if there.contains(String(row.text(key).dropFirst())) { done += 1 }
    }
    (self.done, self.total) = (done, total)
    let text = try Disk.read(folder + "/" + UnfinishedFolder.file) ?? []
    let lines = text.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    (command, provenance) = (lines.first, lines.count > 1 ? lines[1] : nil)
  }

  /// How far it is, and the way on.
  public var words: String {
    "\(done) of \(total) runs are there\n  help: "
      + (command.map { "go on with: " + $0 } ?? "the command that began it goes on from there")
  }
}

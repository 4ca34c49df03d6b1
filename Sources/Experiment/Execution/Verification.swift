import Foundation
import Simulation

/// A finished study made again from its folder alone, run by run, and compared with what stands there:
/// whole records, and the rows of runs.csv, to the last bit.
public struct Verification: Sendable {
  /// What came of one run.
  public struct Verdict: Sendable, Equatable {
    /// Which run.
    public let run: PlannedRun
    /// Its key, as tables print it.
    public let key: String
    /// What differs, in words; empty where nothing does.
    public let differences: [String]
  }

  /// The study, from its study.yaml.
  public let comparison: Comparison
  private let study: Study
  private let store: RecordStore
  private let rows: LineIndex

  /// Reads a folder.
  ///
  /// - Throws: `FolderProblem.altered` for a file that isn't as it was written; `Missing` where there
  ///   is no finished study of this model; `Problems`, `DiskError`.
  public init(_ folder: String) throws {
    guard let provenance = try Provenance.read(folder),
      let yaml = try Disk.read(folder + "/study.yaml"),
      let rows = try LineIndex(folder + "/" + RunTable.file)
    else { throw Missing(description: "\(folder) holds no finished study") }
    try provenance.check(folder)
    guard provenance.modelVersion == ModelFingerprint.value else {
      throw Missing(
        description: "\(folder) was made by another model (\(provenance.modelVersion.prefix(12)) "
          + "there, \(ModelFingerprint.value.prefix(12)) here): its runs can't be made again here")
    }
    comparison = try ResolvedStudy.comparison(yaml, file: folder + "/study.yaml")
    study = comparison.study(folder: folder, command: "")
    store = try RecordStore(OutputFolder.records(of: folder))
    self.rows = rows
    guard rows.count == comparison.plan.count + 1 else {
      throw Missing(
        description: "\(folder)/runs.csv has \(rows.count - 1) rows for "
          + "\(comparison.plan.count) runs")
    }
  }

  /// Why a folder can't be verified.
  public struct Missing: Error, CustomStringConvertible {
    /// What is missing.
    public let description: String
  }

  /// The runs whose keys begin like that; the letter before them may be left out.
  ///
  /// - Throws: `NamedRows.Fault`, `DiskError`.
  public func runs(of key: String) throws -> [PlannedRun] {
    let digits = key.hasPrefix("k") ? String(key.dropFirst()) : key
    guard !digits.isEmpty else { return [] }
    let table = try RowReader(
      study.folder + "/" + RunTable.file, table: RunTable.file, columns: ["run_key"])
    let place = table.places(of: ["run_key"])[0], runs = comparison.plan.runs
    var found: [PlannedRun] = [], index = 0
    try table.read { row in
      if row.text(place).dropFirst().hasPrefix(digits) { found.append(runs[index]) }
      index += 1
    }
    return found
  }

  /// Whether two planned runs are one and the same, under two names.
  public func areSame(_ one: PlannedRun, _ other: PlannedRun) -> Bool {
    comparison.key(of: one) == comparison.key(of: other)
  }

  /// Makes some runs again, several at once, and compares them.
  ///
  /// - Returns: One verdict for each run, in their order; fewer once the flag was raised.
  /// - Throws: `DiskError`.
  public func verdicts(
    _ runs: [PlannedRun], with replication: Replication
  ) throws -> [Verdict] {
    let found = Found()
    try replication.run(
      runs,
      simulate: { run, stop in
        found.add(try verdict(run, stop: stop))
        return RunRecord(
          values: [], drawn: [], observedDays: 0, events: 0, represented: 0, hash: 0)
      },
      keep: { finished in
        if case .failed(let message) = finished.outcome { throw Missing(description: message) }
      })
    return found.all.sorted { $0.run.id < $1.run.id }
  }

  /// Unchecked, because a lock guards the list.
  private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private var verdicts: [Verdict] = []

    func add(_ verdict: Verdict) { lock.withLock { verdicts.append(verdict) } }
    var all: [Verdict] { lock.withLock { verdicts } }
  }

  /// Makes a run again and compares it.
  ///
  /// - Throws: `RunStopped` when the flag was raised; `DiskError`.
  public func verdict(_ run: PlannedRun, stop: StopFlag) throws -> Verdict {
    let key = comparison.key(of: run), made = try outcome(run, stop)
    var differences: [String] = []
    if let kept = try store.outcome(key), kept.bytes != made.bytes {
      differences += Self.differences(kept, made, comparison)
    }
    let index = comparison.plan.reference(of: run)
    let base = index == run.id - 1 ? made : try outcome(comparison.plan.runs[index], stop)
    let settled = study.settled(run, made, reference: base)
    let row = CSV.line(
      RunTable.row(
        settled, drawn: study.drawn(settled), key: key, plan: comparison.plan))
    if try Array(row.utf8) != rows.line(run.id) {
      differences.append("its row in runs.csv")
    }
    return Verdict(run: run, key: key.description, differences: differences)
  }

  /// The end of a run as a study keeps it.
  ///
  /// - Throws: `RunStopped` when the flag was raised.
  private func outcome(_ run: PlannedRun, _ stop: StopFlag) throws -> RunOutcome {
    let plan = comparison.plan
    let made = RunOutcome(stop: stop) {
      try plan.checked(try comparison.simulate(run, stop: stop))
    }
    guard let made else { throw RunStopped(reason: "asked to stop") }
    return made
  }

  /// What two ends of a run say differently.
  private static func differences(
    _ kept: RunOutcome, _ made: RunOutcome, _ comparison: Comparison
  ) -> [String] {
    guard let old = kept.record, let new = made.record else {
      return ["it ended '\(kept.status)' there and '\(made.status)' here"]
    }
    var found: [String] = []
    if old.hash != new.hash { found.append("the hash of its events") }
    let columns = zip(comparison.plan.columns, zip(old.values, new.values)).filter {
      $1.0.bitPattern != $1.1.bitPattern
    }
    found += columns.prefix(3).map { "\($0.0.name) \($0.1.0) there, \($0.1.1) here" }
    if columns.count > 3 { found.append("and \(columns.count - 3) outcomes more") }
    return found.isEmpty ? ["its record"] : found
  }
}

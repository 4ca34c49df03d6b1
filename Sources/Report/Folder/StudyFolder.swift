import Experiment
import Schema
import Simulation

/// Everything that a report is made from: the files of a finished folder, read back.
///
/// Nothing else takes part but the targets, so that a report can be made again later and elsewhere.
public struct StudyFolder: Sendable {
  /// One scenario of the study.
  struct Policy: Sendable {
    /// Its name in the tables, and what its author calls it.
    let name: String, title: String
    /// Whether another one has the same title, as the same file under two policies has.
    let isTitleShared: Bool
    /// What differs from the reference: paths with the values there and here.
    let changes: [Change]
  }

  /// One parameter that a scenario sets differently from the reference.
  struct Change: Sendable, Equatable {
    let path: String, from: String, to: String
  }

  let provenance: Provenance
  /// In the order of the plan; the first is the reference of all others.
  let policies: [Policy]
  let parameters: [ParameterRow]
  /// The parameters behind the drawn columns.
  let columns: DrawnColumns<ParameterRow>
  let runs: RunColumns
  let course: Course?
  /// What drives the effects, as drivers.csv has it.
  let drivers: [DriverRow]
  /// How often each policy is best of all; none with a single alternative, and in older folders.
  let ranking: [RankingRow]
  /// What it would be worth to know each parameter; none below a thousand draws.
  var information: [InformationRow]
  /// What sources say about the reference; empty where nobody wrote it down.
  let targets: [Target]
  private let summary: [String: [String: SummaryRow]]
  /// By period, policy and outcome.
  private let differences: [Period: [String: [String: DifferenceRow]]]
  /// Whether effects have come to rest, and how they came about.
  let settlings: [Settling]
  /// Whether the warm-up is long enough; nil where runs are too short to tell.
  let warmUp: WarmUp?
  /// Days from the window's beginning to the end of the follow-up; nil without one.
  let followedDays: Double?

  /// Reads a folder; every file must be as it was written.
  ///
  /// - Parameter targets: What sources say about a scenario of that name, if anybody does.
  /// - Throws: `StudyFolder.Unfinished`; `FolderProblem.altered`; `NamedRows.Fault`; `DiskError`;
  ///   `Problems` where study.yaml can't be read.
  public init(_ path: String, targets: (String) -> [Target]?) throws {
    guard let provenance = try Provenance.read(path) else { throw Unfinished(folder: path) }
    try provenance.check(path)
    self.provenance = provenance
    func place(_ file: String) -> String? {
      provenance.files.contains { $0.path == file } ? path + "/" + file : nil
    }
    func bytes(_ file: String) throws -> [UInt8]? { try place(file).flatMap { try Disk.read($0) } }
    let runs = try RunColumns(path + "/runs.csv", replicates: provenance.replicates)
    self.runs = runs
    parameters = try ParameterRow.rows(of: try bytes("parameters.csv") ?? [])
    columns = DrawnColumns(parameters, path: \.key)
    let study = try ResolvedStudy.tree(
      of: try bytes("study.yaml") ?? [], file: path + "/study.yaml")
    policies = Self.policies(runs.scenarios, study: study)
    course = try place("timeseries.csv").map {
      try Course($0, runs: runs, provenance: provenance)
    }
    drivers = try bytes("drivers.csv").map { try DriverTable.rows(of: $0) } ?? []
    ranking = try bytes("ranking.csv").map { try RankingTable.rows(of: $0) } ?? []
    information = try bytes("information.csv").map { try InformationTable.rows(of: $0) } ?? []
    var summary: [String: [String: SummaryRow]] = [:]
    for row in try Summary.rows(of: try bytes("summary.csv") ?? []) where row.period == .window {
      summary[row.scenario, default: [:]][row.column.name] = row
    }
    var differences: [Period: [String: [String: DifferenceRow]]] = [:]
    for row in try bytes("differences.csv").map({ try Differences.rows(of: $0) }) ?? [] {
      differences[row.period, default: [:]][row.scenario, default: [:]][row.column.name] = row
    }
    settlings = try SettlingTables.settlings(in: path) { place($0) != nil }
    warmUp = try bytes("warm_up.csv").flatMap { try WarmUpTable.warmUp(of: $0) }
    followedDays = study["follow_up"]?["hours"]?.text.flatMap(Double.init).map { $0 / 24 }
    (self.summary, self.differences) = (summary, differences)
    self.targets = runs.scenarios.first.flatMap(targets) ?? []
  }

  /// There is no finished study in a folder.
  public struct Unfinished: Error, CustomStringConvertible {
    /// The folder.
    public let folder: String
    /// Says so.
    public var description: String { "\(folder) holds no finished study" }
  }

  /// The scenario that all others are compared with.
  var reference: Policy? { policies.first }

  /// The scenarios that are compared with it.
  var alternatives: ArraySlice<Policy> { policies.dropFirst() }

  /// Runs of the reference, of which a policy may have fewer.
  var replicates: Int { runs.rows }

  /// A row of summary.csv.
  func mean(_ policy: String, _ outcome: String) -> SummaryRow? { summary[policy]?[outcome] }

  /// A row of differences.csv.
  func difference(
    _ policy: String, _ outcome: String, _ period: Period = .window
  ) -> DifferenceRow? {
    differences[period]?[policy]?[outcome]
  }

  /// How a policy's effect came about; nil where no day is told.
  func settling(_ policy: String, _ period: Period) -> Settling? {
    settlings.first { $0.scenario == policy && $0.period == period && !$0.days.isEmpty }
  }

  /// What the intervals hold.
  var intervalKind: IntervalKind { provenance.draws > 1 ? .chanceAndParameters : .chance }

  /// How the limits of the headline were found; nil with a single draw.
  var method: UncertaintyMethod? {
    let row = reference.flatMap { mean($0.name, OutcomeWords.headline) }
    return row?.estimate?.ui?.method
  }

  /// Whether the intervals of differences hold for all alternatives at once.
  var isSimultaneous: Bool { provenance.simultaneous }

  private static func policies(_ names: [String], study: Tree) -> [Policy] {
    let all = ResolvedStudy.scenarios(of: study)
    let scenarios = Dictionary(all.map { ($0.name, $0.tree) }) { first, _ in first }
    let base = names.first.flatMap { scenarios[$0] }.map(Self.values) ?? []
    let before = Dictionary(base.map { ($0.path, $0.text) }) { first, _ in first }
    let titles = names.map { scenarios[$0]?["title"]?.text ?? "" }
    return zip(names, titles).map { name, title in
      let own = scenarios[name].map(Self.values) ?? []
      let changes = own.compactMap { value -> Change? in
        let old = before[value.path]
        guard old != value.text, !["name", "title"].contains(value.path) else { return nil }
        return Change(path: value.path, from: old ?? "", to: value.text)
      }
      return Policy(
        name: name, title: title.isEmpty ? name : title,
        isTitleShared: !title.isEmpty && titles.count { $0 == title } > 1, changes: changes)
    }
  }

  /// The values of a resolved scenario, lists' items by their names.
  private static func values(_ tree: Tree) -> [(path: String, text: String)] {
    var found: [(path: String, text: String)] = []
    collect(tree, "", into: &found)
    return found
  }

  private static func collect(
    _ tree: Tree, _ path: String, into found: inout [(path: String, text: String)]
  ) {
    let prefix = path.isEmpty ? "" : path + "."
    switch tree {
    case .map(let map) where !isValue(path):
      for entry in map.entries { collect(entry.value, prefix + entry.key.text, into: &found) }
    case .list(let list) where list.items.contains { $0["name"] != nil }:
      for item in list.items { collect(item, prefix + (item["name"]?.text ?? ""), into: &found) }
    default: found.append((path, tree.flowText))
    }
  }

  /// Whether a path of a scenario is a parameter's, whose map is then a distribution.
  private static func isValue(_ path: String) -> Bool {
    valuePaths.contains(ParameterLabels.generic(path).pattern)
  }

  private static let valuePaths = Set(
    catalogue(of: Scenario.self).filter { entry in
      switch entry.facts.kind {
      case .section, .list: false
      default: true
      }
    }.map(\.path))
}

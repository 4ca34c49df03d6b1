import Schema
import Simulation

/// A scenario as somebody wrote it: its files, what was set on top, and every value.
public struct ScenarioFile: Sendable {
  /// Its name in tables: the file's `name`, or one that was given.
  public private(set) var name: String
  /// The file asked for, then those it extends.
  public let files: [String]
  /// Everything written, merged; each value with its place.
  public private(set) var tree: Tree
  /// The texts that places point into, by name of file.
  public private(set) var sources: [String: String]
  /// Every value, uncertain ones at their medians; those of a table of values aren't in it.
  public private(set) var reading: Reading<Scenario>
  /// The same with the values of tables in place of what they name; nil without one.
  private var given: (tree: Tree, reading: Reading<Scenario>)?

  /// Reads a file with everything it extends, sets values on top, and checks it all.
  ///
  /// - Throws: `Problems` with everything that is wrong; warnings alone don't throw.
  public init(
    _ path: String, settings: Settings = Settings(), loader: Loader = Loader()
  ) throws(Problems) {
    let loaded = loader.read(path)
    if let problem = LoadedStudy.misplaced(loaded, path) {
      throw Problems(loaded.problems + [problem], sources: loaded.sources)
    }
    try self.init(loaded, settings: settings)
  }

  /// Makes a scenario of what was loaded; `name` replaces what it says.
  ///
  /// - Throws: `Problems` with everything that is wrong, the loader's problems first.
  init(_ loaded: Loader.Loaded, settings: Settings, name: Tree.Scalar? = nil) throws(Problems) {
    files = loaded.files
    sources = loaded.sources.merging(settings.sources) { first, _ in first }
    var set = settings.applied(to: loaded)
    if let name {
      let entry = Tree.Entry(Tree.Scalar("name", at: name.place), .scalar(name))
      set.tree = Tree.map(.init([entry], at: set.tree.place)).merging(over: set.tree)
    }
    set.tree = Self.withOwnTitle(set.tree, of: loaded.files.first)
    tree = set.tree
    reading = read(Scenario.self, from: set)
    reading.problems = settings.placed(reading.problems)
    self.name = reading.value.label
    if !set.hasGaps { reading.problems += nameProblems + ScenarioFile.columnProblems([self]) }
    if problems.hasErrors { throw problems }
  }

  /// A scenario without the title of a file that it extends: what that says is no longer true of it.
  private static func withOwnTitle(_ tree: Tree, of file: String?) -> Tree {
    guard case .map(let map) = tree, let title = map["title"], title.text != nil,
      ![file, Settings.file].contains(title.place.file)
    else { return tree }
    return .map(.init(map.entries.filter { $0.key.text != "title" }, at: tree.place))
  }

  /// What is wrong, or should be looked at; a scenario that could be made has warnings only.
  public var problems: Problems { Problems(reading.problems, sources: sources) }

  /// The last file of the chain: what the others change.
  public var root: String { files.last ?? "" }

  /// Every value as it reaches the runs, those of a table as they are in its first row.
  var used: Reading<Scenario> { given?.reading ?? reading }

  /// What is written, with lists of values in it where tables give them.
  var usedTree: Tree { given?.tree ?? tree }

  /// The paths of the uncertain parameters, in the table's order.
  public var uncertain: [String] { used.drawn.map(\.path) }

  /// The same scenario with values of a table.
  ///
  /// - Parameters:
  ///   - tree: What is written, with lists of values in it.
  ///   - reading: What it says.
  ///   - sources: The text of the table.
  func given(
    _ tree: Tree, _ reading: Reading<Scenario>, _ sources: [String: String]
  ) -> ScenarioFile {
    var copy = self
    copy.given = (tree, reading)
    copy.sources.merge(sources) { first, _ in first }
    return copy
  }

  /// The same scenario under another name.
  public func renamed(_ name: String) -> ScenarioFile {
    var copy = self
    copy.name = name
    return copy
  }

  /// The scenario of one draw, with its uncertain parameters drawn.
  ///
  /// - Parameter fixed: Medians in place of draws.
  /// - Returns: The scenario and what was drawn, by path.
  /// - Throws: `Problems` where the values drawn contradict each other.
  public func drawn(
    seed: UInt64, draw: Int, fixed: Bool
  ) throws(Problems) -> (scenario: Scenario, values: [Drawn]) {
    if fixed { return (reading.value, reading.drawn) }
    return try drawn(.keyed(seed: seed, draw: draw))
  }

  /// The scenario with its uncertain and varied parameters as some draws have them.
  ///
  /// - Throws: `Problems` where these values contradict each other.
  func drawn(_ draws: Draws) throws(Problems) -> (scenario: Scenario, values: [Drawn]) {
    let found = read(Scenario.self, from: usedTree, draws: draws)
    let wrong = Problems(found.problems, sources: sources)
    if wrong.hasErrors { throw wrong }
    return (found.value, found.drawn)
  }

  /// The values of the uncertain and the varied parameters, in the table's order.
  ///
  /// - Complexity: O(values), a hundredth of reading everything again.
  func values(_ draws: Draws) -> [Drawn] { used.drawn(draws) }
}

extension Draws {
  /// The values of one draw of a study.
  ///
  /// - Parameters:
  ///   - point: The setting of the varied parameters, from 1; nil where none are.
  ///   - set: Quantiles that are set, by path; all others are keyed.
  static func keyed(
    seed: UInt64, draw: Int, point: Int? = nil, set: [String: Double] = [:]
  ) -> Draws {
    let number = UInt64(clamping: draw)
    return .keyed(draw: draw, point: point) {
      set[$0] ?? parameterUniform(seed: seed, draw: number, path: $0)
    }
  }
}

import Schema

/// A study as a file describes it: a baseline, its alternatives, and how often each is run.
public struct StudyFile: Configurable {
  /// Version of the grammar.
  public var schemaVersion = 1
  /// Short name: of tables and folders.
  public var label = "study"
  /// One line that says what is compared.
  public var title = ""
  /// The file that the others are compared with, relative to the study's.
  public var baseline = ""
  /// Files, or names with what differs, as written.
  public var alternatives: Tree?
  /// Runs of each scenario.
  public var replicates = 8
  /// Seed, below 2^53.
  public var seed = 20_210_101
  /// Names of outcomes to print, as written.
  public var outcomes: Tree?
  /// Reserved.
  public var precision = 0.0
  /// The defaults.
  public init() {}

  /// What the section is called.
  public static let name = "study"
  /// What it describes.
  public static let summary = "A baseline, its alternatives, and how often each is run."
  /// The table.
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "schema_version", \.schemaVersion, in: 1...1, "Version of this file's grammar.",
      .assumed("fixed by the program")),
    Parameter("name", \.label, "Short name: of tables and folders."),
    Parameter("title", \.title, "One line that says what is compared."),
    Parameter(
      "baseline", \.baseline,
      "The scenario file that the others are compared with, relative to this file."),
    Parameter(
      "alternatives", \.alternatives,
      "A list of scenario files, or of { name, set } with what differs from the baseline; "
        + "`extends` names another file to differ from."),
    Parameter(
      "replicates", \.replicates, in: 1...1_000_000, "Runs of each scenario.",
      .assumed("from eight pairs on the intervals are trustworthy")),
    Parameter(
      "seed", \.seed, in: 0...9_007_199_254_740_991, "Seed of the study, below 2^53.",
      .assumed("any number")),
    Parameter(
      "outcomes", \.outcomes, "Names of the outcomes to print; a short list if left out."),
    Parameter(
      "precision", \.precision, .share, in: 0...1,
      "Reserved: the half-width of intervals to reach, as a share of the mean.",
      .assumed("not used yet")),
  ]
}

/// A study file with the scenarios it names.
public struct LoadedStudy: Sendable {
  /// What the file says.
  public let study: StudyFile
  /// The outcomes it asks for; empty for the short list.
  public let outcomes: [String]
  /// The baseline first, then the alternatives in their order.
  public let scenarios: [ScenarioFile]

  /// Whether a file describes a study: it names a baseline.
  public static func isStudy(_ tree: Tree) -> Bool {
    tree["baseline"] != nil || tree["alternatives"] != nil
  }

  /// Reads a study file and every file it names.
  ///
  /// - Throws: `Problems` with all problems of all files.
  public init(
    _ path: String, settings: Settings = Settings(), loader: Loader = Loader()
  ) throws(Problems) {
    let loaded = loader.read(path)
    let reading = read(StudyFile.self, from: loaded)
    var reader = StudyReader(path: path, settings: settings, loader: loader)
    reader.sources = loaded.sources
    reader.problems = reading.problems
    study = reading.value
    outcomes = reader.outcomes(loaded.tree["outcomes"])
    if let baseline = reader.baseline(loaded) {
      reader.add(baseline, name: nil)
      reader.alternatives(loaded.tree["alternatives"], baseline: baseline)
    }
    scenarios = ScenarioFile.distinct(reader.scenarios)
    let problems = Problems(reader.problems, sources: reader.sources)
    if problems.hasErrors { throw problems }
  }
}

extension ScenarioFile {
  /// The same scenarios, where files share a name under the names of their files.
  public static func distinct(_ scenarios: [ScenarioFile]) -> [ScenarioFile] {
    let names = scenarios.map(\.name)
    return scenarios.enumerated().map { index, scenario in
      guard names[..<index].contains(scenario.name) else { return scenario }
      let file = scenario.files.first?.split(separator: "/").last.map(String.init) ?? ""
      let stem = file.split(separator: ".").first.map(String.init) ?? scenario.name
      return names.contains(stem) ? scenario : scenario.renamed(stem)
    }
  }
}

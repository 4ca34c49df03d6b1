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
  /// Draws of the uncertain parameters; 0 for one in each replicate.
  public var draws = 0
  /// Runs of each scenario in each draw; without `draws` in all.
  public var replicates = 8
  /// Whether some draws of a study with one run in each have a second one.
  public var echoes = false
  /// The file of values given for the draws, relative to the study's; empty for none.
  public var drawsFile = ""
  /// Settings at which every scenario is run.
  public var sweep = SweepSection()
  /// What the baseline is fitted to.
  public var calibrate = CalibrationSection()
  /// When policies begin.
  public var policyFrom = Beginning.window
  /// Scenarios that are watched for longer.
  public var followUp = FollowUpSection()
  /// Seed, below 2^53.
  public var seed = 20_210_101
  /// Names of outcomes to print, as written.
  public var outcomes: Tree?
  /// The defaults.
  public init() {}

  /// When a policy begins.
  public enum Beginning: String, CaseIterable, Sendable {
    /// With the window: the warm-up runs under the baseline's policy.
    case window
    /// With the run.
    case beginning
  }

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
        + "`extends` names another file to differ from, `against` another alternative to be compared with."
    ),
    Parameter(
      "draws", \.draws, in: 0...Plan.mostReplicates,
      "Draws of the uncertain parameters, shared by all scenarios: limits of plausible worlds go "
        + "over them. 0: one draw in each replicate.",
      .assumed("from 39 on limits at 95 % are quantiles of the draws")),
    Parameter(
      "replicates", \.replicates, in: 1...Plan.mostReplicates,
      "Runs of each scenario in each draw, 1 if left out beside `draws`; without `draws` in all.",
      .assumed("two in each draw tell chance from uncertainty")),
    Parameter(
      "echoes", \.echoes,
      "With one run in each draw: a second one in draws 1 to 16 and in every fourth after, from which "
        + "the share of chance in the spread is told.",
      .assumed("a prefix of the draws keeps its echoes")),
    Parameter(
      "draws_file", \.drawsFile,
      "A CSV file with values of parameters, one row for each draw, relative to this file: columns "
        + "are paths, `path@scenario` for one policy's own. All else is drawn from its prior."),
    Parameter(
      "policy_from", \.policyFrom,
      "Whether policies begin with the window, after a warm-up under the baseline's, or with the run.",
      .assumed("a policy is asked about from the day on which it begins")),
    Parameter("follow_up", \.followUp),
    Parameter("sweep", \.sweep),
    Parameter("calibrate", \.calibrate),
    Parameter(
      "seed", \.seed, in: 0...9_007_199_254_740_991, "Seed of the study, below 2^53.",
      .assumed("any number")),
    Parameter(
      "outcomes", \.outcomes, "Names of the outcomes to print; a short list if left out."),
  ]
}

/// A study file with the scenarios it names.
public struct LoadedStudy: Sendable {
  /// What the file says.
  public let study: StudyFile
  /// Runs of each scenario in each draw; without draws in all.
  public let replicates: Int
  /// Alternatives that are compared with another one than the baseline, by name: that one's name.
  public let against: [String: String]
  /// Scenarios that are watched for longer; nil for none.
  public let followUp: FollowUp?
  /// The values given for the draws, if the file names any.
  public let given: ValuesFile?
  /// Settings at which every scenario is run, if the file asks for any.
  public let points: ValuesFile?
  /// What sources say of outcomes, if the baseline is to be fitted to them; nil for none.
  public let targets: [Target]?
  /// The outcomes it asks for; empty for the short list.
  public let outcomes: [String]
  /// The baseline first, then the alternatives in their order.
  public let scenarios: [ScenarioFile]
  /// What should be looked at; a study that could be read has warnings only.
  public let problems: Problems

  /// Whether a file describes a study: it names a baseline itself.
  public static func isStudy(_ loaded: Loader.Loaded) -> Bool {
    loaded.parts.first.map { keyOfStudy(in: $0) != nil } ?? false
  }

  /// The first key that only a study has.
  private static func keyOfStudy(in tree: Tree) -> Tree.Scalar? {
    tree.descendant("baseline")?.key ?? tree.descendant("alternatives")?.key
  }

  /// The problem of a study where a scenario is wanted: the file itself, or one that it extends.
  ///
  /// - Parameter naming: Where the file is named, if another file does.
  static func misplaced(
    _ loaded: Loader.Loaded, _ path: String, naming: Tree.Scalar? = nil
  ) -> Problem? {
    for (index, part) in loaded.parts.enumerated() {
      guard let key = keyOfStudy(in: part) else { continue }
      let name = index == 0 ? naming : loaded.named[index - 1]
      let file = name?.text ?? path
      return Problem(
        .wrongType, "'\(file)' is a study, not a scenario", at: name?.place ?? key.place,
        length: (name ?? key).text.unicodeScalars.count,
        help: name == nil
          ? "'vigie compare' runs studies; 'vigie run' takes the scenarios they name"
          : "'vigie compare' runs it; name a scenario here")
    }
    return nil
  }

  /// Reads a study file and every file it names.
  ///
  /// - Throws: `Problems` with all problems of all files.
  public init(
    _ path: String, settings: Settings = Settings(), loader: Loader = Loader()
  ) throws(Problems) {
    var loaded = loader.read(path)
    let misuse = StudyReader.extended(loaded)
    if misuse != nil, let own = loaded.parts.first { loaded.tree = own }
    let reading = read(StudyFile.self, from: loaded)
    var reader = StudyReader(path: path, settings: settings, loader: loader)
    reader.sources = loaded.sources
    reader.problems = StudyReader.refined(reading.problems, loaded)
    if let misuse { reader.problems.append(misuse) }
    study = reading.value
    replicates =
      (study.draws > 0 || !study.drawsFile.isEmpty) && loaded.tree["replicates"] == nil
      ? 1 : study.replicates
    if let problem = ScenarioFile.problem(ofName: study.label, in: loaded.tree) {
      reader.problems.append(problem)
    }
    outcomes = reader.outcomes(loaded.tree["outcomes"])
    let sweep = loaded.tree["sweep"], fit = loaded.tree["calibrate"]
    if let baseline = reader.baseline(loaded, priors: study.calibrate.priors) {
      reader.add(baseline, name: nil, at: loaded.tree["baseline"])
      // A sweep or a fit of one scenario compares nothing with it.
      if (sweep == nil && fit == nil) || loaded.tree["alternatives"] != nil {
        reader.alternatives(loaded, baseline: baseline)
      }
    }
    scenarios = ScenarioFile.distinct(reader.scenarios, keeping: reader.given)
    followUp = reader.followUp(study.followUp, among: scenarios, loaded.tree["follow_up"])
    reader.compareNames(of: scenarios)
    against = reader.references(among: scenarios)
    given = reader.given(loaded.tree["draws_file"], draws: study.draws, scenarios)
    points = reader.points(study, sweep, scenarios, given: given)
    targets = reader.targets(study.calibrate, fit)
    let (rows, overflow) = (points?.rows ?? 1).multipliedReportingOverflow(by: scenarios.count)
    reader.count(
      replicates * max(1, study.draws > 0 ? study.draws : given?.rows ?? 1),
      overflow ? .max : rows, loaded.tree)
    problems = Problems(reader.problems, sources: reader.sources)
    if problems.hasErrors { throw problems }
  }
}

extension ScenarioFile {
  /// The same scenarios, where files share a name under the names of their files.
  ///
  /// - Parameter given: Positions of those whose names were given beside the file, and are kept.
  public static func distinct(
    _ scenarios: [ScenarioFile], keeping given: Set<Int> = []
  ) -> [ScenarioFile] {
    let names = scenarios.map(\.name)
    return scenarios.enumerated().map { index, scenario in
      guard names[..<index].contains(scenario.name), !given.contains(index) else { return scenario }
      let file = scenario.files.first?.split(separator: "/").last.map(String.init) ?? ""
      let stem = file.split(separator: ".").first.map(String.init) ?? scenario.name
      let isTaken = names.contains(stem) || fault(ofName: stem) != nil
      return isTaken ? scenario : scenario.renamed(stem)
    }
  }
}

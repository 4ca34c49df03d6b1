import Schema
import Simulation

/// Scenarios to be run on the same random streams: what turns files into a plan and runs.
public struct Comparison: Sendable {
  /// Everything but the scenarios.
  public struct Options: Sendable {
    /// The study's name.
    public var name: String
    /// Runs of each scenario.
    public var replicates: Int
    /// Seed, below 2^53.
    public var seed: UInt64
    /// Medians of uncertain parameters in place of draws.
    public var isFixed: Bool

    /// Makes options.
    public init(name: String, replicates: Int, seed: UInt64, isFixed: Bool) {
      self.name = name
      self.replicates = replicates
      self.seed = seed
      self.isFixed = isFixed
    }
  }

  /// The scenarios; the first is the reference.
  public let scenarios: [ScenarioFile]
  /// Everything else.
  public let options: Options
  /// What is to be run.
  public let plan: Plan
  /// Paths of the drawn parameters, in the order of the plan's `drawn`.
  public let paths: [String]

  /// Makes a comparison; the first scenario is the reference of all.
  ///
  /// - Throws: `PlanProblem`, for instance where two scenarios have one name.
  public init(_ scenarios: [ScenarioFile], options: Options) throws(PlanProblem) {
    self.scenarios = scenarios
    self.options = options
    var paths: [String] = []
    for scenario in scenarios where !options.isFixed {
      for path in scenario.uncertain where !paths.contains(path) { paths.append(path) }
    }
    self.paths = paths
    plan = try Plan(
      study: options.name,
      scenarios: scenarios.map { PlannedScenario(name: $0.name, text: $0.text) }, reference: 0,
      replicates: options.replicates, seed: options.seed, columns: Outcomes.columns,
      drawn: paths.map(Plan.column), modelVersion: ModelFingerprint.value)
  }

  /// The study that makes the runs and the tables.
  ///
  /// - Parameters:
  ///   - folder: The folder of results.
  ///   - command: The command, for the provenance.
  public func study(folder: String, command: String) -> Study {
    var study = Study(
      plan: plan, folder: folder, resolved: resolved, parameters: parameters, command: command)
    study.settle = { Outcomes.settled($0, against: $1) }
    return study
  }

  /// Makes one run.
  ///
  /// - Throws: `RunStopped` when the flag was raised; `Run.Fault`; `Problems` where drawn values
  ///   contradict each other.
  public func simulate(_ run: PlannedRun, stop: StopFlag) throws -> RunRecord {
    let (scenario, drawn) = try scenarios[run.scenario].drawn(
      seed: options.seed, replicate: run.replicate, fixed: options.isFixed)
    do {
      var record = try Run.simulate(
        scenario, seed: options.seed, replicate: UInt64(clamping: run.replicate),
        isStopped: { stop.isRaised })
      record.drawn = paths.map { path in drawn.first { $0.path == path }?.value ?? .nan }
      return record
    } catch is Run.Stopped {
      throw RunStopped(reason: "asked to stop")
    } catch let limit as Run.LimitReached {
      throw RunStopped(reason: limit.description)
    }
  }

  /// The baseline's parameters, then what differs in each other scenario.
  public var parameters: [ParameterRow] {
    guard let first = scenarios.first else { return [] }
    return first.rows() + scenarios.dropFirst().flatMap { $0.rows(over: first) }
  }

  /// The text of study.yaml: seed, replicates, and every scenario in full.
  private var resolved: String {
    let here = Place(file: "", line: 1, column: 1)
    func entry(_ key: String, _ value: Tree) -> Tree.Entry { .init(.init(key, at: here), value) }
    func text(_ text: String) -> Tree { .scalar(.init(text, at: here)) }
    return Tree.map(
      .init(
        [
          entry("schema_version", text("1")), entry("name", text(options.name)),
          entry("replicates", text(String(options.replicates))),
          entry("seed", text(String(options.seed))),
          entry("uncertain", text(options.isFixed ? "medians" : "drawn")),
          entry("reference", text(scenarios.first?.name ?? "")),
          entry("scenarios", .map(.init(scenarios.map { entry($0.name, $0.resolved) }, at: here))),
        ], at: here)
    ).canonicalYAML
  }
}

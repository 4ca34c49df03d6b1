import Schema
import Simulation

/// Scenarios to be run on the same random streams: what turns files into a plan and runs.
public struct Comparison: Sendable {
  /// Everything but the scenarios.
  public struct Options: Sendable {
    /// The study's name.
    public var name: String
    /// Draws of the uncertain parameters; nil for one draw in each replicate.
    public var draws: Int?
    /// Runs of each scenario in each draw; without `draws` in all.
    public var replicates: Int
    /// Whether, with one replicate asked for, some draws have a second one, from which the share of
    /// chance is told.
    public var echoes: Bool
    /// Seed, below 2^53.
    public var seed: UInt64
    /// Medians of uncertain parameters in place of draws.
    public var isFixed: Bool
    /// Whether policies begin with the window, after a warm-up under the reference's; as against being
    /// there from the run's beginning.
    public var beginsWithWindow: Bool
    /// Which scenarios are watched for longer in the first draws; nil for none.
    public var followUp: FollowUp?
    /// Scenarios that have fewer draws than the others, by name: the first ones.
    public var fewerDraws: [String: Int] = [:]
    /// Scenarios that are compared with another one than the first, by name: that one's name.
    public var against: [String: String] = [:]
    /// Values given for the draws; a parameter that has none is drawn from its prior.
    public var given: ValuesFile?
    /// Settings of varied parameters: each scenario is run at each of them; nil for none.
    public var points: ValuesFile?
    /// Points at which quantiles of inputs are set, in place of draws; empty for none.
    public var samples: [Sample] = []
    /// What is told in place of summaries and differences; nil for these.
    var conclusion: Conclusion?
    /// Outcomes that the tables of a sweep have beside a short list.
    public var outcomes: [String] = []
    /// The position of the scenario to which paths alone in those tables belong.
    public var baseline = 0

    /// Makes options.
    public init(
      name: String, draws: Int? = nil, replicates: Int, echoes: Bool = false, seed: UInt64,
      isFixed: Bool,
      beginsWithWindow: Bool = true, followUp: FollowUp? = nil, given: ValuesFile? = nil,
      baseline: Int = 0
    ) {
      self.name = name
      (self.draws, self.replicates, self.echoes) = (draws, replicates, echoes)
      self.seed = seed
      self.isFixed = isFixed
      self.beginsWithWindow = beginsWithWindow
      self.followUp = followUp
      (self.given, self.baseline) = (given, baseline)
    }
  }

  /// The scenarios, in a sweep those of one point; the first is the reference.
  public let scenarios: [ScenarioFile]
  /// Everything else.
  public let options: Options
  /// What is to be run.
  public let plan: Plan
  /// Paths of the drawn and the varied parameters, in the order of the plan's `drawn`.
  public let paths: [String]
  /// The values given for draws and points, as they lie in the folder.
  let tables: [Table]
  private let drawnScenarios = DrawnScenarios()

  /// Makes a comparison; the first scenario is the reference of all.
  ///
  /// - Throws: `PlanProblem`, for instance where two scenarios have one name, or where more draws
  ///   are asked for than there are values.
  public init(_ scenarios: [ScenarioFile], options: Options) throws(PlanProblem) {
    let given = [try options.givenDraws(), options.points].compactMap { $0 }
    var scenarios = scenarios
    for table in given { scenarios = try options.applying(table, to: scenarios) }
    self.scenarios = scenarios
    self.options = options
    tables = given.map { [scenarios] in $0.table(scenarios, baseline: options.baseline) }
    let varied = options.points?.paths ?? []
    var paths: [String] = []
    for path in scenarios.flatMap(\.uncertain)
    where !paths.contains(path) && (!options.isFixed || varied.contains(path)) {
      paths.append(path)
    }
    self.paths = paths
    let (draws, replicates) =
      options.samples.isEmpty
      ? options.size(isDrawn: !paths.allSatisfy(varied.contains)) : (1, 1)
    plan = try Plan(
      study: options.name,
      scenarios: Self.planned(scenarios, tables, options, draws: draws),
      draws: draws, replicates: replicates,
      echoes: options.echoes && replicates == 1 && draws > 1, seed: options.seed,
      columns: Outcomes.columns, drawn: paths.map(Plan.column),
      varied: paths.filter(varied.contains).map(Plan.column), modelVersion: ModelFingerprint.value)
  }

  /// The plan's scenarios: all of the first point, then all of the next.
  private static func planned(
    _ scenarios: [ScenarioFile], _ tables: [Table], _ options: Options, draws: Int
  ) -> [PlannedScenario] {
    let values = tables.filter { $0.name == ByRow.Rows.draws.rawValue }.map(\.csv).joined()
    let points = tables.first { $0.name == ByRow.Rows.points.rawValue }
    // As study.yaml has them, so that a folder's plan is that of the command that made it.
    let texts = scenarios.map { "# \($0.name)\n" + ResolvedStudy.titled($0).canonicalYAML + values }
    let fewer = draws > 1 ? options.fewerDraws : [:]
    let count = points?.rows.count ?? max(1, options.samples.reduce(0) { $0 + $1.count })
    let digests = texts.map { SHA256.hex($0) }
    return (0..<count).flatMap { point in
      let sampled = options.sample(of: point).map { $0.point($1) }
      let row = points.map { CSV.line($0.rows[point]) } ?? sampled.map { "\($0)" }
      return scenarios.enumerated().map { place, scenario in
        let reference = options.against[scenario.name].flatMap { name in
          scenarios.firstIndex { $0.name == name }
        }
        return PlannedScenario(
          name: scenario.name, text: row.map { digests[place] + $0 } ?? texts[place],
          point: point + 1, reference: point * scenarios.count + (reference ?? 0),
          followed: options.followUp?.followed(scenarios, place), draws: fewer[scenario.name],
          streams: sampled?.stream)
      }
    }
  }

  /// What is varied: paths, or `path@scenario`.
  public var varied: [String] { options.points?.columns.map(\.header.text) ?? [] }

  /// The values of what is varied at a point, from 1, as they are written.
  public func values(at point: Int) -> [String] {
    options.points?.columns.map { $0.cells[point - 1].text } ?? []
  }

  /// Where a scenario of the plan has its uncertain and varied parameters from, in one draw.
  func draws(of planned: Int, draw: Int) -> Draws {
    let point = planned / scenarios.count
    if let (sample, place) = options.sample(of: point) {
      let own = sample.point(place)
      let set = Dictionary(zip(sample.inputs, own.quantiles)) { first, _ in first }
      return .keyed(seed: options.seed, draw: own.draw, set: set)
    }
    let varied = options.points == nil ? nil : point + 1
    return options.isFixed
      ? .medians(point: varied) : .keyed(seed: options.seed, draw: draw, point: varied)
  }

  /// The study that makes the runs and the tables.
  ///
  /// - Parameters:
  ///   - folder: The folder of results.
  ///   - command: The command, for the provenance.
  public func study(folder: String, command: String) -> Study {
    var study = Study(
      plan: plan, folder: folder, resolved: ResolvedStudy.text(of: self),
      parameters: parameters, command: command, keys: { [self] in keys() })
    study.tables = tables
    let hours = scenarios.map(\.reading.value.hours)
    study.cost = { [plan] run in
      let own = hours[run.scenario % hours.count]
      return own.warmUp + max(own.window, plan.followUp(of: run) * 24)
    }
    if plan.isSweep || !options.samples.isEmpty {
      study.tabled = Set(OutcomeWords.swept + options.outcomes)
    }
    study.samples = options.samples
    study.conclusion = options.conclusion
    study.settle = { Outcomes.settled($0, against: $1) }
    study.drawnPlaces = scenarios.map { scenario in
      let own = scenario.uncertain
      return paths.map { own.firstIndex(of: $0) }
    }
    return study
  }

  /// What each run is, in the order of the plan.
  ///
  /// - Complexity: O(values drawn) for each scenario and draw.
  func keys() -> [RunKey] {
    var maker = KeyMaker(self)
    return plan.runs.map { maker.key(of: $0) }
  }

  /// What one run is.
  func key(of run: PlannedRun) -> RunKey {
    var maker = KeyMaker(self)
    return maker.key(of: run)
  }

  /// The scenario of a run, its uncertain parameters drawn.
  ///
  /// - Throws: `Problems` where drawn values contradict each other.
  public func drawn(_ run: PlannedRun) throws(Problems) -> Scenario {
    try made(run).scenario
  }

  /// The scenario of a run as it is simulated, and what was drawn.
  private func made(_ run: PlannedRun) throws(Problems) -> DrawnScenarios.Made {
    let place = run.scenario, reference = plan.scenarios[place].reference ?? place
    var own = try made(place, draw: run.draw)
    own.scenario = own.scenario.followed(hours: plan.followUp(of: run) * 24)
    guard options.beginsWithWindow, reference != place else { return own }
    let before = try made(reference, draw: run.draw)
    return (own.scenario.beginning(after: before.scenario), own.values)
  }

  /// A scenario with the values of one draw, which several runs share.
  private func made(_ place: Int, draw: Int) throws(Problems) -> DrawnScenarios.Made {
    if let known = drawnScenarios.made(place, draw: draw) { return known }
    let file = scenarios[place % scenarios.count]
    let made =
      options.isFixed && options.points == nil
      ? try file.drawn(seed: options.seed, draw: draw, fixed: true)
      : try file.drawn(draws(of: place, draw: draw))
    drawnScenarios.keep(made, place, draw: draw)
    return made
  }

  /// Makes one run and gives its events as lines of CSV.
  ///
  /// - Throws: `Run.Fault`, `Problems`, and what `write` throws, which ends the run.
  public func events(_ run: PlannedRun, write: (String) throws -> Void) throws -> RunRecord {
    try Run.events(
      try drawn(run), seed: options.seed, replicate: plan.stream(of: run), write: write)
  }

  /// Makes one run.
  ///
  /// - Throws: `RunStopped` when the flag was raised; `Run.Fault`; `Problems` where drawn values
  ///   contradict each other.
  public func simulate(_ run: PlannedRun, stop: StopFlag) throws -> RunRecord {
    let (scenario, drawn) = try made(run)
    do {
      var record = try Run.simulate(
        scenario, seed: options.seed, replicate: plan.stream(of: run),
        isStopped: { stop.isRaised })
      record.drawn = plan.drawn.isEmpty ? [] : drawn.map(\.value)
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
}

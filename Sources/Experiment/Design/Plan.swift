import Simulation

/// One scenario of a study, with every value written out.
public struct PlannedScenario: Sendable, Equatable {
  /// Its name in the tables.
  public let name: String
  /// SHA-256 of every parameter and every default. It enters the plan's digest.
  public let digest: String
  /// The setting of the varied parameters that it stands for, from 1.
  public let point: Int
  /// The position of the scenario that it is compared with and settled against: itself for a
  /// reference; nil where nothing is compared.
  public let reference: Int?
  /// How long its first draws are followed up; nil where they aren't.
  public let followed: Followed?
  /// How many of the plan's draws are run, the first ones; nil for all.
  public let draws: Int?
  /// The number that names its random streams; nil for that of draw and replicate.
  public let streams: UInt64?

  /// A follow-up of a scenario.
  public struct Followed: Sendable, Equatable {
    /// Days from the window's beginning to its end.
    public let days: Double
    /// The draws that are followed up: the first ones; with a single draw its replicates.
    public let draws: Int
  }

  /// Makes a scenario of a plan; a plain comparison has one point.
  ///
  /// - Parameter text: The resolved text, of which the digest is kept.
  public init(
    name: String, text: String, point: Int = 1, reference: Int? = nil, followed: Followed? = nil,
    draws: Int? = nil, streams: UInt64? = nil
  ) {
    self.name = name
    digest = SHA256.hex(text)
    (self.point, self.reference, self.followed) = (point, reference, followed)
    (self.draws, self.streams) = (draws, streams)
  }
}

/// One run of a plan: one scenario, one draw of the uncertain parameters, one replicate of chance.
public struct PlannedRun: Sendable, Equatable {
  /// `run_id`, from 1, in the order of work.
  public let id: Int
  /// `point_id`, from 1.
  public let point: Int
  /// Position of the scenario in the plan, from 0.
  public let scenario: Int
  /// From 1; the same number means the same values of the uncertain parameters in every scenario.
  public let draw: Int
  /// From 1 in each draw; the same draw and replicate mean the same random streams everywhere.
  public let replicate: Int
}

/// Why a plan can't be made.
public struct PlanProblem: Error, Equatable, CustomStringConvertible {
  /// What is there and what is allowed.
  public let description: String
}

/// What is to be run, fixed before the first run: scenarios × draws × replicates. A scenario may have
/// fewer draws than others, the first ones.
public struct Plan: Sendable, Equatable {
  /// The study's name.
  public let study: String
  /// The scenarios, in the order of the tables.
  public let scenarios: [PlannedScenario]
  /// Draws of the uncertain parameters, the most of any scenario; 1 where they stand at their medians,
  /// or there are none.
  public let draws: Int
  /// Replicates of each scenario in each draw; with echoes the most, two.
  public let replicates: Int
  /// Whether only some draws have their second replicate: the echoes.
  public let echoes: Bool
  /// The study's seed, below 2^53, which every program reads back exactly.
  public let seed: UInt64
  /// Outcomes, in the order of a record's values.
  public let columns: [Column]
  /// Names of the columns of drawn and varied parameters; empty where all stand at their medians.
  public let drawn: [String]
  /// Those of the varied ones: which the points of a sweep set.
  public let varied: [String]
  /// The version of the model, which enters the digest.
  public let modelVersion: String
  /// SHA-256 over scenarios, references, seed, draws, replicates, names of columns and model version.
  public let digest: String
  /// Every run, in the order of work: all scenarios of the first draw come first, so that partial
  /// results are already paired.
  public let runs: PlannedRuns
  /// Runs of a scenario that has all draws.
  public let runsOfEach: Int

  /// Most runs of one study: more would be a slip of the keyboard.
  public static let mostRuns = 10_000_000
  /// Most draws or replicates of one scenario.
  public static let mostReplicates = 1_000_000
  /// The first seed that is too large.
  public static let seedLimit: UInt64 = 1 << 53

  /// Makes and checks a plan.
  ///
  /// - Parameters:
  ///   - scenarios: With all those of a point one after the other, the first point's first.
  ///   - drawn: Empty when uncertain parameters are fixed at their medians and none is varied.
  ///   - varied: Those of the drawn that are varied.
  /// - Throws: `PlanProblem` for a seed of 2^53 or more, no scenario, draw or replicate, too many
  ///   runs, or names that are empty, repeated or taken.
  public init(
    study: String, scenarios: [PlannedScenario], draws: Int, replicates: Int, echoes: Bool = false,
    seed: UInt64, columns: [Column], drawn: [String] = [], varied: [String] = [],
    modelVersion: String
  ) throws(PlanProblem) {
    self.study = study
    self.scenarios = scenarios
    (self.draws, self.replicates, self.echoes) = (draws, echoes ? 2 : replicates, echoes)
    self.seed = seed
    self.columns = columns
    (self.drawn, self.varied) = (drawn, varied)
    self.modelVersion = modelVersion
    let most = echoes ? "echoes" : String(replicates)
    var parts = ["vigie plan 7", modelVersion, String(seed), String(draws), most]
    parts.append(String(scenarios.count))
    for scenario in scenarios {
      let reference = scenario.reference.map(String.init) ?? "none"
      let followed = scenario.followed.map { "\($0.days) \($0.draws)" } ?? "none"
      let own = scenario.draws.map(String.init) ?? "all"
      parts += [scenario.name, String(scenario.point), reference, scenario.digest, followed, own]
    }
    parts.append(String(columns.count))
    digest = Plan.digest(of: parts + columns.map(\.name) + drawn)
    try Plan.check(scenarios, draws: draws, replicates: replicates, seed: seed)
    let repeats: PlannedRuns.Repeats = echoes ? .echoes : .each(replicates)
    runs = PlannedRuns(
      scenarios, draws: scenarios.map { $0.draws ?? draws }, replicates: repeats)
    runsOfEach = repeats.upTo(draws)
    try checkNames()
  }

  /// How many runs there are.
  public var count: Int { runs.count }

  /// How many settings of the varied parameters there are; 1 in a plain comparison.
  public var points: Int { scenarios.last?.point ?? 1 }

  /// Whether parameters are varied: rows about scenarios are then told apart by their point, too.
  public var isSweep: Bool { !varied.isEmpty }

  /// The position in `runs` of the run that one is settled against: itself where there is no other.
  func reference(of run: PlannedRun) -> Int {
    runs.index(
      scenario: scenarios[run.scenario].reference ?? run.scenario, draw: run.draw,
      replicate: run.replicate) ?? run.id - 1
  }

  /// How many scenarios are compared with another one.
  ///
  /// - Complexity: O(scenarios × points).
  public var compared: Int {
    scenarios.enumerated().count { place, scenario in
      scenario.reference.map { $0 != place } ?? false
    }
  }

  /// Whether some scenario is compared with another one.
  public var isComparison: Bool { compared > 0 }

  /// The number that names the random streams of a run.
  ///
  /// The first replicate of draw n has those of number n, whatever else is asked for, and so has the
  /// n-th replicate where nothing is drawn: a study with one replicate a draw keeps its runs when
  /// replicates are added.
  public func stream(of run: PlannedRun) -> UInt64 {
    if let own = scenarios[run.scenario].streams { return own }
    if drawn.count == varied.count {
      return UInt64(clamping: (run.draw - 1) * replicates + run.replicate)
    }
    return UInt64(clamping: run.draw) | UInt64(clamping: run.replicate - 1) << 32
  }

  /// Days from the window's beginning to the end of a run's follow-up; 0 without one, and in echoes.
  public func followUp(of run: PlannedRun) -> Double {
    guard let followed = scenarios[run.scenario].followed, !(echoes && run.replicate > 1) else {
      return 0
    }
    return (draws == 1 ? run.replicate : run.draw) <= followed.draws ? followed.days : 0
  }

  /// What is wrong with a record of this plan, or nil.
  ///
  /// An infinite value is a fault of the run; an undefined one is NaN.
  public func problem(in record: RunRecord) -> String? {
    if record.values.count != columns.count {
      return "\(record.values.count) outcomes where the plan has \(columns.count)"
    }
    for (column, value) in zip(columns, record.values) where value.isInfinite {
      return "\(column.name) is infinite"
    }
    if record.drawn.contains(where: \.isInfinite) { return "a drawn parameter is infinite" }
    return record.observedDays.isFinite ? nil : "observed_d is \(record.observedDays)"
  }

  /// A record of this plan.
  ///
  /// - Throws: `PlanProblem` saying what is wrong with it.
  func checked(_ record: RunRecord) throws(PlanProblem) -> RunRecord {
    if let problem = problem(in: record) { throw PlanProblem(description: problem) }
    return record
  }

  static func digest(of texts: [String]) -> String { SHA256.hex(joined(texts)) }

  /// The length before each text keeps two lists that only join to the same text apart.
  static func joined(_ texts: [String]) -> String {
    texts.map { "\($0.utf8.count):\($0)\n" }.joined()
  }
}

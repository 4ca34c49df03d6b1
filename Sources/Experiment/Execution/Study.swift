import Simulation

/// A plan, a folder for its results, and what the tables say beside the runs.
///
/// `run` does what is left to do: everything, the rest after a kill, what was newly asked for, or
/// nothing.
public struct Study: Sendable {
  /// What is to be run.
  public let plan: Plan
  /// What each run is, in the order of the plan; a finished study is told without.
  public var keys: [RunKey] { made.keys }
  private let made: KeysOnDemand
  /// The folder of results.
  public let folder: String
  /// The text of study.yaml: every parameter and every default.
  public let resolved: String
  /// The rows of parameters.csv.
  public var parameters: [ParameterRow]
  /// The tables of values given for draws and points, if any are.
  var tables: [Table] = []
  /// The command for the provenance; `DataPackage.command` cuts folders off.
  public let command: String
  /// The command to go on with after an interruption, as it was typed; kept until the end.
  public var again = ""
  /// Coverage of all intervals.
  public var level = 0.95
  /// Whether the intervals of differences hold for all scenarios at once.
  public var simultaneous = false
  /// Samples from whose points sensitivities are told; empty for none.
  var samples: [Sample] = []
  /// What is told in place of summaries and differences; nil for these.
  var conclusion: Conclusion?
  /// Outcomes that summary.csv and differences.csv have, in the order of the plan; empty for all.
  public var tabled: Set<String> = []
  /// The files that say what its rounds go on for; without a text where there are no rounds.
  var goal = StudyGoal.files(nil, draws: nil)
  /// Throw away what an earlier study left in the folder.
  public var fresh = false
  /// Called with a record and the reference scenario's record of the same draw and replicate when
  /// tables are made; records on disk are as they were before.
  public var settle: @Sendable (RunRecord, _ reference: RunRecord) -> RunRecord = { record, _ in
    record
  }
  /// What a run takes, in any unit: what is left to do is told from it.
  public var cost: @Sendable (PlannedRun) -> Double = { _ in 1 }
  /// For each scenario of a point, where in its records' `drawn` each of the plan's drawn columns
  /// stands; nil for a parameter that it hasn't.
  public var drawnPlaces: [[Int?]]

  /// Makes a study; the options keep their defaults until set.
  ///
  /// - Parameter keys: Makes one for each run of the plan; from the scenarios' texts if left out.
  public init(
    plan: Plan, folder: String, resolved: String, parameters: [ParameterRow], command: String,
    keys: (@Sendable () -> [RunKey])? = nil
  ) {
    self.plan = plan
    made = KeysOnDemand(
      keys ?? {
        plan.runs.map { run in
          RunKey(
            model: plan.modelVersion, scenario: plan.scenarios[run.scenario].digest,
            seed: plan.seed, stream: plan.stream(of: run))
        }
      })
    self.folder = folder
    self.resolved = resolved
    self.parameters = parameters
    self.command = command
    drawnPlaces = Array(repeating: Array(plan.drawn.indices), count: plan.scenarios.count)
  }

  /// What a finished study says.
  public struct Results: Sendable, Equatable {
    /// How many runs there are, also those that failed.
    public let runs: Int
    /// The runs that didn't reach their end: exit code 3 if there are any.
    public let failures: [FinishedRun]
    /// The rows of summary.csv.
    public let summary: [SummaryRow]
    /// The rows of differences.csv; none without a reference.
    public let differences: [DifferenceRow]
    /// The rows of sensitivity.csv; none without samples.
    public var sensitivities: [SensitivityRow] = []
    /// Values of some outcomes by draw; nil unless they are kept for what is told.
    public var levels: DrawLevels?
    /// The rows of settling.csv with those of curve.csv.
    public let settlings: [Settling]
    /// The rows of ranking.csv; none with a single alternative, and of a sweep.
    public var ranking: [RankingRow] = []
    /// What a reader should hear first.
    public let warnings: [String]
    /// Names of scenarios in which nothing happened but what happened in the reference.
    public let idle: [String]
  }

  /// How a session ended.
  public enum Ending: Sendable, Equatable {
    /// All was done before; no run was made.
    case alreadyDone(Results)
    /// All is done now.
    case finished(Results)
    /// The flag was raised; the same command goes on from here.
    case interrupted(done: Int, total: Int)
  }

  /// Units of the drawn columns: a column is named as its parameter, or as a part of one.
  var units: [String: String] {
    let columns = DrawnColumns(parameters, path: \.key)
    var units: [String: String] = [:]
    for name in plan.drawn {
      // What has no unit of its own is a word: its column counts positions in a list.
      units[name] = columns.row(name).map { $0.unit.isEmpty ? "1" : $0.unit }
    }
    return units
  }
}

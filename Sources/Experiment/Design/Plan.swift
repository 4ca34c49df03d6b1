import Simulation

/// One scenario of a study, with every value written out.
public struct PlannedScenario: Sendable, Equatable {
  /// Its name in the tables.
  public let name: String
  /// The resolved text: every parameter and every default. It enters the digest.
  public let text: String
  /// The setting of the varied parameters that it stands for, from 1.
  public let point: Int

  /// Makes a scenario of a plan; a plain comparison has one point.
  public init(name: String, text: String, point: Int = 1) {
    self.name = name
    self.text = text
    self.point = point
  }
}

/// One run of a plan: one scenario, one replicate.
public struct PlannedRun: Sendable, Equatable {
  /// `run_id`, from 1, in the order of work.
  public let id: Int
  /// `point_id`, from 1.
  public let point: Int
  /// Position of the scenario in the plan, from 0.
  public let scenario: Int
  /// From 1; the same number means the same random streams in every scenario.
  public let replicate: Int
}

/// Why a plan can't be made.
public struct PlanProblem: Error, Equatable, CustomStringConvertible {
  /// What is there and what is allowed.
  public let description: String
}

/// What is to be run, fixed before the first run.
public struct Plan: Sendable, Equatable {
  /// The study's name.
  public let study: String
  /// The scenarios, in the order of the tables.
  public let scenarios: [PlannedScenario]
  /// The position of the scenario that the others are compared with and settled against.
  public let reference: Int?
  /// Replicates of each scenario.
  public let replicates: Int
  /// The study's seed, below 2^53, which every program reads back exactly.
  public let seed: UInt64
  /// Outcomes, in the order of a record's values.
  public let columns: [Column]
  /// Keys of the parameters drawn once per replicate, in the order of a record's `drawn`.
  public let drawn: [String]
  /// The version of the model, which enters the digest.
  public let modelVersion: String
  /// SHA-256 over scenarios, reference, seed, replicates, names of columns and model version.
  public let digest: String

  /// Most runs of one study: more would be a slip of the keyboard.
  public static let mostRuns = 10_000_000
  /// Most runs of one scenario.
  public static let mostReplicates = 1_000_000
  /// The first seed that is too large.
  public static let seedLimit: UInt64 = 1 << 53

  /// Makes and checks a plan.
  ///
  /// - Parameters:
  ///   - reference: Position of the baseline; nil where nothing is compared.
  ///   - drawn: Empty when uncertain parameters are fixed at their medians.
  /// - Throws: `PlanProblem` for a seed of 2^53 or more, no scenario or replicate, too many runs,
  ///   or names that are empty, repeated or taken.
  public init(
    study: String, scenarios: [PlannedScenario], reference: Int?, replicates: Int, seed: UInt64,
    columns: [Column], drawn: [String] = [], modelVersion: String
  ) throws(PlanProblem) {
    self.study = study
    self.scenarios = scenarios
    self.reference = reference
    self.replicates = replicates
    self.seed = seed
    self.columns = columns
    self.drawn = drawn
    self.modelVersion = modelVersion
    var parts = ["vigie plan 1", modelVersion, String(seed), String(replicates)]
    parts += [reference.map(String.init) ?? "none", String(scenarios.count)]
    for scenario in scenarios {
      parts += [scenario.name, String(scenario.point), scenario.text]
    }
    parts.append(String(columns.count))
    digest = Plan.digest(of: parts + columns.map(\.name) + drawn)
    try check()
  }

  /// How many runs there are.
  public var count: Int { scenarios.count * replicates }

  /// Every run, in the order of work: all scenarios of the first replicate come first, so that
  /// partial results are already paired.
  public var runs: [PlannedRun] {
    (0..<count).map { index in
      let scenario = index % scenarios.count
      return PlannedRun(
        id: index + 1, point: scenarios[scenario].point, scenario: scenario,
        replicate: index / scenarios.count + 1)
    }
  }

  /// What is wrong with a record of this plan, or nil.
  ///
  /// An infinite value is a fault of the run; an undefined one is NaN.
  public func problem(in record: RunRecord) -> String? {
    if record.values.count != columns.count {
      return "\(record.values.count) outcomes where the plan has \(columns.count)"
    }
    if record.drawn.count != drawn.count {
      return "\(record.drawn.count) drawn parameters where the plan has \(drawn.count)"
    }
    for (column, value) in zip(columns, record.values) where value.isInfinite {
      return "\(column.name) is infinite"
    }
    // A scenario without one of the parameters leaves its column empty.
    for (name, value) in zip(drawn, record.drawn) where value.isInfinite {
      return "\(name) is \(value)"
    }
    return record.observedDays.isFinite ? nil : "observed_d is \(record.observedDays)"
  }

  /// The length before each text keeps two lists that only join to the same text apart.
  static func digest(of texts: [String]) -> String {
    SHA256.hex(texts.map { "\($0.utf8.count):\($0)\n" }.joined())
  }
}

extension Plan {
  /// What the column of a parameter is called: its path with `_` in place of `.`.
  public static func column(of path: String) -> String { path.replacing(".", with: "_") }

  /// The longest name of a scenario, in bytes.
  static let longestName = 200

  /// Why a scenario can't have a name, or nil.
  static func fault(ofName name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > longestName {
      return "it has \(name.utf8.count) bytes; \(longestName) are allowed"
    }
    let breaks: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
    if name.unicodeScalars.contains(where: { breaks.contains($0.properties.generalCategory) }) {
      return "it holds a line break or another control character"
    }
    return missingWords.contains(name.lowercased())
      ? "programs that read tables take it for a missing value" : nil
  }

  /// Cells that pandas reads as missing, whatever they meant.
  private static let missingWords = [
    "null", "nan", "na", "n/a", "none", "<na>", "#n/a", "#na", "-nan",
  ]

  private func check() throws(PlanProblem) {
    guard seed < Plan.seedLimit else {
      throw PlanProblem(description: "seed is \(seed); it must be below 2^53")
    }
    guard replicates >= 1, !scenarios.isEmpty else {
      throw PlanProblem(description: "a plan needs at least one scenario and one replicate")
    }
    guard replicates <= Plan.mostReplicates else {
      throw PlanProblem(
        description: "\(replicates) replicates; at most \(Plan.mostReplicates) are allowed")
    }
    let (runs, overflow) = scenarios.count.multipliedReportingOverflow(by: replicates)
    guard !overflow, runs <= Plan.mostRuns else {
      throw PlanProblem(
        description: "\(scenarios.count) scenarios with \(replicates) replicates are more than "
          + "\(Plan.mostRuns) runs")
    }
    if let reference, !scenarios.indices.contains(reference) {
      throw PlanProblem(description: "there is no scenario \(reference) to be the reference")
    }
    try checkNames()
  }

  private func checkNames() throws(PlanProblem) {
    if let repeated = firstRepeated(scenarios.map(\.name)) {
      throw PlanProblem(description: "two scenarios are named '\(repeated)'")
    }
    for name in scenarios.map(\.name) {
      if let fault = Plan.fault(ofName: name) {
        throw PlanProblem(description: "a scenario can't be named '\(name)': \(fault)")
      }
    }
    let headers = RunTable.leading + drawn + RunTable.middle + columns.map(\.name)
    // Databases don't tell columns apart that differ in case alone.
    if let repeated = firstRepeated((headers + RunTable.trailing).map { $0.lowercased() }) {
      throw PlanProblem(
        description: "two columns of runs.csv are named '\(repeated)', but for capital letters")
    }
    if headers.contains("") { throw PlanProblem(description: "a column has no name") }
  }

  private func firstRepeated(_ names: [String]) -> String? {
    let sorted = names.sorted()
    return zip(sorted, sorted.dropFirst()).first { $0 == $1 }?.0
  }
}

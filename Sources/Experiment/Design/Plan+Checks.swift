import Simulation

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

  /// Checks what can be checked before the runs are counted.
  static func check(
    _ scenarios: [PlannedScenario], draws: Int, replicates: Int, seed: UInt64
  ) throws(PlanProblem) {
    guard seed < Plan.seedLimit else {
      throw PlanProblem(description: "seed is \(seed); it must be below 2^53")
    }
    guard replicates >= 1, draws >= 1, !scenarios.isEmpty else {
      throw PlanProblem(
        description: "a plan needs at least one scenario, one draw and one replicate")
    }
    for (number, what) in [(draws, "draws"), (replicates, "replicates")]
    where number > Plan.mostReplicates {
      throw PlanProblem(
        description: "\(number) \(what); at most \(Plan.mostReplicates) are allowed")
    }
    // Both are at most a million, so that their product can't overflow.
    let (runs, overflow) = scenarios.count.multipliedReportingOverflow(by: draws * replicates)
    guard !overflow, runs <= Plan.mostRuns else {
      throw PlanProblem(
        description: "\(scenarios.count) scenarios with \(draws * replicates) runs each are more "
          + "than \(Plan.mostRuns) runs")
    }
    for scenario in scenarios {
      let own = scenario.draws ?? draws
      guard own >= 1, own <= draws else {
        throw PlanProblem(
          description: "scenario '\(scenario.name)' has \(own) of \(draws) draws")
      }
      guard let place = scenario.reference else { continue }
      guard scenarios.indices.contains(place) else {
        throw PlanProblem(description: "a scenario has a reference that isn't there")
      }
      guard scenarios[place].draws ?? draws >= own else {
        throw PlanProblem(
          description: "'\(scenarios[place].name)' has fewer draws than '\(scenario.name)', which "
            + "is compared with it")
      }
    }
  }

  func checkNames() throws(PlanProblem) {
    // All points have the same scenarios.
    let names = scenarios.filter { $0.point == 1 }.map(\.name)
    if let repeated = firstRepeated(names) {
      throw PlanProblem(description: "two scenarios are named '\(repeated)'")
    }
    for name in names {
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

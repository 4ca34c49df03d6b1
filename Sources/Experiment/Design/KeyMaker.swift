import Schema
import Simulation

/// Makes the keys of a comparison's runs; what the runs of a draw share is made once.
struct KeyMaker {
  /// The digests of one scenario in one draw.
  private struct Found {
    var draw = 0, digest = "", policy = ""
  }

  private let comparison: Comparison
  private let digests: [ScenarioDigest]
  private let hours: [(warmUp: Double, window: Double)]
  private var found: [Found]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    digests = comparison.scenarios.map { scenario in
      ScenarioDigest(
        scenario.reading.entries, drawn: scenario.uncertain.filter(comparison.paths.contains))
    }
    hours = comparison.scenarios.map(\.reading.value.hours)
    found = Array(repeating: Found(), count: comparison.plan.scenarios.count)
  }

  /// The key of a run.
  ///
  /// - Complexity: O(values drawn) where the run before was of another draw.
  mutating func key(of run: PlannedRun) -> RunKey {
    let plan = comparison.plan, place = run.scenario
    find(place, draw: run.draw)
    return RunKey(
      model: plan.modelVersion, scenario: found[place].digest, seed: plan.seed,
      stream: plan.stream(of: run), days: hours[place % hours.count].window / 24,
      followUp: plan.followUp(of: run))
  }

  private mutating func find(_ place: Int, draw: Int) {
    if found[place].draw == draw { return }
    let reference = comparison.plan.scenarios[place].reference ?? place
    if reference != place { find(reference, draw: draw) }
    let options = comparison.options, file = place % digests.count
    let drawn =
      comparison.paths.isEmpty
      ? []
      : comparison.scenarios[file].values(comparison.draws(of: place, draw: draw))
        .filter { !options.isFixed || comparison.paths.contains($0.path) }
    let policy = digests[file].policyDigest(drawn)
    let before = reference == place ? policy : found[reference].policy
    let isLater = options.beginsWithWindow && hours[file].warmUp > 0 && before != policy
    found[place] = Found(
      draw: draw, digest: digests[file].digest(drawn, after: isLater ? before : nil),
      policy: policy)
  }
}

import Schema
import Simulation

/// Scenarios that are watched beyond the study's window, in its first draws: those whose effects move.
public struct FollowUp: Sendable, Equatable {
  /// Hours from the window's beginning to the follow-up's end.
  public var hours: Double
  /// How many draws are followed up, the first ones; with a single draw, how many replicates.
  public var draws: Int
  /// Names of the scenarios; empty for all. The baseline is followed up with them.
  public var scenarios: [String]

  /// Makes a follow-up.
  public init(hours: Double, draws: Int, scenarios: [String] = []) {
    (self.hours, self.draws, self.scenarios) = (hours, draws, scenarios)
  }

  /// What helps where no scenario has a name: the nearest one, or all.
  public static func help(for name: String, among names: [String]) -> String {
    Names.hint(for: name, among: names) ?? "scenarios here: " + names.joined(separator: ", ")
  }

  /// How a scenario is followed up; nil where it isn't, or its window is as long.
  func followed(_ files: [ScenarioFile], _ place: Int) -> PlannedScenario.Followed? {
    let isNamed = scenarios.isEmpty || place == 0 || scenarios.contains(files[place].name)
    guard isNamed, hours > files[place].reading.value.hours.window, draws > 0 else { return nil }
    return PlannedScenario.Followed(days: hours / 24, draws: draws)
  }
}

/// A follow-up as a study file describes it.
public struct FollowUpSection: Configurable {
  /// Hours from the window's beginning to the follow-up's end; 0 for none.
  public var window = 0.0
  /// Draws that are followed up.
  public var draws = 8
  /// Names of scenarios, as written; all if left out.
  public var scenarios: Tree?
  /// None.
  public init() {}

  /// What the section is called.
  public static let name = "follow_up"
  /// What it describes.
  public static let summary =
    "Scenarios watched beyond the window in the first draws: those whose effects move."
  /// The table.
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "window", \.window, .duration, in: 0...87_660,
      "From the beginning of the window to the end of the follow-up; 0 for none.",
      .assumed("three months show what a week leaves open")),
    Parameter(
      "draws", \.draws, in: 1...Plan.mostReplicates,
      "Draws that are followed up, the first ones; with a single draw, replicates.",
      .assumed("days cost more than draws")),
    Parameter(
      "scenarios", \.scenarios,
      "A list of names of scenarios; all if left out. The baseline is followed up with them."),
  ]
}

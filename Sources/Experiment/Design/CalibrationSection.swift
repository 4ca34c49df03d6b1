import Schema

/// What a study's baseline is fitted to, and from which priors, as its file describes it.
public struct CalibrationSection: Configurable {
  /// The file of targets, relative to the study's; empty for none.
  public var targets = ""
  /// What the model may be wrong by where the targets don't say.
  public var tolerance = 0.1
  /// People who are simulated for so many people of the platform that targets describe.
  public var simulated = 1, of = 1
  /// Worlds from the priors that are run first.
  public var bank = 1_000
  /// Worlds of the plausible set.
  public var worlds = 500
  /// Runs of each world.
  public var replicates = 1
  /// Priors in place of what the baseline says, by path.
  public var priors: Tree?
  /// None.
  public init() {}

  /// What the section is called.
  public static let name = "calibrate"
  /// What it describes.
  public static let summary =
    "What the baseline is fitted to, and from which priors: 'vigie calibrate' does it."
  /// The table.
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "targets", \.targets,
      "A CSV file with what sources say of outcomes, relative to this file: rows with the role fitted decide "
        + "what is plausible, those with the role predicted are shown beside."),
    Parameter(
      "tolerance", \.tolerance, .share, in: 0.001...10,
      "How far outside a target's limits a world may lie and still be plausible, as a share of the limit, where "
        + "the file has no column tolerance: what the model may be wrong by.",
      .assumed("counts of a year are known to a few per cent; models of people are not")),
    Parameter(
      "simulated", \.simulated, in: 1...1_000_000_000,
      "People who are simulated for each `of` people of the platform that the targets describe: outcomes per day "
        + "or week are multiplied by of / simulated.",
      .assumed("1 for 1: the platform at full size")),
    Parameter(
      "of", \.of, in: 1...1_000_000_000, "People of the platform for each `simulated` ones.",
      .assumed("1 for 1: the platform at full size")),
    Parameter(
      "bank", \.bank, in: 100...Plan.mostReplicates,
      "Worlds from the priors that are run first: the emulator is fitted to them, and known inputs are found "
        + "again among them.", .assumed("from 501 on recovery is told")),
    Parameter(
      "worlds", \.worlds, in: 50...100_000, "Worlds of the plausible set.",
      .assumed("limits at 95 % want hundreds")),
    Parameter(
      "replicates", \.replicates, in: 1...100, "Runs of each world.",
      .assumed("1 where targets are conditional expectations, which chance hardly moves")),
    Parameter(
      "priors", \.priors,
      "Paths of the baseline's parameters, each with the distribution, or the value, that it has here."
    ),
  ]
}

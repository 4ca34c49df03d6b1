import ArgumentParser
import Experiment
import Foundation
import Schema

/// `vigie demo`: a small example, and what to type next.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Compare two policies on a small platform, and say what to type next.")

  /// The policies: a name, what readers call it, and what it sets.
  private static let policies = [
    (name: "phone", title: "registration by telephone", set: ["registration.method=phone"]),
    (
      name: "moderator", title: "one moderator, round the clock",
      set: ["moderation.staff=1", "sanctions.scope=device"]
    ),
  ]
  /// The fewest from which limits say where the next world falls.
  private static let pairs = 8
  /// A day after half a day: some two seconds.
  private static let time = ["time.warm_up=12 h", "time.window=1 d"]

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Set a value over the preset; may be repeated.", valueName: "KEY=VALUE"))
  var settings: [String] = []

  @Flag(help: "Print results as JSON.")
  var json = false

  @Flag(help: "Print results only: no progress, no remarks.")
  var quiet = false

  @Flag(name: .customLong("no-progress"), help: "Print no progress.")
  var noProgress = false

  func run() throws {
    let presets = PresetFolder()
    let (file, typed) = (presets.path("classroom.yaml"), presets.typed("classroom.yaml"))
    let own = Self.time + settings
    let alternatives = try DemoCommand.policies.map { policy in
      try ScenarioFile(
        file, settings: Experiment.Settings(own + policy.set), loader: Input.loader
      ).renamed(policy.name)
    }
    let comparison = try Comparison(
      [try ScenarioFile(file, settings: Experiment.Settings(own), loader: Input.loader)]
        + alternatives,
      options: Comparison.Options(
        name: "demo", replicates: DemoCommand.pairs, seed: StudyOptions.standardSeed,
        isFixed: false))
    // A place of its own that is thrown away: a demo leaves nothing behind.
    let folder = FileManager.default.temporaryDirectory.path + "/vigie-demo-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try StudyOptions.parse([])
    options.noProgress = noProgress || quiet
    var session = Session(
      comparison: comparison, options: options, folder: folder, again: "vigie demo")
    let outcome = try session.run()
    let titles = DemoCommand.policies.map { ($0.name, $0.title) }
    let report = DemoReport(
      comparison: comparison, outcome: outcome,
      names: Dictionary(titles) { first, _ in first })
    try Console.write(json ? report.json(folder: folder) : report.text)
    guard !quiet else { return }
    Console.note(
      """
      Next:
        vigie run \(typed) -r 8
            the platform by itself, with tables and a page in Results/
        vigie run \(typed) -r 8 --set moderation.staff=2
            the same with moderators
        vigie list parameters
            what can be changed
        vigie new classroom
            a scenario file of your own
      """)
  }
}

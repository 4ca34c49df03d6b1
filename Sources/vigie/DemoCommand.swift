import ArgumentParser
import Experiment
import Foundation
import Schema

/// `vigie demo`: a small example, and what to type next.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run a small example, and say what to type next.")

  @Flag(help: "Print results as JSON.")
  var json = false

  @Flag(help: "Print results only: no progress, no remarks.")
  var quiet = false

  @Flag(name: .customLong("no-progress"), help: "Print no progress.")
  var noProgress = false

  func run() throws {
    let presets = try PresetFolder()
    let file = presets.path + "/classroom.yaml"
    let scenario = try ScenarioFile(file)
    let comparison = try Comparison(
      [scenario],
      options: Comparison.Options(
        name: "demo", replicates: 2, seed: StudyOptions.standardSeed, isFixed: false))
    // A place of its own that is thrown away: a demo leaves nothing behind.
    let folder = FileManager.default.temporaryDirectory.path + "/vigie-demo-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try StudyOptions.parse([])
    options.noProgress = noProgress || quiet
    let session = Session(
      comparison: comparison, options: options, folder: folder, again: "vigie demo")
    let outcome = try session.run()
    let report = RunReport(
      comparison: comparison, outcome: outcome, folder: folder, shown: [], file: file)
    try Console.write(json ? report.json : report.text)
    guard !quiet else { return }
    Console.note(
      """
      Next:
        vigie run \(file) -r 8                       tables in Results/
        vigie run \(file) --set moderation.staff=2   the same with moderators
        vigie list parameters                        what can be changed
        vigie new classroom                          a scenario file of your own
      """)
  }
}

import ArgumentParser
import Experiment
import Foundation

/// `vigie validate [TOPIC]`: whether the statistics keep their word, on models with a known answer.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Show on models with a known answer that the intervals hold what they say.",
    discussion: """
      coverage: the share of plausible worlds inside the limits, without chance, by number of draws.
      draws: the variance of median and limits with draws at random over that with designed draws.
      Exit codes: 0 every bar is met, 4 one is missed.
      """)

  @Argument(help: "What to validate: coverage or draws; both if left out.")
  var topic: ValidationTopic?

  @Option(help: "Studies for each row of coverage.")
  var studies = 2_000

  @Option(help: "Scrambles for each row of draws.")
  var scrambles = 400

  @Option(help: "Seed of the studies.")
  var seed: UInt64 = 1

  @Option(name: .customLong("csv"), help: "Also write the rows into this file.")
  var file: String?

  func validate() throws {
    guard (2...1_000_000).contains(studies), (2...1_000_000).contains(scrambles),
      seed < 1 << 32
    else {
      throw ValidationError(
        "--studies and --scrambles are 2 to 1,000,000; --seed is below 2^32")
    }
  }

  func run() throws {
    var rows: [ValidationRow] = []
    for topic in ValidationTopic.allCases where self.topic == nil || self.topic == topic {
      let found = self.rows(of: topic)
      try Console.write(
        topic.rawValue + "\n" + Validation.lines(found).joined(separator: "\n") + "\n\n")
      rows += found
    }
    if let file { try Disk.replace(file, with: Validation.csv(rows).utf8) }
    let missed = rows.count { $0.isMet == false }, held = rows.count { $0.isMet == true }
    try Console.write("\(held) bars met, \(missed) missed\n")
    if missed > 0 { throw Ending(code: 4) }
  }

  private func rows(of topic: ValidationTopic) -> [ValidationRow] {
    switch topic {
    case .coverage: Coverage.all.flatMap { $0.rows(studies: studies, seed: seed) }
    case .draws: DesignFactor.all.flatMap { $0.rows(scrambles: scrambles, seed: seed) }
    }
  }
}

extension ValidationTopic: ExpressibleByArgument {}

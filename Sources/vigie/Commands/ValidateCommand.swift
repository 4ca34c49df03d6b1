import ArgumentParser
import Experiment
import Foundation
import Simulation

/// `vigie validate [TOPIC]`: whether model and statistics keep their word where the answer is known.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Show where the answer is known that model and intervals give it.",
    discussion: """
      coverage: the share of plausible worlds inside the limits, without chance, by number of draws.
      draws: the variance of median and limits with draws at random over that with designed draws.
      calibration: 20 fits beside their posteriors in closed form, and known inputs found again (V22).
      model: the engine's runs beside what mathematics says must come out of them. Chance alone misses a \
      row of all once in a thousand seeds.
      Exit codes: 0 every bar and answer is met, 4 one is missed or the table has drifted.
      """)

  @Argument(help: "What to validate: coverage, draws, calibration or model; all if left out.")
  var topic: ValidationTopic?

  @Option(help: "Studies for each row of coverage.")
  var studies = 2_000

  @Option(help: "Scrambles for each row of draws.")
  var scrambles = 400

  @Option(help: "Of model only the answers with this number, such as V3; may be repeated.")
  var only: [String] = []

  @Option(help: "Seed of the studies.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("csv"),
    help: "Also write the rows of coverage, draws and calibration into this file.")
  var file: String?

  @Option(help: "Also write the rows of model into this file.", completion: .file())
  var modelCSV: String?

  @Option(
    help: "Compare the rows of model with this file, byte by byte; exit code 4 if one differs.",
    completion: .file())
  var check: String?

  func validate() throws {
    guard (2...1_000_000).contains(studies), (2...1_000_000).contains(scrambles),
      seed < 1 << 32
    else {
      throw ValidationError(
        "--studies and --scrambles are 2 to 1,000,000; --seed is below 2^32")
    }
    let ofModel = check != nil || modelCSV != nil || !only.isEmpty
    if ofModel, let topic, topic != .model {
      throw ValidationError("--only, --model-csv and --check are of the topic model")
    }
    if file != nil, topic == .model {
      throw ValidationError(
        "--csv is of coverage, draws and calibration; of model it is --model-csv")
    }
    for id in only where !KnownAnswers.all.contains(where: { $0.id == id }) {
      let known = KnownAnswers.all.map(\.id).joined(separator: ", ")
      throw ValidationError("--only is '\(id)'; it must be one of \(known)")
    }
  }

  func run() throws {
    let kept = try check.map(kept)
    let topics = ValidationTopic.allCases.filter { topic == nil || topic == $0 }
    var rows: [ValidationRow] = []
    for topic in topics where topic != .model {
      let found = self.rows(of: topic)
      try tell(topic, Validation.lines(found))
      rows += found
    }
    if let file { try Disk.replace(file, with: Validation.csv(rows).utf8) }
    let answers = topics.contains(.model) ? try model() : []
    let met = rows.compactMap(\.isMet) + answers.map(\.isMet)
    let missed = met.count { !$0 }
    try Console.write("\(met.count - missed) bars met, \(missed) missed\n")
    if let check, let kept, let drift = KnownAnswerTable.drift(of: answers, from: kept) {
      throw Ending(code: 4, message: "error: \(check): \(drift)")
    }
    if missed > 0 { throw Ending(code: 4) }
  }

  private func tell(_ topic: ValidationTopic, _ lines: [String]) throws {
    try Console.write(topic.rawValue + "\n" + lines.joined(separator: "\n") + "\n\n")
  }

  private func rows(of topic: ValidationTopic) -> [ValidationRow] {
    switch topic {
    case .coverage: Coverage.all.flatMap { $0.rows(studies: studies, seed: seed) }
    case .draws: DesignFactor.all.flatMap { $0.rows(scrambles: scrambles, seed: seed) }
    case .calibration: Validation.calibration(seed: seed)
    case .model: []
    }
  }

  /// The known answers, printed and written.
  private func model() throws -> [KnownAnswer] {
    let families = KnownAnswers.all.filter { only.isEmpty || only.contains($0.id) }
    let answers = try families.flatMap { try $0.rows(seed: seed) }
    try tell(.model, KnownAnswerTable.lines(answers))
    if let modelCSV { try Disk.replace(modelCSV, with: KnownAnswerTable.csv(answers).utf8) }
    return answers
  }

  private func kept(_ path: String) throws -> [UInt8] {
    guard let bytes = try Disk.read(path) else {
      throw Ending(code: 66, message: "error: there is no file '\(path)'")
    }
    return bytes
  }
}

extension ValidationTopic: ExpressibleByArgument {}

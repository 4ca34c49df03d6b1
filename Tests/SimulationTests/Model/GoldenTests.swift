import Foundation
import Schema
import Testing

@testable import Simulation

/// The log of the shipped baseline, bit by bit: every change of the model shows here.
///
/// The table holds whatever the optimiser does: `swift test`, `swift test -c release -Xswiftc
/// -enable-testing`, and the program itself, whose runs.csv shows the hash (`vigie run --fixed
/// --replicates 1 --seed 1 --set people.count=20000 --set 'time.warm_up=0 h' --set 'time.window=1 h'`).
///
/// To renew after an intended change: run these tests, look at what changed and why, and copy the
/// hashes that they print into the table.
struct GoldenTests {
  struct Golden: Sendable {
    /// Observation window without warm-up, hours; what began in it is followed to its end.
    var hours: Double
    var seed: UInt64
    var hash: String
  }

  static let table: [Golden] = [
    Golden(hours: 1, seed: 1, hash: "h3d3204690d738d66"),
    Golden(hours: 24, seed: 1, hash: "ha50a715f4bc13332"),
    Golden(hours: 24, seed: 2, hash: "hda4e3afca2db80fe"),
  ]

  /// The baseline at its medians with 20,000 people.
  private func baseline() throws -> Scenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Scenarios/coco.yaml"), encoding: .utf8)
    let reading = read(Scenario.self, from: try Document.parse(text: text, file: "coco.yaml"))
    #expect(reading.problems.isEmpty)
    var scenario = reading.value
    scenario.people.count = 20_000
    scenario.time.warmUp = 0
    return scenario
  }

  @Test(arguments: table)
  func `the baseline's log is the same to the last bit`(_ golden: Golden) throws {
    var scenario = try baseline()
    scenario.time.window = golden.hours
    let record = try Run.simulate(scenario, seed: golden.seed, replicate: 1)
    let digits = String(record.hash, radix: 16)
    #expect("h" + digits == golden.hash)
    #expect(record.represented >= record.events)
  }
}

import Experiment
import Foundation
import Schema
import Simulation
import Testing

/// The golden table: hash and every outcome of a world without levers, one for each lever and one with
/// all. Every change of the model shows in it; `make golden` renews it after an intended one.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  private func table() throws -> Data {
    try Data(contentsOf: Self.folder.appending(path: "runs.csv"))
  }

  /// The scenario of each row, with the row.
  private func rows(_ table: Data) -> [(name: String, text: Substring)] {
    String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      (String(line.split(separator: ",", omittingEmptySubsequences: false)[2]), line)
    }
  }

  @Test func `this build makes the golden table, byte by byte`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "compare", Self.folder.appending(path: "worlds.yaml").path, "--quiet", "--out", "run",
      in: place)
    #expect(ending.status == 0, "\(ending.err)")
    // Without the draw, of which there is one, and the keys, which hold the fingerprint itself.
    let whole = try place.text("run/runs.csv").split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (cells[..<3] + cells[4..<6] + cells[7...]).joined(separator: ",") + "\n"
    }
    let made = Data(whole.joined().utf8)
    let table = try table()
    let differing = zip(rows(table), rows(made)).filter { $0.text != $1.text }.map(\.0.name)
    #expect(made == table, "these worlds differ: \(differing); if that was intended: make golden")
  }

  @Test func `the model's fingerprint is that of the golden table`() throws {
    #expect(
      ModelFingerprint.value == SHA256.hex(try table()), "if that was intended: make golden")
  }

  @Test func `each lever is at work in a golden world, and all in the last`() throws {
    let study = try LoadedStudy(
      Self.folder.appending(path: "worlds.yaml").path, settings: Settings())
    let last = try #require(study.scenarios.last)
    for lever in Scenario.leverSections {
      let worlds = study.scenarios.dropFirst().dropLast().filter { $0.tree[lever] != nil }
      #expect(!worlds.isEmpty, "add a world with \(lever) to Tests/Golden/worlds.yaml")
      #expect(last.tree[lever] != nil, "add \(lever) to the last world of Tests/Golden/worlds.yaml")
    }
    let hashes = rows(try table()).map { $0.text.split(separator: ",").last }
    #expect(Set(hashes).count == study.scenarios.count, "two worlds give the same events")
  }
}

import Foundation
import Schema
import Testing

@testable import Simulation

/// The scenarios of the golden table, at their medians: one world for each lever and one with all.
enum GoldenWorlds {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden").path

  /// The world without levers.
  static var baseline: Scenario {
    get throws { try scenario([]) }
  }

  /// Every other world by name, as it is compared with the baseline.
  static func policies() throws -> [(name: String, scenario: Scenario)] {
    let study = try Loader().load(folder + "/worlds.yaml").tree
    guard case .list(let list)? = study["alternatives"] else { return [] }
    return try list.items.map { item in
      let set = try #require(item["set"])
      return (item["name"]?.text ?? "", try scenario([set]))
    }
  }

  private static func scenario(_ overlays: [Tree]) throws -> Scenario {
    var tree = try Loader().load(folder + "/baseline.yaml").tree
    for overlay in overlays { tree = overlay.merging(over: tree) }
    let reading = read(Scenario.self, from: tree)
    #expect(!Problems(reading.problems).hasErrors)
    return reading.value
  }
}

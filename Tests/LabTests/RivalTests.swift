import Experiment
import Foundation
@testable import Lab
import Report
import Schema
import Simulation
import Synchronization
import Testing

/// A question in a world with rivals: what both sides have, and what the picture shows.
@Suite struct RivalTests {
  private let question = "questions/6-closure"

  /// Every value of a scenario, but what it is called.
  private func values(_ file: ScenarioFile) -> [String: String] {
    var values: [String: String] = [:]
    for entry in file.reading.entries where !["name", "title", "page"].contains(entry.path) {
      values[entry.path] = entry.given ?? entry.text
    }
    return values
  }

  @Test func `a question's world reaches both sides, its policy one`() throws {
    let setup = try Setup(try ask(question), presets: shippedPresets(isWhole: true))
    let left = values(setup.comparison.scenarios[0]), right = values(setup.comparison.scenarios[1])
    let different = left.keys.filter { left[$0] != right[$0] }
    #expect(different == ["closure.kind"])
    #expect(left.count == right.count && left["closure.kind"] == "none")
    #expect(right["closure.kind"] == "seizure")
    for key in [
      "venues.a.size", "choice.size", "deterrence.own", "venues.b.sanctions.return_delay",
    ] {
      #expect(left[key]?.hasPrefix("{") == true, "\(key) is drawn")
    }
  }

  @Test func `a rival has as many moderators per head as in the study`() throws {
    let setup = try Setup(try ask(question), presets: shippedPresets(isWhole: true))
    let left = values(setup.comparison.scenarios[0])
    // Ten for 850,000 people are two thirds of one for 57,000: one, for two thirds of the day.
    #expect(left["venues.b.moderation.staff"] == "1")
    #expect(left["venues.b.moderation.hours_per_day"] == "16 h")
  }

  @Test func `what is set of the world is set beside the rivals on both sides`() throws {
    let key = "displacement.displaced_share"
    let setup = try Setup(try ask(question, set: "\"\(key)\":30"), presets: shippedPresets())
    #expect(setup.comparison.scenarios.map { values($0)[key] } == ["30 %", "30 %"])
  }

  @Test func `the side without the policy is the same for all, rivals among it`() throws {
    let presets = try shippedPresets(isWhole: true)
    let plain = values(try presets.scenario(Presets.baseline, settings: []))
    #expect(presets.all.count >= 15)
    for preset in presets.all {
      #expect(preset.hasRivals)
      #expect(values(try presets.reference(of: preset.id, settings: [])) == plain, "\(preset.id)")
    }
  }

  @Test func `rooms are named by the counts that a world has drawn`() throws {
    let setup = try Setup(try ask(question), presets: shippedPresets(isWhole: true))
    let kinds = setup.comparison.scenarios[0].reading.value.roomKinds.count
    let worlds = try (1...6).map { try setup.comparison.drawn(setup.run($0, side: 0)) }
    for world in worlds {
      let counts = world.roomKinds.map(\.count), floor = FloorPlan(of: world)
      var room = 0
      for (kind, count) in counts.enumerated() {
        #expect(floor.place(of: room, at: 0) == kind)
        room += count
        #expect(floor.place(of: room - 1, at: 0) == kind)
      }
      #expect(floor.place(of: 0, at: 1) == kinds)
    }
    // The worlds differ: names by the medians would be wrong.
    #expect(Set(worlds.map { $0.roomKinds.map(\.count) }).count > 1)
  }

  /// Rooms of those who come in, by side and step.
  private func told(_ ask: Ask) async throws -> (start: String, came: [[Set<Int>]], last: Pair) {
    let last = Mutex<[Pair]>([])
    let sitting = try await Sitting(ask, presets: try shippedPresets(), pool: Pool(threads: 2)) {
      _, _, pair in last.withLock { $0.append(pair) }
    }
    var start = "", came: [[Set<Int>]] = []
    try await sitting.run { kind, line in
      if kind == "start" { start = line }
      guard kind == "step" else { return }
      came.append(line.components(separatedBy: "],[[").suffix(2).map(rooms))
    }
    let pair = last.withLock { $0.first }
    return (start, came, try #require(pair))
  }

  private func rooms(_ events: String) -> Set<Int> {
    // ["e", whom, what, room]
    let came = events.components(separatedBy: "\"e\",").dropFirst()
    return Set(
      came.compactMap { $0.prefix { $0 != "]" }.split(separator: ",").last.flatMap { Int($0) } })
  }

  @Test func `a platform that closes empties, and its rivals have rooms of their own`() async throws
  {
    let (start, came, pair) = try await told(try ask(question, pairs: 1))
    #expect(start.contains("\"age_suggestive\",\"rival_a\",\"rival_b\"]"))
    let opening = 24 * 4
    func seen(_ side: Int, _ steps: some Sequence<[Set<Int>]>) -> Set<Int> {
      steps.reduce(into: []) { found, step in if step.count == 2 { found.formUnion(step[side]) } }
    }
    let all: Set = [0, 1, 2, 3, 4, 5]
    #expect(seen(1, came.prefix(opening)) == seen(0, came.prefix(opening)))
    #expect(seen(0, came.dropFirst(opening)) == all)
    #expect(seen(1, came.dropFirst(opening)) == [4, 5])
    let here = try #require(
      PlainOutcomes.all.firstIndex {
        $0.column.name == OutcomeName.unwantedContactsHere
      })
    #expect(pair.baseline[here] > 0 && pair.policy[here] == 0)
  }

  @Test func `harm that falls to nothing on the platform is −100 %, not an empty cell`()
    async throws
  {
    let pair = try await told(try ask(question, pairs: 1)).last
    let line = Bands(Array(repeating: pair, count: 5), policy: .init("it", "ceci")).json.line
    let row = try #require(
      line.components(separatedBy: "{\"name\":").first {
        $0.hasPrefix("\"unwanted_contacts_here\"")
      })
    #expect(row.contains("\"ratio\":[0,0,0]") || row.contains("\"ratio\":[0.0,0.0,0.0]"), "\(row)")
  }

  @Test func `whoever is kept out and goes on is seen coming in at a rival`() throws {
    let setup = try Setup(try ask(question), presets: shippedPresets())
    let scenario = try setup.comparison.drawn(setup.run(1, side: 1))
    var away = 0, goneOn = 0, last: Sighting?
    _ = try Run.watch(scenario, seed: 1, replicate: 1) { seen in
      if case .keptOut(byGate: true) = seen.kind, seen.venue == 0 { away += 1 }
      if let last, case .keptOut = last.kind, last.venue == 0, seen.kind == .enter,
        seen.actor == last.actor
      {
        #expect(seen.venue > 0 && seen.time == last.time)
        goneOn += 1
      }
      last = seen
    }
    #expect(away >= goneOn && goneOn > 50)
  }
}

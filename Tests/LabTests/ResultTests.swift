import Experiment
import Foundation
import Lab
import Report
import Schema
import Simulation
import Synchronization
import Testing

@Suite struct ResultTests {
  private func pairs(_ ask: Ask) async throws -> [Pair] {
    let pairs = Mutex<[Pair]>([])
    let sitting = try await Sitting(ask, presets: try shippedPresets(), pool: Pool(threads: 2)) {
      _, _, pair in pairs.withLock { $0.append(pair) }
    }
    try await sitting.run { _, _ in }
    return pairs.withLock { $0 }
  }

  @Test func `below five pairs there is no interval and no sentence`() async throws {
    let pairs = try await pairs(try ask(pairs: 5))
    let few = Bands(Array(pairs.prefix(4)), policy: .init("it", "ceci")).json.line
    #expect(few.contains("\"diff\":null"))
    #expect(few.contains("\"words\":[]"))
    let enough = Bands(pairs, policy: .init("it", "ceci")).json.line
    // Shares of nothing are undefined; the headline has an interval.
    #expect(!(enough.split(separator: "}").first?.contains("\"diff\":null") ?? true))
    #expect(enough.contains("\"method\":\"range\""))
    #expect(enough.contains("In this model, it "))
    #expect(enough.contains("Dans ce modèle, ceci"))
  }

  @Test func `the page's outcomes are columns of a run, burdens and displacement among them`() {
    #expect(PlainOutcomes.all.first?.column.name == OutcomeWords.headline)
    for outcome in PlainOutcomes.all { #expect(!outcome.column.unit.isEmpty) }
    let shown = PlainOutcomes.all.map(\.column.name)
    #expect(OutcomeWords.burdens.allSatisfy(shown.contains))
    for category in PlainOutcomes.Category.allCases {
      #expect(PlainOutcomes.all.contains { $0.category == category })
    }
  }

  @Test func `nothing of H5 to H12 is shown`() {
    let forbidden = ["h5", "h6", "h7", "h8", "h9", "h10", "h11", "h12", "meetings", "offences"]
    for outcome in PlainOutcomes.all {
      #expect(!forbidden.contains { outcome.column.name.hasPrefix($0) })
    }
  }

  @Test func `a class counts each pair once and keeps questions apart`() async throws {
    let classroom = Classroom(), one = try ask(pairs: 5), two = try ask("classroom", pairs: 5)
    for (number, pair) in try await pairs(one).enumerated() {
      await classroom.add(pair, of: one, draw: number + 1)
      await classroom.add(pair, of: one, draw: number + 1)
      await classroom.add(pair, of: two, draw: number + 1)
    }
    let screen = await classroom.screen()
    #expect(screen.components(separatedBy: "\"question\"").count == 3)
    #expect(screen.components(separatedBy: "\"pairs\":5").count == 3)
    #expect(screen.components(separatedBy: "\"seeds\":1").count == 3)
  }

  @Test func `every word of the page stands in both languages`() {
    let keys = Words.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    for (key, words) in Words.all {
      #expect(!words.en.isEmpty && !words.fr.isEmpty, "\(key)")
    }
  }

  @Test func `a run that is watched is the run itself`() throws {
    let presets = try shippedPresets()
    let text = try presets.scenarioFile(try ask())
    let file = try ScenarioFile("a.yaml", loader: .init { _ in Array(text.utf8) })
    let scenario = try file.drawn(seed: 7, draw: 1, fixed: true).scenario
    var enters = 0, leaves = 0
    let watched = try Run.watch(scenario, seed: 7, replicate: 1) { sighting in
      if sighting.kind == .enter { enters += 1 }
      if sighting.kind == .leave { leaves += 1 }
    }
    let plain = try Run.simulate(scenario, seed: 7, replicate: 1)
    #expect(watched.hash == plain.hash && watched.daily == plain.daily)
    // What is undefined equals nothing, itself included.
    #expect(watched.values.map(\.bitPattern) == plain.values.map(\.bitPattern))
    #expect(watched.series == plain.series)
    #expect(enters > 1000 && enters == leaves)
  }
}

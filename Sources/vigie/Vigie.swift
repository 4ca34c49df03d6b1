import ArgumentParser
import Schema
import Simulation
import Foundation

@main
struct Vigie: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "vigie")
  @Argument var file: String
  @Option var replicate: UInt64 = 1
  mutating func run() throws {
    do {
      let loaded = try Loader().load(file)
      let reading = read(Scenario.self, from: loaded.tree)
      if !reading.problems.isEmpty {
        print(Problems(reading.problems, sources: loaded.sources).rendered); return
      }
      let t0 = Date()
      let record = try Run.simulate(reading.value, seed: 20210101, replicate: replicate)
      let dt = Date().timeIntervalSince(t0)
      for (c, v) in zip(Outcomes.columns, record.values) { print(c.name, v, c.unit) }
      print(
        "events", record.events, "represented", record.represented, "hash", record.hash, "s", dt,
        "M/s", Double(record.events) / dt / 1e6)
    } catch let p as Problems { print(p.rendered) }
  }
}

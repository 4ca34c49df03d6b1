import Experiment
import Foundation
import Simulation
import Testing

/// A deterministic stand-in for the model, and folders to run it in.
enum FakeModel {
  static let columns = [
    Column(
      name: "contacts_per_1000", unit: "per 1,000 minors and month", meaning: "Contacts.",
      better: .lower, role: .headline),
    Column(
      name: "meetings", unit: "", meaning: "Meetings.", better: .lower, role: .harm),
    Column(name: "refused", unit: "people", meaning: "Refused.", better: .lower, role: .burden),
    Column(
      name: "delay_h", unit: "hours", meaning: "Delay, where there is any.", better: .neither,
      role: .context),
  ]

  static func plan(
    replicates: Int = 6, seed: UInt64 = 7, names: [String] = ["none", "phone", "staff"],
    text: String = "people: 10", version: String = "1.0.0", drawn: [String] = ["minor_share"]
  ) throws -> Plan {
    let safe = names.map { $0 == "none" ? "baseline" : $0 }
    return try Plan(
      study: "Fake study",
      scenarios: safe.map { PlannedScenario(name: $0, text: text + $0, reference: 0) },
      draws: replicates, replicates: 1, seed: seed, columns: columns, drawn: drawn,
      modelVersion: version)
  }

  /// Own draws of (seed, replicate) plus a shift by scenario: pairs are correlated.
  static func simulate(_ run: PlannedRun, _ plan: Plan) -> RunRecord {
    var random = SplitMix(state: plan.seed &* 1_000_003 &+ UInt64(run.draw))
    let common = 100 + 10 * random.normal()
    let own = random.normal() * Double(run.scenario)
    let contacts = common - 20 * Double(run.scenario) + own
    let delay = run.scenario == 0 ? Double.nan : random.uniform() / 3
    return RunRecord(
      values: [contacts, run.scenario == 0 ? 0 : 1.0 / 3, Double(run.scenario), delay],
      drawn: plan.drawn.map { _ in common / 1_000 }, observedDays: 7,
      events: UInt64(run.draw) * 1_000, represented: .max - UInt64(run.scenario),
      hash: random.next())
  }

  static func study(_ plan: Plan, in folder: String) -> Study {
    Study(
      plan: plan, folder: folder, resolved: "name: fake\n",
      parameters: [
        ParameterRow(
          key: "minor_share", value: "beta(3, 22)", unit: "fraction", standard: "0.12", low: 0,
          high: 1, source: "assumed: \"no\" figure, sweep it", setIn: "coco.yaml:3"),
        ParameterRow(key: "utc", value: "-5", unit: "", standard: "=0", source: "assumed"),
      ], command: "vigie compare coco-policies.yaml")
  }

  @discardableResult
  static func run(
    _ study: Study, jobs: Int = 2, stop: StopFlag = StopFlag()
  ) throws -> Study.Ending {
    let plan = study.plan
    return try study.run(with: Replication(jobs: jobs, stop: stop)) { run, _ in
      simulate(run, plan)
    }
  }
}

/// A new empty folder's path, removed afterwards with all that is in it.
func withFolder(_ body: (String) throws -> Void) throws {
  let base = FileManager.default.temporaryDirectory.appendingPathComponent(
    "vigie-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: base) }
  try body(base.path + "/study")
}

/// The bytes of every file of a folder, by name; folders have none.
func contents(_ folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in try Disk.names(in: folder) {
    files[name] = name == "parts" ? [] : try Disk.read(folder + "/" + name)
  }
  return files
}

/// Steele, Lea & Flood 2014, with Box & Muller 1958 on top.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  mutating func normal() -> Double {
    let radius = (-2 * log(uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }
}

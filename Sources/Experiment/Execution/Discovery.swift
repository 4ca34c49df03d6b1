import Schema
import Simulation

/// In which plausible worlds, or at which points of a sweep, something happens: boxes over the rows of a
/// finished folder's runs.csv.
///
/// Inputs are what was drawn or varied, but for offenders and what they do (``OffenderInputs``): no box
/// says how an offender would have to act for a policy to fail.
public struct Discovery: Sendable {
  /// What makes a world one of interest.
  public struct Question: Sendable, Equatable {
    /// What is looked at: a level, or what a policy changes.
    public var kind: SensitivityRow.Kind
    /// The outcome.
    public var outcome: String
    /// Of interest is what lies above it, or below.
    public var bound: Double, isAbove: Bool

    /// Makes a question.
    public init(_ kind: SensitivityRow.Kind, of outcome: String, bound: Double, isAbove: Bool) {
      (self.kind, self.outcome, self.bound, self.isAbove) = (kind, outcome, bound, isAbove)
    }
  }

  /// What was found about one scenario.
  public struct Finding: Sendable {
    /// The scenario.
    public let scenario: String
    /// Worlds in which the question has an answer, and how many are of interest.
    public let worlds: Int, ofInterest: Int
    /// The boxes of the peeling, from all worlds on; none where too few are of interest.
    public let boxes: [FoundBox]
    /// The box that is told, without limits that don't matter; nil where too few are of interest.
    public let told: FoundBox?
    /// How often a box as good is found where answers are dealt out anew; nil without a box.
    public let chance: Double?
  }

  /// A box in the terms of the study.
  public struct FoundBox: Sendable {
    /// Share of the worlds of interest inside, share of interest of those inside, share of all worlds.
    public let coverage: Double, density: Double, mass: Double
    /// How many worlds are inside.
    public let worlds: Int
    /// The limited inputs.
    public let limits: [FoundLimit]
  }

  /// What a box allows of one input.
  public struct FoundLimit: Sendable {
    /// The parameter's path.
    public let input: String
    /// The ends; nil where there is none. Of words nil.
    public let low: Double?, high: Double?
    /// Unit of the ends.
    public let unit: Unit?
    /// Words that are left; empty of numbers.
    public let words: [String]
    /// How likely the box would be as dense if this limit did nothing.
    public let chance: Double
  }

  /// Worlds of interest, and of none, below which nothing is said.
  public static let fewest = 8

  private let comparison: Comparison
  private let folder: String

  /// - Parameters:
  ///   - folder: Of a finished study; `comparison` is what its study.yaml says.
  public init(_ comparison: Comparison, folder: String) {
    (self.comparison, self.folder) = (comparison, folder)
  }

  /// What is found about each scenario that the question is about.
  ///
  /// - Parameter density: Share of interest that the box which is told should have at least.
  /// - Throws: `NamedRows.Fault`, `DiskError`.
  /// - Complexity: One pass over runs.csv, then O(steps × inputs × worlds × log worlds) for each scenario.
  public func findings(_ question: Question, density: Double) throws -> [Finding] {
    let table = try Worlds(folder, comparison.plan, outcome: question.outcome)
    let plan = comparison.plan, count = comparison.scenarios.count
    return (0..<count).compactMap { scenario in
      let reference = (plan.scenarios[scenario].reference ?? scenario) % count
      // A reference changes nothing.
      if question.kind != .level, reference == scenario { return nil }
      var rows: [[Double]] = [], isOfInterest: [Bool] = []
      for world in table.order {
        guard let own = table.value(scenario, world), let base = table.value(reference, world),
          let inputs = table.inputs[[scenario] + world]
        else { continue }
        let value = question.kind.value(own, against: base)
        guard value.isFinite else { continue }
        rows.append(inputs)
        isOfInterest.append(question.isAbove ? value > question.bound : value < question.bound)
      }
      return finding(scenario, rows, isOfInterest, density)
    }
  }

  private func finding(
    _ scenario: Int, _ rows: [[Double]], _ isOfInterest: [Bool], _ density: Double
  ) -> Finding {
    let file = comparison.scenarios[scenario], settables = Settable.all(of: file)
    let known = comparison.paths.enumerated().filter { place, path in
      !OffenderInputs.hold(path: path)
        && rows.allSatisfy { $0[place].isFinite } && Set(rows.map { $0[place] }).count > 1
    }
    let interest = isOfInterest.count { $0 }
    let name = file.name
    guard min(interest, rows.count - interest) >= Self.fewest else {
      return Finding(
        scenario: name, worlds: rows.count, ofInterest: interest, boxes: [], told: nil, chance: nil)
    }
    let prim = Prim(
      inputs: known.map { place, path in
        Prim.Input(
          name: path, values: rows.map { $0[place] },
          isWord: settables[path].map { $0.unit == nil } ?? false)
      }, isOfInterest: isOfInterest)
    let found = { (box: Prim.Box) in
      FoundBox(
        coverage: box.coverage, density: box.density, mass: box.mass, worlds: box.worlds,
        limits: box.limits.map { limit in
          let input = prim.inputs[limit.input], words = settables[input.name]?.words ?? []
          let left = input.isWord ? Set(input.values).subtracting(limit.without) : []
          return FoundLimit(
            input: input.name, low: limit.low, high: limit.high,
            unit: settables[input.name]?.unit,
            words: left.sorted().map {
              words.indices.contains(Int($0)) ? words[Int($0)] : CSV.shortest($0)
            }, chance: limit.chance)
        })
    }
    let boxes = prim.boxes(), told = prim.told(of: boxes, density: density)
    return Finding(
      scenario: name, worlds: rows.count, ofInterest: interest, boxes: boxes.map(found),
      told: told.map(found),
      chance: told.map { prim.chance(of: $0, density: density, key: comparison.plan.seed) })
  }
}

/// One outcome and the inputs of every world of a runs.csv.
private struct Worlds {
  /// Point and draw, in the order of the table.
  private(set) var order: [[Int]] = []
  /// By scenario, point and draw: drawn and varied parameters.
  private(set) var inputs: [[Int]: [Double]] = [:]
  private var sums: [[Int]: (sum: Double, runs: Int)] = [:]

  init(_ folder: String, _ plan: Plan, outcome: String) throws {
    let names = ["scenario", "point_id", "draw", "status", outcome]
    let table = try RowReader(
      folder + "/" + RunTable.file, table: RunTable.file, columns: names + plan.drawn)
    let places = table.places(of: names), drawn = table.places(of: plan.drawn)
    let scenarios = plan.scenarios.filter { $0.point == 1 }.map(\.name)
    var seen: Set<[Int]> = []
    var order: [[Int]] = [], inputs: [[Int]: [Double]] = [:]
    var sums: [[Int]: (sum: Double, runs: Int)] = [:]
    try table.read { row in
      guard let scenario = scenarios.firstIndex(of: row.text(places[0])),
        let point = row.whole(places[1]), let draw = row.whole(places[2])
      else { return }
      if seen.insert([point, draw]).inserted { order.append([point, draw]) }
      let key = [scenario, point, draw]
      inputs[key] = drawn.map { row.number($0) ?? .nan }
      if let value = row.number(places[4]) {
        let before = sums[key] ?? (0, 0)
        sums[key] = (before.sum + value, before.runs + 1)
      }
    }
    (self.order, self.inputs, self.sums) = (order, inputs, sums)
  }

  /// The mean over the runs of one scenario in one world; nil where none has the outcome.
  func value(_ scenario: Int, _ world: [Int]) -> Double? {
    sums[[scenario] + world].map { $0.sum / Double($0.runs) }
  }
}

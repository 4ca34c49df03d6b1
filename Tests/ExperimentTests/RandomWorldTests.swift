import Foundation
import Schema
import Simulation
import Testing

@testable import Experiment

/// Random legal worlds: the release build runs hundreds of them (`make soak`), these look at how they
/// are made and run a few.
struct RandomWorldTests {
  @Test func `a world is a pure function of seed and number`() {
    for number in [1, 2, 77] as [UInt64] {
      let world = RandomWorld(seed: 5, number: number)
      #expect(world.text == RandomWorld(seed: 5, number: number).text)
      #expect(world.text != RandomWorld(seed: 6, number: number).text)
      #expect(world.text != RandomWorld(seed: 5, number: number + 1).text)
    }
  }

  @Test func `what contradicts itself is taken out of a world again`() throws {
    let wild = try #require(
      (1...40 as ClosedRange<UInt64>).lazy.map { RandomWorld(seed: 5, number: $0) }
        .first { $0.draft != $0.text })
    #expect(wild.text.utf8.count < wild.draft.utf8.count)
    let found = read(Scenario.self, from: wild.loader(of: wild.text).read(wild.file)).problems
    #expect(!found.contains { $0.code == .inconsistent && $0.severity == .error })
  }

  @Test func `some world sets each parameter of the tables`() throws {
    var wanted = Set(catalogue(of: Scenario.self).filter(Self.isDrawn).map(\.path))
    for number in 1...150 as ClosedRange<UInt64> {
      let world = RandomWorld(seed: 1, number: number)
      let tree = try Document.parse(text: world.text, file: world.file)
      wanted = wanted.filter { !Self.has($0.split(separator: ".").map(String.init)[...], tree) }
      if wanted.isEmpty { break }
    }
    #expect(wanted.sorted() == [])
  }

  /// Labels that are never read and texts for people have nothing to be drawn.
  private static func isDrawn(_ entry: CatalogueEntry) -> Bool {
    switch entry.facts.kind {
    case .text, .tree: entry.facts.name == "name"
    default: true
    }
  }

  private static func has(_ path: ArraySlice<String>, _ tree: Tree) -> Bool {
    guard let first = path.first else { return true }
    guard first.hasSuffix("[]") else {
      return tree[first].map { has(path.dropFirst(), $0) } ?? false
    }
    guard case .list(let list)? = tree[String(first.dropLast(2))] else { return false }
    return list.items.contains { has(path.dropFirst(), $0) }
  }

  @Test func `outcomes that cannot be are faults`() {
    var record = RunRecord(
      values: Outcomes.columns.map { _ in .nan }, drawn: [], observedDays: 1, events: 1,
      represented: 1, hash: 0)
    #expect(RandomWorld.fault(in: record) == nil)
    for value in [-1e-9, .infinity] {
      record.values[0] = value
      #expect(RandomWorld.fault(in: record)?.hasPrefix(Outcomes.columns[0].name) == true)
    }
    record.values[0] = .nan
    for (index, column) in Outcomes.columns.enumerated() where column.unit == "share" {
      record.values[index] = 1.001
      #expect(RandomWorld.fault(in: record) == "\(column.name) is 1.001")
      record.values[index] = 1
    }
    record.values.removeLast()
    #expect(RandomWorld.fault(in: record) != nil)
  }
}

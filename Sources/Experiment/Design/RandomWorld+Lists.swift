import Schema
import Simulation

extension RandomWorld {
  // MARK: Lists

  /// How many items a list has in this world; the same whoever asks.
  private func count(of list: String, _ path: String) -> Int {
    pick(Self.items[list] ?? 0...3, path + " count")
  }

  /// Items are called by their list and place; rivals have letters.
  private static func title(_ list: String, _ index: Int) -> String {
    list == "venues" ? OutcomeName.rivals[index] : "\(list)-\(index + 1)"
  }

  func list(_ name: String, of section: Section, at spot: Spot) -> [String] {
    let count = count(of: name, spot.path)
    guard count > 0 else { return [] }
    let items = (0..<count).flatMap { index -> [String] in
      let title = Self.title(name, index)
      let inner = self.section(
        section, at: Spot(path: spot.path + "." + title, item: (name, index, count)))
      return inner.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }
    return ["\(name):"] + items
  }

  /// Names: of items by their place in the list, and of items that another list refers to, as
  /// `pathway` does to one of `pathways`.
  func text(_ name: String, at spot: Spot) -> String? {
    if name == "name" {
      return spot.item.map { Self.title($0.list, $0.index) } ?? "world-\(number)"
    }
    let list = name + "s"
    guard Scenario.parameters.contains(where: { $0.name == list }) else { return nil }
    return Self.title(list, pick(0...max(0, count(of: list, list) - 1), spot.path))
  }

  // MARK: Stages

  /// The path of what holds a row.
  private static func outside(_ path: String) -> String {
    path.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// Whether the ways out of a stage are rates, which leave it no time of its own.
  private func hasRates(_ stage: String) -> Bool { draw(stage + " rates") < 0.5 }

  /// Whether a law is that of a stage with rates.
  func isRacing(_ spot: Spot) -> Bool {
    spot.item?.list == "stages" && hasRates(Self.outside(spot.path))
  }

  /// Some of the later stages and endings, with rates, or with shares of at most 1 in all.
  func branches(at spot: Spot) -> String? {
    var ways = Scenario.endings
    if let item = spot.item {
      ways = (item.index + 1..<item.count).map { Self.title(item.list, $0) } + ways
    }
    ways = ways.filter { draw("\(spot.path) \($0) taken") < 0.7 }.prefix(8).map { $0 }
    guard !ways.isEmpty else { return nil }
    let isRacing = hasRates(Self.outside(spot.path))
    var weights = ways.map { draw("\(spot.path) \($0)") }
    // At times nothing is left over, at times nearly everything.
    let whole = pick([1, 1, 0.5, 1e-6], spot.path + " whole") / weights.reduce(0, +)
    if !isRacing { weights = weights.map { ($0 * whole * 1e8).rounded(.down) / 1e6 } }
    let parts = zip(ways, weights).map { way, weight in
      let rate = pick([0, 1e-9, 0.01, 1, 100, 1e6], "\(spot.path) \(way) size") * weight
      return "\(way): " + (isRacing ? Unit.rate.text(rate) : "\(Number.text(weight)) %")
    }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  /// One of some words. What has left the platform does not come back: later stages never have an
  /// earlier place.
  func choice(_ name: String, _ words: [String], at spot: Spot) -> String? {
    guard name == "place", let item = spot.item, item.list == "stages" else {
      return pick(words, spot.path)
    }
    let pathway = Self.outside(Self.outside(spot.path))
    let leaving = pick(0...item.count, pathway + " leaving")
    return item.index < leaving ? words.first : pick(Array(words.dropFirst()), spot.path)
  }

  // MARK: Schedules

  /// Later states of a section: days in order, each with some of its keys.
  func changes(of rows: [Section.Row], at spot: Spot) -> [String] {
    let count = pick([0, 0, 0, 1, 2], spot.path + " count")
    guard count > 0 else { return [] }
    var lines = ["changes:"], day = Self.firstDay + pick(-1...2, spot.path + " day")
    for index in 0..<count {
      lines.append("  - from: \(CivilDate(days: day))")
      day += 1 + pick(0...2, "\(spot.path) \(index) gap")
      for row in rows where row.facts.name != "name" {
        let place = Spot(path: "\(spot.path)-\(index).\(row.facts.name)")
        guard draw(place.path + " changed") < 0.2 else { continue }
        if let text = scalar(row.facts, at: place, isKept: true) {
          lines.append("    \(row.facts.name): \(text)")
        }
      }
    }
    return lines
  }
}

import Schema
import Simulation

/// A random legal scenario, written as a file: a pure function of a seed and a number.
///
/// The tables of parameters say all there is to draw, so that a new parameter is drawn without any
/// word here. Each choice has a uniform number of its own, keyed by its path: a new parameter leaves
/// the others of a world as they were.
public struct RandomWorld: Sendable {
  /// The seed of the worlds, and of their runs.
  public let seed: UInt64
  /// Which of them, from 1.
  public let number: UInt64

  /// The world of that number; nothing is made yet.
  public init(seed: UInt64, number: UInt64) { (self.seed, self.number) = (seed, number) }

  /// What its file is called.
  public var file: String { "world-\(seed)-\(number).yaml" }

  /// The scenario as a file. What a table's own check complains of is taken out again where that is
  /// possible, since what goes with what is known to the checks alone.
  public var text: String { Self.joined(repaired(lines)) }

  /// The file before the checks have been asked.
  public var draft: String { Self.joined(lines) }

  private var lines: [String] { section(Section(of: Scenario.self), at: Spot(path: "")) }

  private static func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// What keeps a world small enough to be run in a fraction of a second; always written.
  static let bounds: [String: ClosedRange<Double>] = [
    "people.count": 10...400, "time.window": 1...72, "time.warm_up": 0...24,
    "limits.events": 20_000...200_000, "limits.rows": 100_000...2_000_000,
    "venues.a.size": 0...1, "venues.b.size": 0...1, "venues.c.size": 0...1,
  ]

  /// How many items a list has; lists that are not named here have up to three.
  static let items: [String: ClosedRange<Int>] = [
    "rooms": 1...4, "offenders": 0...5, "pathways": 1...4, "stages": 1...5,
  ]

  /// Where something is written: its path, and the list item around it.
  struct Spot {
    var path: String
    /// Position in the list, from 0, and how many items it has.
    var item: (list: String, index: Int, count: Int)?

    func below(_ name: String) -> Spot {
      Spot(path: path.isEmpty ? name : path + "." + name, item: item)
    }
  }

  /// A uniform number inside 0…1 of its own for each key.
  func draw(_ key: String) -> Double {
    keyedUniform(seed: seed, number: number, key: key)
  }

  /// One of some values.
  func pick<Value>(_ values: [Value], _ key: String) -> Value {
    values[min(values.count - 1, Int(draw(key) * Double(values.count)))]
  }

  /// A whole number of a range.
  func pick(_ range: ClosedRange<Int>, _ key: String) -> Int {
    range.lowerBound + min(range.count - 1, Int(draw(key) * Double(range.count)))
  }

  /// The share of parameters that are written at all: some worlds are nearly plain, some wild.
  private var wildness: Double { pick([0.05, 0.25, 0.6, 0.95], "wildness") }

  private func isWritten(_ spot: Spot) -> Bool {
    Self.bounds[spot.path] != nil
      || draw(spot.path + " written") < max(wildness, spot.item == nil ? 0 : 0.4)
  }

  // MARK: Sections

  /// The lines of a section, without its name.
  func section(_ section: Section, at spot: Spot) -> [String] {
    let rows = section.rows()
    return rows.flatMap { row in lines(of: row.facts, among: rows, at: spot) }
  }

  private func lines(of facts: Facts, among rows: [Section.Row], at outer: Spot) -> [String] {
    let spot = outer.below(facts.name)
    switch facts.kind {
    case .section(let below):
      // Sections that hold their own kind would never end.
      guard spot.path.split(separator: ".").count < 8 else { return [] }
      if outer.path.isEmpty, Scenario.leverSections.contains(facts.name),
        draw(spot.path + " on") < 0.5
      {
        return []
      }
      let inner = section(below, at: spot)
      return inner.isEmpty ? [] : ["\(facts.name):"] + inner.map { "  " + $0 }
    case .list(let below): return list(facts.name, of: below, at: spot)
    case .tree: return facts.name == "changes" ? changes(of: rows, at: spot) : []
    default: return scalar(facts, at: spot).map { ["\(facts.name): \($0)"] } ?? []
    }
  }

  /// The value of a plain row, or nil where its default is to hold.
  func scalar(_ facts: Facts, at spot: Spot, isKept: Bool = false) -> String? {
    if case .text = facts.kind { return text(facts.name, at: spot) }
    if case .branches = facts.kind { return branches(at: spot) }
    guard isKept || isWritten(spot) else { return nil }
    let key = spot.path
    switch facts.kind {
    case .number(let unit): return quantity(facts, unit, key)
    case .whole: return quantity(facts, .count, key)
    case .law(let unit):
      return isRacing(spot) ? nil : law(facts.range, facts.evidence, unit, key)
    case .flag: return draw(key) < 0.5 ? "no" : "yes"
    case .choice(let words): return choice(facts.name, words, at: spot)
    case .names(let words):
      return "[" + words.filter { draw("\(key) \($0)") < 0.6 }.joined(separator: ", ") + "]"
    case .date: return date(key)
    case .ages: return ages(key)
    default: return nil
    }
  }

  // MARK: Repair

  private func repaired(_ lines: [String]) -> [String] {
    var lines = lines
    for _ in 0..<40 {
      guard let line = faultyLine(lines) else { break }
      Self.removeBlock(at: line, from: &lines)
    }
    return lines
  }

  /// The last line that a check complains of.
  private func faultyLine(_ lines: [String]) -> Int? {
    let codes: [Problem.Code] = [.inconsistent, .nothingInRange]
    let found = read(Scenario.self, from: loader(of: Self.joined(lines)).read(file)).problems
    let numbers = found.filter { $0.severity == .error && codes.contains($0.code) }
      .compactMap { $0.place?.line }
    // Without these three a world would not be small.
    return numbers.map { $0 - 1 }.filter {
      lines.indices.contains($0) && !["people:", "time:", "limits:"].contains(lines[$0])
    }.max()
  }

  /// Takes away a line with all that is written below it, and what is empty then.
  private static func removeBlock(at line: Int, from lines: inout [String]) {
    func depth(_ text: String) -> Int { text.prefix(while: { $0 == " " }).count }
    let own = depth(lines[line])
    var end = line + 1
    while end < lines.count, depth(lines[end]) > own { end += 1 }
    lines.removeSubrange(line..<end)
    let isEmpty = line == lines.count || depth(lines[line]) < own
    if line > 0, isEmpty, lines[line - 1].hasSuffix(":"), depth(lines[line - 1]) < own {
      removeBlock(at: line - 1, from: &lines)
    }
  }

  /// A loader that knows this world's text and no other file.
  func loader(of text: String) -> Loader {
    Loader(bytes: { _ in Array(text.utf8) })
  }
}

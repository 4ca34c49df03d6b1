import Schema
import Simulation

/// A parameter of a scenario to which one value can be given in each draw: where it stands, and how
/// its values are written.
struct Settable {
  /// Keys and names of items, from the top of the scenario's tree.
  let location: [String]
  /// The location of the distribution of which it is an argument, if it is one.
  let law: [String]?
  /// The unit of a number; nil for words and switches.
  let unit: Unit?
  /// The words allowed, in the order in which their positions count.
  let words: [String]
  /// Whether positions may stand for words, as in `runs.csv`.
  let hasPositions: Bool

  private init(_ location: [String], law: [String]? = nil, unit: Unit) {
    (self.location, self.law, self.unit) = (location, law, unit)
    (words, hasPositions) = ([], false)
  }

  /// A parameter with words, those of its prior first.
  private init(_ location: [String], words: [String], prior: Tree?) {
    var found: [String] = []
    if case .list(let list)? = prior?["choice"]?["values"] {
      found = list.items.compactMap(\.text).map(Settable.switched)
    }
    hasPositions = !found.isEmpty
    (self.location, law, unit) = (location, nil, nil)
    self.words = found + words.filter { !found.contains($0) }
  }

  /// A cell as a scenario file would have it: in the unit of `parameters.csv` where it has none.
  func written(_ cell: Tree.Scalar) -> Tree.Scalar {
    var cell = cell
    if let unit {
      // Any other fault is found where the value is read.
      do throws(Unit.Fault) {
        _ = try unit.parse(cell.text)
      } catch {
        if error == .missingUnit { cell.text += " " + unit.symbol }
      }
    } else if hasPositions, let place = Number.parse(cell.text).flatMap({ Int(exactly: $0) }),
      words.indices.contains(place)
    {
      cell.text = words[place]
    } else {
      cell.text = Settable.switched(cell.text)
    }
    return cell
  }

  /// `yes` and `no` may be written as `true` and `false`.
  private static func switched(_ text: String) -> String {
    ["true": "yes", "false": "no"][text] ?? text
  }
}

extension Settable {
  /// All of a scenario, by path; none whose column in runs.csv would bear an outcome's name.
  ///
  /// - Complexity: O(n) in the scenario's parameters.
  static func all(of scenario: ScenarioFile) -> [String: Settable] {
    var found: [String: Settable] = [:]
    collect(Section(of: Scenario.self), scenario.resolved, [], depth: 0, into: &found)
    for column in Outcomes.columns { found[column.name] = nil }
    return found
  }

  private static func collect(
    _ section: Section, _ tree: Tree?, _ above: [String], depth: Int,
    into found: inout [String: Settable]
  ) {
    guard depth < 12 else { return }
    for row in section.rows() {
      let name = row.facts.name, own = above + [name], tree = tree?[name]
      let path = own.joined(separator: ".")
      switch row.facts.kind {
      case .section(let below): collect(below, tree, own, depth: depth + 1, into: &found)
      case .list(let below):
        guard case .list(let list)? = tree else { continue }
        for item in list.items {
          guard let name = item["name"]?.text else { continue }
          collect(below, item, own + [name], depth: depth + 1, into: &found)
        }
      case .number(let unit): found[path] = Settable(own, unit: unit)
      case .whole: found[path] = Settable(own, unit: .count)
      case .flag: found[path] = Settable(own, words: ["no", "yes"], prior: tree)
      case .choice(let words): found[path] = Settable(own, words: words, prior: tree)
      case .law(let unit):
        for (name, one) in arguments(of: tree, own, unit) { found[path + "." + name] = one }
      case .branches:
        guard case .map(let map)? = tree else { continue }
        for entry in map.entries {
          found[path + "." + entry.key.text] = Settable(
            own + [entry.key.text], unit: entry.value.saysPer ? .rate : .share)
        }
      case .text, .date, .ages, .names, .tree: continue
      }
    }
  }

  /// The arguments of a distribution over entities.
  private static func arguments(
    of law: Tree?, _ location: [String], _ unit: Unit
  ) -> [(name: String, one: Settable)] {
    guard case .map(let map)? = law, let entry = map.entries.first,
      let family = Law.Family(name: entry.key.text)
    else { return [] }
    return family.arguments.map { argument in
      var own = unit
      if case .bare = argument.kind { own = .factor }
      let place = location + [entry.key.text, argument.name]
      return (argument.name, Settable(place, law: location, unit: own))
    }
  }
}

extension Tree {
  /// What stands at a location; nil where nothing does.
  func at(_ location: [String]) -> Tree? { descendant(location.joined(separator: "."))?.value }
}

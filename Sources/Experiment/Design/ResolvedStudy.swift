import Schema
import Simulation

/// A study.yaml read back: its scenarios with every value.
struct ResolvedStudy {
  private let scenarios: Tree?

  /// Reads a text that this program wrote; nil for one that it can't have written.
  init?(_ bytes: [UInt8]) {
    let (tree, problems) = Document.read(bytes: bytes, file: "study.yaml", limit: .max)
    guard problems.isEmpty, let scenarios = tree?["scenarios"] else { return nil }
    self.scenarios = scenarios
  }

  /// What a scenario of that name says here and otherwise there: the first few values, in words.
  func changes(of name: String, in there: ResolvedStudy) -> String {
    guard let here = values(name), let before = there.values(name) else { return "" }
    let old = Dictionary(before) { first, _ in first }
    let new = Dictionary(here) { first, _ in first }
    let gone = before.filter { new[$0.0] == nil }.map { "\($0.0) \($0.1) there, none asked for" }
    let others = here.compactMap { path, value -> String? in
      guard old[path] != value else { return nil }
      return "\(path) \(old[path] ?? "none") there, \(value) asked for"
    }
    let all = others + gone
    let more = all.count > 3 ? ["and \(all.count - 3) more"] : []
    return (all.prefix(3) + more).joined(separator: ", ")
  }

  private func values(_ name: String) -> [(String, String)]? {
    guard let tree = scenarios?[name] else { return nil }
    return read(Scenario.self, from: tree).entries.map { ($0.path, $0.given ?? $0.text) }
  }
}

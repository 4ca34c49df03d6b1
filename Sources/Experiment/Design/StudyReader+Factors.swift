import Schema
import Simulation

/// What a sweep says of each parameter that it varies or skips by.
extension StudyReader {
  /// The parameter that a column is about; nil where there is none, which is said when the table is
  /// applied.
  func settable(_ column: ValuesFile.Column, _ scenarios: [ScenarioFile]) -> Settable? {
    owner(of: column, scenarios).flatMap { Settable.all(of: $0)[column.path] }
  }

  /// One entry of vary; nil after a problem.
  mutating func factor(
    _ entry: Tree.Entry, _ kind: SweepSection.Kind, _ scenarios: [ScenarioFile]
  ) -> SweepDesign.Factor? {
    let column = ValuesFile.Column(entry.key, cells: [])
    guard let owner = owner(of: column, scenarios),
      let parameter = settable(column, scenarios)
    else {
      check(column, scenarios)
      return nil
    }
    if case .list(let list) = entry.value {
      let values = list.items.compactMap { item -> Tree.Scalar? in
        if case .scalar(let scalar) = item { scalar } else { nil }
      }
      guard values.count == list.items.count, !values.isEmpty else {
        report(.wrongType, "\(entry.key.text) needs a list of single values", entry.value)
        return nil
      }
      check(ValuesFile.Column(entry.key, cells: values), scenarios)
      return SweepDesign.Factor(header: entry.key, parameter: parameter, values: values, law: nil)
    }
    guard [.latinHypercube, .sobol].contains(kind) else {
      report(
        .wrongType, "\(entry.key.text) needs a list of values", entry.value,
        help: "write [0, 5, 15]; distributions go with design: latin_hypercube or sobol")
      return nil
    }
    return law(entry, owner, parameter, path: column.path).map {
      SweepDesign.Factor(header: entry.key, parameter: parameter, values: [], law: $0)
    }
  }

  /// Reports what is wrong with the name of a column, or with any of its values.
  private mutating func check(_ column: ValuesFile.Column, _ scenarios: [ScenarioFile]) {
    let table = ValuesFile(
      [column], of: .points, rows: column.cells.count, file: path, sources: sources)
    do throws(Problems) {
      _ = try table.applied(to: scenarios, baseline: 0)
    } catch {
      take(error)
    }
  }

  private func owner(of column: ValuesFile.Column, _ scenarios: [ScenarioFile]) -> ScenarioFile? {
    guard let name = column.scenario else { return scenarios.first }
    return scenarios.first { $0.name == name }
  }

  /// Values of a parameter by their quantiles, from what is written or from its prior; nil after a
  /// problem.
  private mutating func law(
    _ entry: Tree.Entry, _ owner: ScenarioFile, _ parameter: Settable, path: String
  ) -> ((Double) -> String?)? {
    var tree = owner.tree
    if entry.value.text != "prior" {
      do throws(Problems) {
        tree = try tree.setting(
          parameter.location.joined(separator: "."), to: entry.value.flowText,
          place: entry.value.place)
      } catch {
        take(error)
        return nil
      }
    }
    let reading = read(Scenario.self, from: tree)
    let wrong = reading.problems.filter { $0.severity == .error }
    if !wrong.isEmpty {
      take(Problems(wrong, sources: sources))
      return nil
    }
    guard reading.drawn.contains(where: { $0.path == path }) else {
      report(
        .wrongType, "\(path) is drawn from nothing here", entry.value,
        help:
          "write a list of values, or a distribution such as { uniform: { low: 5 %, high: 30 % } }")
      return nil
    }
    return { quantile in reading.value(of: path, .keyed { _ in quantile }).map(CSV.shortest) }
  }

  /// The rules by which points are skipped.
  ///
  /// - Parameters:
  ///   - headers: What is varied.
  ///   - parameters: In the same order.
  mutating func rules(_ tree: Tree?, headers: [String], _ parameters: [Settable?]) -> SkipRules {
    var rules = SkipRules()
    for item in Self.items(tree) {
      guard case .map(let map) = item, !map.entries.isEmpty else {
        report(
          .wrongType, "skip needs maps from what is varied to its values", item,
          help: "write [{ moderation.staff: 0, sanctions.scope: device }]")
        continue
      }
      rules.rules.append(map.entries.compactMap { condition($0, headers, parameters) })
    }
    return rules
  }

  private mutating func condition(
    _ entry: Tree.Entry, _ headers: [String], _ parameters: [Settable?]
  ) -> SkipRules.Condition? {
    guard let column = headers.firstIndex(of: entry.key.text) else {
      report(
        .unknownKey, "'\(entry.key.text)' isn't varied here", .scalar(entry.key),
        help: Names.hint(for: entry.key.text, among: headers)
          ?? "varied: " + headers.joined(separator: ", "))
      return nil
    }
    guard let parameter = parameters[column] else { return nil }
    var tests: [(String) -> Bool] = []
    for item in Self.items(entry.value) {
      if let text = item.text, let test = SkipRules.Condition.reading(text, of: parameter) {
        tests.append(test)
      } else {
        report(
          .wrongType, "'\(item.text ?? "")' is no value of \(entry.key.text), nor a bound", item,
          help: parameter.words.isEmpty
            ? "write a value, or a bound such as '> 5'"
            : "words: " + parameter.words.joined(separator: ", "))
      }
    }
    return SkipRules.Condition(column: column) { cell in tests.contains { $0(cell) } }
  }
}

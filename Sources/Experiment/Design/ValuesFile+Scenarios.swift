import Schema
import Simulation

extension ValuesFile {
  /// The scenarios with the values of every row put in.
  ///
  /// A path alone counts for the baseline and for each scenario that has the baseline's value
  /// there: a policy that sets the parameter itself keeps what it says, unless `path@scenario` is
  /// given.
  ///
  /// - Parameter baseline: The position of the scenario to which paths alone belong.
  /// - Throws: `Problems` with every path that isn't there, and every value that isn't allowed.
  public func applied(
    to scenarios: [ScenarioFile], baseline: Int
  ) throws(Problems) -> [ScenarioFile] {
    let settables = scenarios.map { Settable.all(of: $0) }
    var problems = columns.compactMap { misplaced($0, scenarios, settables, baseline) }
    let trees = scenarios.map(\.resolved)
    var found: [ScenarioFile] = []
    for (index, scenario) in scenarios.enumerated() {
      var own: [String: Column] = [:]
      for column in columns where column.scenario == nil {
        guard let one = settables[index][column.path],
          trees[index].at(one.location) == trees[baseline].at(one.location)
        else { continue }
        own[column.path] = column
      }
      for column in columns where column.scenario == scenario.name { own[column.path] = column }
      let given = columns.filter { own[$0.path]?.header == $0.header }
      let (new, wrong) = try with(given, scenario, settables[index], trees[index])
      for problem in wrong where !problems.contains(problem) { problems.append(problem) }
      found.append(new)
    }
    problems += ScenarioFile.columnProblems(found)
    if problems.isEmpty { return found }
    var all = sources
    for scenario in scenarios { all.merge(scenario.sources) { first, _ in first } }
    throw Problems(problems, sources: all)
  }

  /// One scenario with the values of some columns, and what is wrong with them.
  private func with(
    _ columns: [Column], _ scenario: ScenarioFile, _ settables: [String: Settable], _ full: Tree
  ) throws(Problems) -> (ScenarioFile, [Problem]) {
    var tree = scenario.usedTree
    for column in columns {
      guard let one = settables[column.path] else { continue }
      // Of a distribution by default no argument is written that could be left as it is.
      if let law = one.law, tree.at(law) == nil, let written = full.at(law) {
        tree = try tree.setting(
          law.joined(separator: "."), to: written.flowText, place: column.header.place)
      }
      tree = try tree.setting(one.location, byRow: values(column, one))
    }
    let reading = read(Scenario.self, from: tree)
    return (
      scenario.given(tree, reading, sources), reading.problems.filter { $0.severity == .error }
    )
  }

  private func values(_ column: Column, _ one: Settable) -> Tree.List {
    let cells = column.cells.map(one.written)
    var list = Tree.List(cells.map(Tree.scalar), at: column.header.place)
    list.byRow = ByRow(kind, words: one.words, summary: summary(cells.map(\.text), one.unit))
    return list
  }

  /// The value that all rows have, or the range of values; of words how often each is there.
  private func summary(_ texts: [String], _ unit: Unit?) -> String {
    guard let unit else {
      var counts: [(word: String, count: Int)] = []
      for text in texts {
        if let place = counts.firstIndex(where: { $0.word == text }) {
          counts[place].count += 1
        } else {
          counts.append((text, 1))
        }
      }
      if counts.count == 1 { return counts[0].word }
      return range(texts.count, counts.map { "\($0.word): \($0.count)" })
    }
    let values = texts.compactMap { try? unit.parse($0) }.sorted()
    guard let low = values.first, let high = values.last else { return "" }
    let median = Statistics.quantile(0.5, ofSorted: values) ?? low
    let ends = [("low", low), ("median", median), ("high", high)]
    return low == high
      ? unit.text(low) : range(texts.count, ends.map { "\($0): \(unit.text($1))" })
  }

  private func range(_ rows: Int, _ parts: [String]) -> String {
    "{ \(kind): { " + (["rows: \(rows)"] + parts).joined(separator: ", ") + " } }"
  }

  /// The problem of a column that no scenario has, or nil.
  private func misplaced(
    _ column: Column, _ scenarios: [ScenarioFile], _ settables: [[String: Settable]],
    _ baseline: Int
  ) -> Problem? {
    let names = scenarios.map(\.name)
    func problem(_ message: String, help: String?) -> Problem {
      Problem(
        .unknownKey, message, at: column.header.place,
        length: column.header.text.unicodeScalars.count, help: help)
    }
    var place = baseline
    if let name = column.scenario {
      guard let index = names.firstIndex(of: name) else {
        let near = Names.hint(for: name, among: names)
        return problem(
          "there is no scenario '\(name)'",
          help: near ?? "scenarios: " + names.prefix(12).joined(separator: ", "))
      }
      place = index
    }
    if settables[place][column.path] != nil { return nil }
    if let other = settables.firstIndex(where: { $0[column.path] != nil }) {
      return problem(
        "\(names[place]) has no parameter '\(column.path)'",
        help: "write \(column.path)\(ValuesFile.mark)\(names[other]): it has one")
    }
    let below = settables[place].keys.filter { $0.hasPrefix(column.path + ".") }.sorted()
    let near = Names.nearest(to: column.path, among: settables[place].keys.sorted())
    return problem(
      "there is no parameter '\(column.path)' that takes one value",
      help: near.map { "did you mean '\($0)'?" }
        ?? (below.isEmpty ? nil : "name a part of it: " + below.prefix(6).joined(separator: ", ")))
  }
}

extension ValuesFile {
  /// The values as a table that reads back as the same rows: numbers in the units of
  /// `parameters.csv`.
  ///
  /// - Parameter scenarios: To which the file was applied before without a problem.
  func table(_ scenarios: [ScenarioFile], baseline: Int) -> Table {
    let settables = scenarios.map { Settable.all(of: $0) }
    let found = columns.map { column in
      let owner = scenarios.firstIndex { $0.name == column.scenario } ?? baseline
      return settables[owner][column.path]
    }
    let fields = zip(columns, found).map { column, one in
      Field(
        column.header.text, one?.unit == nil ? .text : .number, unit: one?.unit?.symbol ?? "",
        "Value of the parameter in each \(kind.one).", required: true)
    }
    let number = Field(
      kind.number, .integer, "Number of the \(kind.one).", required: true, unique: true, minimum: 1)
    return Table(
      name: kind.rawValue,
      description: kind == .draws
        ? "Values given for the draws, which took no prior."
        : "The settings of the varied parameters.",
      fields: [number] + fields, key: [kind.number],
      rows: (0..<rows).map { row in
        [.index(row + 1)]
          + zip(columns, found).map { column, one in
            let text = one?.written(column.cells[row]).text ?? column.cells[row].text
            guard let unit = one?.unit, let value = try? unit.parse(text) else {
              return .text(text)
            }
            return .number(value)
          }
      })
  }
}

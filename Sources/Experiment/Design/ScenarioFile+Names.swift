import Schema

extension ScenarioFile {
  /// The longest name in a file, in bytes: a reference's has a word behind it.
  static let longestName = Plan.longestName - referenceSuffix.utf8.count
  /// What follows the name of a scenario whose own policy has another.
  static let referenceSuffix = "-reference"

  /// Whether a scenario or a study in a file may have that name.
  public static func isName(_ text: String) -> Bool { fault(ofName: text) == nil }

  /// Why tables can't carry a name that stands in a file, or nil.
  static func fault(ofName name: String) -> String? {
    guard Plan.fault(ofName: name) == nil, name.utf8.count > longestName else {
      return Plan.fault(ofName: name)
    }
    return "it has \(name.utf8.count) bytes; \(longestName) are allowed"
  }

  /// The problem of a name that tables can't carry.
  static func problem(ofName name: String, in tree: Tree) -> Problem? {
    guard let fault = fault(ofName: name) else { return nil }
    let written = tree["name"]
    // Nobody could look at a name of a megabyte.
    let shown = name.unicodeScalars.count > 40 ? name.prefix(40) + "…" : name[...]
    return Problem(
      .notAName, "a scenario or a study can't be named '\(shown)': \(fault)",
      at: written?.place ?? tree.place,
      length: written?.text?.split(whereSeparator: \.isNewline).first?.unicodeScalars.count ?? 1,
      help: "write another name")
  }

  var nameProblems: [Problem] {
    [ScenarioFile.problem(ofName: name, in: tree)].compactMap { $0 }
  }

  /// Where the name stands: in a file or on the command line.
  var namePlace: Place { tree["name"]?.place ?? tree.place }

  /// The problems of scenarios that tables could not tell apart, at the later one's name.
  ///
  /// - Parameter places: Where each is named, if not by itself.
  static func clashes(_ scenarios: [ScenarioFile], at places: [Place] = []) -> [Problem] {
    var problems: [Problem] = [], seen: Set<String> = []
    for (index, scenario) in scenarios.enumerated()
    where !seen.insert(scenario.name).inserted {
      let place = places.indices.contains(index) ? places[index] : scenario.namePlace
      problems.append(
        Problem(
          .duplicateName, "two scenarios are named '\(scenario.name)'", at: place,
          help: "give one of them another name"))
    }
    return problems
  }

  /// Scenarios to be compared, where files share a name under the names of their files.
  ///
  /// - Throws: `Problems` where tables could not tell them or their columns apart.
  public static func told(apart scenarios: [ScenarioFile]) throws(Problems) -> [ScenarioFile] {
    let distinct = distinct(scenarios)
    let problems = clashes(distinct) + columnProblems(distinct)
    if problems.isEmpty { return distinct }
    var sources: [String: String] = [:]
    for scenario in distinct { sources.merge(scenario.sources) { first, _ in first } }
    throw Problems(problems, sources: sources)
  }

  /// The problems of uncertain parameters whose columns differ in case alone, or not at all.
  static func columnProblems(_ scenarios: [ScenarioFile]) -> [Problem] {
    var first: [String: String] = [:], problems: [Problem] = []
    for scenario in scenarios {
      for path in scenario.uncertain {
        let column = Plan.column(of: path).lowercased()
        let earlier = first[column] ?? path
        first[column] = earlier
        guard earlier != path else { continue }
        let problem = Problem(
          .duplicateName, "\(path) and \(earlier) would be one column of runs.csv",
          at: scenario.tree.descendant(path)?.value.place ?? scenario.tree.place,
          help: "columns are told apart by more than capital letters, dots and '_': "
            + "rename one of the items")
        if !problems.contains(problem) { problems.append(problem) }
      }
    }
    return problems
  }
}

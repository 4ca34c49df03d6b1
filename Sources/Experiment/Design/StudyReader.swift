import Schema
import Simulation

/// Follows what a study file names, gathering scenarios and problems.
struct StudyReader {
  let path: String
  let settings: Settings
  let loader: Loader
  var problems: [Problem] = []
  var sources: [String: String] = [:]
  private(set) var scenarios: [ScenarioFile] = []
  /// Where the study names each scenario.
  private var places: [Place] = []
  /// Positions of the scenarios to which the study gives a name.
  private(set) var given: Set<Int> = []
  /// What some alternatives are compared with, as written, by name.
  private(set) var references: [(name: String, against: Tree)] = []
  /// The files named so far, each without anything set on top.
  private var files: [[Substring]] = []

  private static let keys = ["name", "title", "set", "extends", "against"]

  init(path: String, settings: Settings, loader: Loader) {
    self.path = path
    self.settings = settings
    self.loader = loader
  }

  /// Names of outcomes that there are; a problem for every other one.
  mutating func outcomes(_ tree: Tree?) -> [String] {
    let names = Outcomes.columns.map(\.name)
    return Self.items(tree).compactMap { item in
      guard let text = item.text else {
        report(.wrongType, "outcomes needs names", item)
        return nil
      }
      if names.contains(text) { return text }
      let near = Names.hint(for: text, among: names)
      report(
        .notAChoice, "there is no outcome '\(text)'", item,
        help: near ?? "'vigie list outcomes' names them all")
      return nil
    }
  }

  /// The items of a list, or one by itself.
  static func items(_ tree: Tree?) -> [Tree] {
    guard let tree, !tree.isEmpty else { return [] }
    if case .list(let list) = tree { return list.items }
    return [tree]
  }

  /// The baseline's files, not yet checked.
  ///
  /// - Parameter priors: What is put in place of what they say, by path.
  mutating func baseline(_ study: Loader.Loaded, priors: Tree?) -> Loader.Loaded? {
    let tree = study.tree
    guard let named = tree["baseline"], named.text?.isEmpty == false else {
      if study.hasGaps { return nil }
      report(
        .wrongType, "a study needs a baseline", tree["baseline"] ?? tree,
        help: "write baseline: FILE")
      return nil
    }
    return load(named).map { with(priors, $0) }
  }

  mutating func alternatives(_ study: Loader.Loaded, baseline: Loader.Loaded) {
    let tree = study.tree["alternatives"]
    guard let tree, case .list(let list) = tree, !list.items.isEmpty else {
      if study.hasGaps { return }
      let key = study.tree.descendant("alternatives")?.key.map { Tree.scalar($0) }
      report(
        .wrongType, "a study needs alternatives, a list with at least one", key ?? study.tree,
        help: "write each one after '- ': a file, or { name: NAME, set: { … } }")
      return
    }
    files.append(Loader.normal(baseline.files.first ?? ""))
    for item in list.items {
      switch item {
      case .scalar: alternative(item)
      case .map(let map): alternative(map, item, baseline: baseline)
      case .list: report(.wrongType, "an alternative is a file or a map with a name", item)
      }
    }
  }

  /// A file by itself, which no other alternative may be, nor the baseline.
  private mutating func alternative(_ item: Tree) {
    guard let loaded = load(item) else { return }
    let file = Loader.normal(loaded.files.first ?? "")
    if files.contains(file) {
      let what = file == files.first ? "the baseline" : "an alternative"
      report(
        .duplicateName, "'\(item.text ?? "")' is \(what) already", item,
        help: "remove it, or write { name: NAME, set: { … } } with what differs")
      return
    }
    files.append(file)
    add(loaded, name: nil, at: item)
  }

  /// Checks a scenario and takes it in.
  mutating func add(_ loaded: Loader.Loaded, name: Tree.Scalar?, at place: Tree?) {
    do throws(Problems) {
      scenarios.append(try ScenarioFile(loaded, settings: settings, name: name))
      if name != nil { given.insert(scenarios.count - 1) }
      places.append(name?.place ?? place?.place ?? loaded.tree.place)
    } catch {
      take(error)
    }
  }

  private mutating func alternative(_ map: Tree.Map, _ tree: Tree, baseline: Loader.Loaded) {
    for entry in map.entries where !StudyReader.keys.contains(entry.key.text) {
      let near = Names.nearest(to: entry.key.text, among: StudyReader.keys)
      report(
        .unknownKey, "unknown key '\(entry.key.text)' in alternatives", .scalar(entry.key),
        help: near.map { "did you mean '\($0)'?" }
          ?? "keys here: \(Self.keys.joined(separator: ", "))")
    }
    guard case .scalar(let name)? = map["name"], !name.text.isEmpty else {
      report(.missingName, "an alternative has no name", tree)
      return
    }
    if let other = map["against"] { references.append((name.text, other)) }
    var base = baseline
    if let file = map["extends"] {
      guard let loaded = load(file) else { return }
      base = loaded
    }
    if let set = map["set"], !set.isEmpty {
      guard case .map = set else {
        report(.wrongType, "set needs keys with values", set)
        return
      }
      base.tree = set.merging(over: base.tree)
    }
    // A file that is taken as it is keeps what it is called.
    let own = map["title"] ?? (map["set"]?.isEmpty ?? true ? kept(map, base) : nil)
    if let title = own {
      let entry = Tree.Entry(.init("title", at: title.place), title)
      base.tree = Tree.map(.init([entry], at: title.place)).merging(over: base.tree)
    }
    base.files.insert(path, at: 0)
    base.sources.merge(sources) { first, _ in first }
    add(base, name: name, at: tree)
  }

  /// The title of a file that an alternative extends and changes nothing in, placed in the study.
  private func kept(_ map: Tree.Map, _ base: Loader.Loaded) -> Tree? {
    guard let file = map["extends"], let text = base.tree["title"]?.text else { return nil }
    return .scalar(.init(text, at: file.place))
  }

  /// A file named beside the study file, as far as it can be read.
  private mutating func load(_ named: Tree) -> Loader.Loaded? {
    guard let file = named.text, !file.isEmpty else {
      report(.wrongType, "this needs the name of a file", named)
      return nil
    }
    if isRefused(named) { return nil }
    var loaded = loader.read(Loader.beside(path, file))
    // A file that is not there has no place of its own: it is the one where it was named.
    for index in loaded.problems.indices where loaded.problems[index].place == nil {
      loaded.problems[index].place = named.place
      loaded.problems[index].length = file.unicodeScalars.count
    }
    take(Problems(loaded.problems, sources: loaded.sources))
    if case .scalar(let name) = named,
      let problem = LoadedStudy.misplaced(loaded, file, naming: name)
    {
      take(Problems([problem]))
      return nil
    }
    return loaded
  }

  /// Keeps problems; the baseline's would come back with every alternative.
  mutating func take(_ found: Problems) {
    for problem in found.list where !problems.contains(problem) { problems.append(problem) }
    sources.merge(found.sources) { first, _ in first }
  }

  /// Whether a value is an alias, which was reported already.
  private func isRefused(_ tree: Tree) -> Bool {
    problems.contains { $0.code == .alias && $0.place == tree.place }
  }

  /// The values given for the draws, checked against the scenarios if those are in order.
  ///
  /// - Parameter draws: How many the study asks for; 0 for as many as there are rows.
  mutating func given(_ named: Tree?, draws: Int, _ scenarios: [ScenarioFile]) -> ValuesFile? {
    guard case .scalar(let name)? = named, !name.text.isEmpty else { return nil }
    do throws(Problems) {
      let file = try ValuesFile(Loader.beside(path, name.text), named: name)
      if draws > file.rows {
        report(
          .outOfRange, "\(draws) draws are asked for, and \(name.text) has values for \(file.rows)",
          .scalar(name), help: "a draw takes the row of its number; leave draws out for all rows")
      }
      if !Problems(problems).hasErrors { _ = try file.applied(to: scenarios, baseline: 0) }
      return file
    } catch {
      take(error)
      return nil
    }
  }

  mutating func report(
    _ code: Problem.Code, _ message: String, _ tree: Tree, help: String? = nil
  ) {
    if isRefused(tree) { return }
    let length = tree.text?.unicodeScalars.count ?? 1
    problems.append(Problem(code, message, at: tree.place, length: length, help: help))
  }
}

extension StudyReader {
  /// The problems of a study's own keys, where one that is planned gets a better word.
  static func refined(_ problems: [Problem], _ loaded: Loader.Loaded) -> [Problem] {
    let planned = loaded.tree.descendant("precision")?.key?.place
    return problems.map { problem in
      guard problem.code == .unknownKey, let planned, problem.place == planned else {
        return problem
      }
      var better = problem
      better.message = "a study file holds no precision"
      better.help =
        "remove the key: 'vigie compare STUDY --precision P' doubles the draws until it is reached"
      return better
    }
  }

  /// The problem of a study that extends another file: names in that file would be looked for
  /// beside this one.
  static func extended(_ loaded: Loader.Loaded) -> Problem? {
    guard let name = loaded.named.first else { return nil }
    return Problem(
      .wrongType, "a study extends no other file", at: name.place,
      length: name.text.unicodeScalars.count,
      help: "an alternative may: { name: NAME, extends: FILE }")
  }

  /// Reports names and columns that tables could not tell apart.
  mutating func compareNames(of scenarios: [ScenarioFile]) {
    let found =
      ScenarioFile.clashes(scenarios, at: places)
      + ScenarioFile.columnProblems(scenarios)
    for problem in found where !problems.contains(problem) { problems.append(problem) }
  }

  /// Reports more runs than a study may have.
  ///
  /// - Parameter each: Runs of each scenario, draws times replicates.
  mutating func count(_ each: Int, _ scenarios: Int, _ tree: Tree) {
    let (runs, overflow) = each.multipliedReportingOverflow(by: scenarios)
    guard overflow || runs > Plan.mostRuns else { return }
    report(
      .outOfRange,
      "\(scenarios) scenarios with \(each) runs each are more than "
        + "\(Plan.mostRuns) runs", tree["replicates"] ?? tree)
  }
}

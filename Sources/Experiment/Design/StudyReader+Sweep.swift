import Schema
import Simulation

/// What a study says of the settings at which its scenarios are run.
extension StudyReader {
  /// The points of a sweep, checked against the scenarios that could be read; nil for none.
  mutating func points(
    _ study: StudyFile, _ tree: Tree?, _ scenarios: [ScenarioFile], given: ValuesFile?
  ) -> ValuesFile? {
    guard let tree, !scenarios.isEmpty else { return nil }
    do throws(Problems) {
      guard let found = try unskipped(study, tree, scenarios) else { return nil }
      for column in found.columns where given?.paths.contains(column.path) == true {
        report(
          .inconsistent, "\(column.path) is varied, and the draws_file gives values for it",
          .scalar(column.header))
      }
      _ = try found.applied(to: scenarios, baseline: 0)
      return found
    } catch {
      take(error)
      return nil
    }
  }

  /// The points of a file or a design without those that are skipped.
  private mutating func unskipped(
    _ study: StudyFile, _ tree: Tree, _ scenarios: [ScenarioFile]
  ) throws(Problems) -> ValuesFile? {
    let sweep = study.sweep
    if !sweep.points.isEmpty, let name = tree["points"] {
      if let vary = sweep.vary, !vary.isEmpty {
        report(
          .inconsistent, "a sweep has points or vary, not both", vary,
          help: "the columns of \(sweep.points) say what is varied")
      }
      let file = try ValuesFile(
        Loader.beside(path, sweep.points), of: .points,
        named: Tree.Scalar(sweep.points, at: name.place))
      let parameters = file.columns.map { settable($0, scenarios) }
      let rules = rules(sweep.skip, headers: file.columns.map(\.header.text), parameters)
      return kept(file, rules, tree)
    }
    let before = problems.count
    guard let design = design(study, tree, scenarios) else { return nil }
    let rules = rules(
      sweep.skip, headers: design.factors.map(\.header.text), design.factors.map(\.parameter))
    guard problems.count == before else { return nil }
    guard let count = design.count, count <= Plan.mostRuns else {
      report(.outOfRange, "more than \(Plan.mostRuns) points", sweep.vary ?? tree)
      return nil
    }
    var columns = [[Tree.Scalar]](repeating: [], count: design.factors.count)
    for point in 0..<count {
      let cells = design.cells(of: point)
      if rules.skip(cells) { continue }
      for (place, cell) in cells.enumerated() { columns[place].append(cell) }
    }
    let made = zip(design.factors, columns).map { ValuesFile.Column($0.header, cells: $1) }
    return filled(
      ValuesFile(made, of: .points, rows: columns[0].count, file: path, sources: sources), tree)
  }

  private mutating func kept(_ file: ValuesFile, _ rules: SkipRules, _ tree: Tree) -> ValuesFile? {
    let rows = (0..<file.rows).filter { row in !rules.skip(file.columns.map { $0.cells[row] }) }
    return filled(file.keeping(rows), tree)
  }

  private mutating func filled(_ file: ValuesFile, _ tree: Tree) -> ValuesFile? {
    if file.rows > 0 { return file }
    report(.emptyFile, "every point is skipped", tree["skip"] ?? tree)
    return nil
  }

  /// What the file says is varied, as far as it is in order; nil where it says nothing.
  private mutating func design(
    _ study: StudyFile, _ tree: Tree, _ scenarios: [ScenarioFile]
  ) -> SweepDesign? {
    guard case .map(let map)? = study.sweep.vary, !map.entries.isEmpty else {
      report(
        .wrongType, "a sweep needs vary, or points", study.sweep.vary ?? tree,
        help: "write vary: { moderation.staff: [0, 5, 15] }, or points: FILE.csv")
      return nil
    }
    let factors = map.entries.compactMap { factor($0, study.sweep.design, scenarios) }
    if study.sweep.design == .list { checkLengths(factors) }
    if study.sweep.design == .sobol, factors.count > Sobol.most {
      report(
        .outOfRange, "\(factors.count) parameters; Sobol's sequence has \(Sobol.most) here",
        study.sweep.vary ?? tree, help: "design: latin_hypercube has no limit")
    }
    return SweepDesign(
      factors: factors, kind: study.sweep.design, size: study.sweep.size,
      seed: UInt64(clamping: study.seed))
  }

  private mutating func checkLengths(_ factors: [SweepDesign.Factor]) {
    let length = factors.map(\.values.count).max() ?? 0
    for factor in factors where ![1, length].contains(factor.values.count) {
      report(
        .inconsistent,
        "\(factor.header.text) has \(factor.values.count) values of a list of \(length)",
        .scalar(factor.header), help: "as many as the others have, or one for all points")
    }
  }
}

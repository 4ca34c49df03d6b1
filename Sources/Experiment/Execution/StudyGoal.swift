import Schema

/// What a planned study goes on for, round by round.
///
/// It lies in the folder as goal.yaml, with goal-draws.csv where draws have given values: study.yaml and
/// draws.csv say what one round is, and are those of a study that asked for as many draws at once.
public struct StudyGoal: Sendable {
  /// What is wanted of the headline.
  public let precision: PrecisionGoal
  /// Draws of the first round, and most draws.
  public let first: Int, most: Int
  /// Replicates of the first round.
  public let replicates: Int
  /// Values given for all draws that there may be, read back from a folder.
  public private(set) var given: ValuesFile?

  static let file = "goal.yaml", drawsFile = "goal-draws.csv"

  /// Makes a goal.
  public init(_ precision: PrecisionGoal, first: Int, most: Int, replicates: Int) {
    self.precision = precision
    (self.first, self.most, self.replicates) = (first, most, replicates)
  }

  /// Reads a folder's goal; nil where it has none.
  ///
  /// - Throws: `Problems`, `PlanProblem` where the text isn't one of this program's; `DiskError`.
  public static func read(_ folder: String) throws -> StudyGoal? {
    let file = folder + "/" + Self.file
    guard let bytes = try Disk.read(file) else { return nil }
    let tree = try ResolvedStudy.tree(of: bytes, file: file)
    let number = { (key: String) in
      tree[key]?.text.flatMap { Double($0) }.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
    let count = { (key: String) in number(key).flatMap { Int(exactly: $0) } }
    let precision = PrecisionGoal(middle: number("precision"), limits: number("limits"))
    guard precision != PrecisionGoal(), let first = count("first"), let most = count("most"),
      let replicates = count("replicates")
    else { throw PlanProblem(description: "\(file) isn't a goal of this version") }
    var goal = StudyGoal(precision, first: first, most: most, replicates: replicates)
    goal.given = try tree["draws_file"]?.text.map { try ValuesFile(Loader.beside(file, $0)) }
    return goal
  }

  /// The number of a round, from 1: each has twice the draws of the one before, or a replicate more.
  public func round(of plan: Plan) -> Int {
    var number = 1, draws = max(1, first)
    while draws < plan.draws {
      draws *= 2
      number += 1
    }
    return number + max(0, (plan.echoes ? 1 : plan.replicates) - replicates)
  }

  /// The files of a goal as they lie in a folder, by name; of none, files without a text.
  static func files(_ goal: StudyGoal?, draws: Table?) -> [(name: String, text: String?)] {
    [(file, goal?.text(hasDraws: draws != nil)), (drawsFile, goal == nil ? nil : draws?.csv)]
  }

  private func text(hasDraws: Bool) -> String {
    let wanted = [("precision", precision.middle), ("limits", precision.limits)].compactMap {
      key, value in value.map { "\(key): \(CSV.shortest($0))" }
    }
    let lines =
      wanted + ["first: \(first)", "most: \(most)", "replicates: \(replicates)"]
      + (hasDraws ? ["draws_file: \(Self.drawsFile)"] : [])
    return "# What 'vigie plan --next' goes on for.\n" + lines.joined(separator: "\n") + "\n"
  }
}

extension Comparison {
  /// The study of one round, which leaves in its folder what the rounds go on for.
  ///
  /// - Parameters:
  ///   - goal: What they go on for; nil where there is one round.
  ///   - before: The rows of parameters.csv of the round before, which know where values were set.
  public func study(
    folder: String, command: String, goal: StudyGoal?, after before: [ParameterRow] = []
  ) -> Study {
    var study = study(folder: folder, command: command)
    let given = goal.flatMap { $0.given ?? options.given }
    study.goal = StudyGoal.files(
      goal, draws: given?.table(scenarios, baseline: options.baseline))
    if !before.isEmpty { study.parameters = rows(before, given: given?.paths ?? []) }
    return study
  }

  /// Rows of a round before with what they say of values given for draws, of which there are more now.
  private func rows(_ before: [ParameterRow], given paths: [String]) -> [ParameterRow] {
    if paths.isEmpty { return before }
    var rows = before
    for path in paths {
      let places = rows.indices.filter { rows[$0].key == path }
      let own = parameters.filter { $0.key == path }
      for (place, row) in zip(places, own) where places.count == own.count {
        rows[place] = rows[place].with(value: row.value)
      }
    }
    return rows
  }
}

extension ParameterRow {
  /// The row with another value.
  fileprivate func with(value: String) -> ParameterRow {
    ParameterRow(
      key: key, value: value, unit: unit, standard: standard, low: low, high: high, source: source,
      setIn: setIn)
  }
}

/// Known answers that come from the same runs.
public struct AnswerFamily: Sendable {
  /// Their number in the list of tests: V3.
  public let id: String
  /// What they have in common.
  public let name: String
  /// How many rows they are; the level of each row's test hangs on it.
  public let count: Int
  /// Independent runs behind each row.
  let runs: Int
  private let find: @Sendable (Trials) throws -> [Finding]

  /// - Parameters:
  ///   - count: How many rows `find` gives.
  ///   - runs: Replicates of each setting; more of them make narrower half-widths.
  init(
    _ id: String, _ name: String, count: Int, runs: Int,
    find: @escaping @Sendable (Trials) throws -> [Finding]
  ) {
    (self.id, self.name, self.count, self.runs) = (id, name, count, runs)
    self.find = find
  }

  /// Runs the engine and compares: the same rows every time.
  ///
  /// - Parameter seed: The seed of all runs, below 2^53.
  /// - Throws: `Run.Fault` where a run does not add up.
  public func rows(seed: UInt64) throws -> [KnownAnswer] { try rows(seed: seed, runs: runs) }

  /// The same from fewer or more runs.
  func rows(seed: UInt64, runs: Int) throws -> [KnownAnswer] {
    let found = try find(Trials(seed: seed, count: runs))
    precondition(found.count == count, "\(id) gives \(found.count) rows and says \(count)")
    return found.map { $0.row(at: KnownAnswers.level) }
  }
}

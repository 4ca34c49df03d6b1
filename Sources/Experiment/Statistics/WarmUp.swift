/// How much of a run's beginning should be left out: contacts on the platform and at rivals day by day under
/// the baseline, and the standard error of the mean of what is left when the first days are.
///
/// The suggestion is MSER-5: the number of days, in batches of five and at most half of them, whose
/// removal makes that error least.
///
/// - SeeAlso: White 1997, An effective truncation heuristic for bias reduction in simulation output;
///   White, Cobb & Spratt 2000 (MSER-5).
public struct WarmUp: Sendable, Equatable {
  /// Days in a batch.
  static let batch = 5
  /// Batches below which nothing can be told.
  private static let fewest = 4

  /// Whose days they are.
  public let scenario: String
  /// Draws behind them: those that were watched longest.
  public let draws: Int
  /// Whole days of warm-up that the study has.
  public let simulated: Int
  /// Contacts of each day from the run's beginning, means over the draws.
  public let contacts: [Double]
  /// The error of the mean of what is left, for 0, 5, 10 … days left out.
  public let errors: [Double]

  /// Days to be left out; the fewest of equals.
  public var suggested: Int {
    let least = errors.min() ?? 0
    return (errors.firstIndex(of: least) ?? 0) * Self.batch
  }

  /// The error of the mean from a day on, that many left out; nil within a batch, and beyond half.
  public func error(from day: Int) -> Double? {
    let batch = day / Self.batch
    return day.isMultiple(of: Self.batch) && batch < errors.count ? errors[batch] : nil
  }

  /// - Returns: Nil below 20 days, where nothing can be told.
  init?(_ daily: DailyCounts, scenario: String) {
    let longest = daily.longest
    guard let errors = Self.errors(longest.days) else { return nil }
    self.init(
      scenario: scenario, draws: longest.draws, simulated: daily.firstDay, contacts: longest.days,
      errors: errors)
  }

  /// Takes what was found before.
  init(
    scenario: String, draws: Int, simulated: Int, contacts: [Double], errors: [Double]
  ) {
    (self.scenario, self.draws, self.simulated) = (scenario, draws, simulated)
    (self.contacts, self.errors) = (contacts, errors)
  }

  /// The standard error of the mean of batches for each number of batches left out, 0 to half of them.
  static func errors(_ values: [Double]) -> [Double]? {
    let batches = stride(from: 0, to: values.count / batch * batch, by: batch).map { start in
      values[start..<start + batch].reduce(0, +) / Double(batch)
    }
    guard batches.count >= fewest else { return nil }
    return (0...batches.count / 2).map { left in
      let rest = Array(batches[left...]), mean = Statistics.mean(rest) ?? 0
      let squares = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return squares.squareRoot() / Double(rest.count)
    }
  }
}

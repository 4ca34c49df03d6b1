/// What one drawn parameter does to one outcome of one policy: a row of drivers.csv.
public struct DriverRow: Sendable, Equatable {
  /// The scenario that it is compared with; nil where the level itself is explained.
  public let baseline: String?
  /// The policy.
  public let scenario: String
  /// Name of the outcome.
  public let outcome: String
  /// The parameter's column in runs.csv.
  public let parameter: String
  /// Unit of its values.
  public let unit: String
  /// Draws behind the row.
  public let draws: Int
  /// What was found; nil below `ExplainedShare.fewest` draws, or where nothing varies.
  public let finding: Finding?

  /// What was found.
  public struct Finding: Sendable, Equatable {
    /// Share of the spread that the parameter's ranks explain, 0…1.
    public let share: Double
    /// The share that the greatest of all parameters exceeds by chance in 5 % of cases.
    public let bound: Double
    /// What neither parameters above the bound nor chance explain; the same for all parameters.
    public let unexplained: Double
    /// Rank correlation with the effect.
    public let correlation: Double
    /// The share of draws with less than the baseline at either end; nil for a level.
    public let less: EndShares?
    /// The share of draws in which the policy is the best of all; nil with a single policy.
    public let best: EndShares?
    /// The policies that are best most often at the two ends.
    public let leaders: Leaders?

    /// Whether the share is above the bound; if not, it isn't told from chance.
    public var isTold: Bool { share > bound }
    /// Whether there is less in most draws at one end and in few at the other.
    public var turnsSign: Bool { less?.turn ?? false }
    /// Whether the policy is best clearly more often at one end, and another is best at the other.
    public var turnsRank: Bool {
      guard let best, let leaders else { return false }
      return best.areApart && leaders.low != leaders.high
    }
  }

  /// The policies that are best in most draws at the low and at the high end.
  public struct Leaders: Sendable, Equatable {
    /// Names.
    public let low: String, high: String
  }
}

/// One column of runs.csv.
public struct Column: Sendable, Equatable {
  /// Which direction is the better one, for `share_better` and for words in a report.
  public enum Better: String, Sendable, Equatable {
    /// Less is better: harms, burdens, costs.
    case lower
    /// More is better.
    case higher
    /// Neither: context.
    case neither
  }

  /// What the column is for, so that a benefit is never printed without its burdens.
  public enum Role: String, Sendable, Equatable {
    /// The answer that leads a report.
    case headline
    /// Harm to a victim.
    case harm
    /// What the policy costs those who did nothing wrong.
    case burden
    /// Harm that moved elsewhere.
    case displacement
    /// Hours and money.
    case cost
    /// Reports, reviews, referrals and proceedings.
    case enforcement
    /// Exposure, traffic and other circumstances.
    case context
  }

  /// `lower_snake_case`, unique in a study.
  public let name: String
  /// The unit in words; empty for a pure number.
  public let unit: String
  /// One sentence that says what is measured.
  public let meaning: String
  /// The better direction.
  public let better: Better
  /// What the column is for.
  public let role: Role
  /// Where the column is a rate of rare events, the column that counts them in the run: a comparison
  /// needs at least five events. Nil where events are many.
  public let events: String?

  /// Makes a column; nothing is checked here, a plan checks its names.
  public init(
    name: String, unit: String, meaning: String, better: Better, role: Role,
    events: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.better = better
    self.role = role
    self.events = events
  }
}

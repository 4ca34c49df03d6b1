import Experiment
import Simulation

/// The outcomes that the page shows, in three plain categories, and what one pair of runs says.
public enum PlainOutcomes {
  /// The categories for schools; burdens and displaced harm stand beside the benefit.
  public enum Category: String, Sendable, CaseIterable {
    /// Unwanted sexual contacts to minors, H1 and H2.
    case unwanted
    /// Escalation, H3. Anything worse is left off.
    case serious
    /// People who did nothing wrong and were refused, sanctioned or stopped.
    case refusal
    /// Harm that moved elsewhere.
    case displaced
    /// Hours and money.
    case cost
  }

  /// An outcome of the page: the sum of some columns.
  public struct Outcome: Sendable {
    /// Its key in tables, addresses and the catalogue of words.
    public let name: String
    /// Where it stands.
    public let category: Category
    /// The columns that are added.
    let columns: [String]
    /// The columns' unit.
    public let unit: String
    /// Whether less of it is better: all are harms, burdens or costs.
    let positions: [Int]

    fileprivate init(_ name: String, _ category: Category, _ columns: [String]? = nil) {
      (self.name, self.category) = (name, category)
      self.columns = columns ?? [name]
      positions = self.columns.compactMap { column in
        Outcomes.columns.firstIndex { $0.name == column }
      }
      unit = positions.first.map { Outcomes.columns[$0].unit } ?? ""
    }

    func value(in record: RunRecord) -> Double {
      positions.reduce(0) { $0 + record.values[$1] }
    }
  }

  /// All of them; the first leads the page.
  public static let all: [Outcome] = [
    Outcome("unwanted_contacts", .unwanted),
    Outcome("unwanted_contacts_here", .unwanted),
    Outcome(
      "serious_harm", .serious,
      ["h3_minors_here", "h3_minors_private", "h3_minors_elsewhere"]),
    Outcome("adults_refused", .refusal),
    Outcome("adults_dropped_out", .refusal),
    Outcome("wrongful_sanctions", .refusal),
    Outcome("benign_hours_lost", .refusal),
    Outcome("benign_contacts_blocked", .refusal),
    Outcome("unwanted_contacts_elsewhere", .displaced),
    Outcome("contacts_by_displaced_offenders", .displaced),
    Outcome("moderation_hours", .cost),
    Outcome("cost", .cost),
  ]
}

/// One pair of runs on the same random numbers, settled: a value for each outcome and side.
public struct Pair: Sendable, Equatable {
  /// Baseline and policy, in the order of `PlainOutcomes.all`.
  public let baseline: [Double], policy: [Double]

  /// The pair of two records; the baseline's rates say what happens elsewhere.
  init(baseline: RunRecord, policy: RunRecord) {
    let base = Outcomes.settled(baseline, against: baseline)
    let other = Outcomes.settled(policy, against: baseline)
    self.baseline = PlainOutcomes.all.map { $0.value(in: base) }
    self.policy = PlainOutcomes.all.map { $0.value(in: other) }
  }
}

/// Policy minus baseline over some pairs, outcome by outcome, with 95 % intervals of chance.
public enum Bands {
  /// Below this many pairs the page says "not enough runs yet".
  public static let fewestPairs = 5

  /// One object for each outcome; an interval from five pairs on.
  ///
  /// `ratio` is the geometric mean of policy over baseline, null where a run has none of it.
  public static func json(_ pairs: [Pair]) -> JSON {
    .array(
      PlainOutcomes.all.indices.map { index in
        let found = pairs.map { ($0.policy[index], $0.baseline[index]) }
          .filter { $0.isFinite && $1.isFinite }
        return row(index, values: found.map(\.0), reference: found.map(\.1))
      })
  }

  private static func row(_ index: Int, values: [Double], reference: [Double]) -> JSON {
    let outcome = PlainOutcomes.all[index], enough = values.count >= fewestPairs
    let band = enough ? Statistics.difference(values, from: reference, level: 0.95) : nil
    let ratio = enough ? Statistics.ratio(values, to: reference, level: 0.95) : nil
    return .object([
      .init("name", .string(outcome.name)), .init("pairs", .count(UInt64(values.count))),
      .init("a", number(Statistics.mean(reference))),
      .init("b", number(Statistics.mean(values))), .init("diff", interval(band)),
      .init("ratio", interval(ratio)),
    ])
  }

  private static func number(_ value: Double?) -> JSON { .number(value ?? .nan) }

  private static func interval(_ found: Interval?) -> JSON {
    guard let found else { return .number(.nan) }
    return .array([.number(found.estimate), .number(found.low), .number(found.high)])
  }
}
